import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Input } from "../inputs/input.js";
import type { Outcome } from "./handle-file.js";
import { WorkerLost } from "./worker-lost.js";
import type { FromWorker, Setup, ToWorker } from "./worker-messages.js";

/** Who is told how far a process is. */
export interface WorkListener {
  /** A page of an input was read; told now and then. */
  page(input: Input): void;
  /** What became of the inputs, in their order. */
  done(outcome: Outcome): void;
}

/** A process that works on one file at a time. */
export interface WorkerProcess {
  /**
   * Works on files, one after the other; resolves when all are done.
   *
   * @throws {WorkerLost} where it crashed or had to be stopped; it takes no further file then
   */
  handle(inputs: readonly Input[], listener: WorkListener): Promise<void>;
  /** Whether it takes a further file: it is there, and does not hold more memory than one should. */
  isUsable(): boolean;
  /** Stops it at once and resolves when it is gone. */
  kill(): Promise<void>;
}

/** Bytes beyond which a process is replaced: engines keep what their largest file took. */
const MAX_RSS = 1024 * 1024 * 1024;

/**
 * How glibc gives memory to the engines: one heap for all threads, and what is large apart, so that it goes back when a run of a
 * network is over. Without it a process that reads pictures holds some 80 MB more. Bytes; other systems do not ask.
 */
const ALLOCATION = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: String(2 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(8 * 1024 * 1024),
};

/** @param timeoutMs how long a file may take from one page to the next */
export function startWorker(setup: Setup, timeoutMs: number): WorkerProcess {
  // What engines print may be a document's own words: nobody sees it.
  const child = fork(fileURLToPath(new URL("./worker.js", import.meta.url)), {
    env: { ...ALLOCATION, ...process.env },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let isUsable = true;
  child.once("exit", () => {
    isUsable = false;
  });
  // Told by the exit as well.
  child.on("error", () => undefined);
  send(child, { setup });
  return {
    async handle(inputs, listener) {
      const rss = await working(child, inputs, { timeoutMs, listener }).catch((error) => {
        isUsable = false;
        throw error;
      });
      isUsable &&= rss <= MAX_RSS;
    },
    isUsable: () => isUsable,
    async kill() {
      isUsable = false;
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Resolves to the bytes of memory that the process holds when all inputs are done. */
function working(
  child: ChildProcess,
  inputs: readonly Input[],
  { timeoutMs, listener }: { timeoutMs: number; listener: WorkListener },
): Promise<number> {
  return new Promise((resolve, reject) => {
    let left = inputs.length;
    const timer = setTimeout(() => settle(() => reject(new WorkerLost("timed-out"))), timeoutMs);
    const onMessage = (message: FromWorker) => {
      timer.refresh();
      if (message.kind === "page") {
        listener.page(inputs[message.index]!);
        return;
      }
      for (const outcome of message.outcomes) listener.done(outcome);
      left -= message.outcomes.length;
      if (left === 0) settle(() => resolve(message.rss));
    };
    const onExit = () => settle(() => reject(new WorkerLost("crashed")));
    function settle(how: () => void): void {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      how();
    }
    child.on("message", onMessage).on("exit", onExit);
    send(child, { inputs });
    if (child.exitCode !== null || child.signalCode !== null) onExit();
  });
}

/** A message to a process that is gone is lost; its exit tells. */
function send(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => undefined);
}
