import { availableParallelism, totalmem } from "node:os";
import { promisedFormat } from "@tuhei/core";
import type { Input } from "../inputs/input.js";

/** Bytes that one process takes when it reads pictures. */
const JOB_BYTES = 700 * 1024 * 1024;
/** The share of the machine's memory that a run may take. */
const MEMORY_SHARE = 0.75;
/** Up to it, text is read sooner than a second process is started. */
const LIGHT_BYTES = 4 * 1024 * 1024;

/**
 * How many processes work on the inputs; 0 where this one does. One file alone has nothing beside it that its crash could
 * take along, and little text is no work for engines that crash.
 *
 * @param asked what the user says
 */
export function jobsFor(inputs: readonly Input[], asked: number | undefined): number {
  const readable = inputs.filter((input) => !isForThisProcess(input));
  if (readable.length < 2 || (asked === undefined && isLight(readable))) return 0;
  return Math.min(asked ?? mostJobs(), readable.length);
}

/** Standard input and the shell's pipes belong to this process; what cannot be read is no work. */
export function isForThisProcess({ isStream, error }: Input): boolean {
  return isStream === true || error !== undefined;
}

function isLight(inputs: readonly Input[]): boolean {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  return bytes <= LIGHT_BYTES && inputs.every(({ path }) => promisedFormat(path) === undefined);
}

/** As many processes as cores and memory allow. */
export function mostJobs(): number {
  // What a container may use; 0 or more than there is where it is not bounded.
  const constrained = process.constrainedMemory();
  const memory = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.max(1, Math.min(availableParallelism(), Math.floor((MEMORY_SHARE * memory) / JOB_BYTES)));
}
