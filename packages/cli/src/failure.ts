import { type ErrorCode, TuheiError } from "@tuhei/core";
import { WorkerLost } from "./batch/worker-lost.js";
import { NotEntered } from "./inputs/input.js";

/** Why a file failed; stable and never translated. */
export type FailureCode = ErrorCode | NotEntered["code"] | WorkerLost["code"] | "internal";

/** Whether an error is the file's own fault; anything else is a defect of tuhei. */
export function isOwnFault(error: unknown): error is TuheiError | NotEntered | WorkerLost {
  return error instanceof TuheiError || error instanceof NotEntered || error instanceof WorkerLost;
}
