import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Input } from "../inputs/input.js";
import type { Outcome } from "./handle-file.js";
import { WorkerLost } from "./worker-lost.js";
import type { FromWorker, Setup, ToWorker } from "./worker-messages.js";

/** A process that works on one file at a time. */
export interface WorkerProcess {
  /** @throws {WorkerLost} where it crashed or had to be stopped; it takes no further file then */
  handle(input: Input, onPage: () => void): Promise<Outcome>;
  /** Whether it takes a further file: it is there, and does not hold more memory than one should. */
  isUsable(): boolean;
  /** Stops it at once and resolves when it is gone. */
  kill(): Promise<void>;
}

/** Bytes beyond which a process is replaced: engines keep what their largest file took. */
const MAX_RSS = 1024 * 1024 * 1024;

/** @param timeoutMs how long a file may take from one page to the next */
export function startWorker(setup: Setup, timeoutMs: number): WorkerProcess {
  // What engines print may be a document's own words: nobody sees it.
  const child = fork(fileURLToPath(new URL("./worker.js", import.meta.url)), {
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
    async handle(input, onPage) {
      const { outcome, rss } = await done(child, input, { timeoutMs, onPage }).catch((error) => {
        isUsable = false;
        throw error;
      });
      isUsable &&= rss <= MAX_RSS;
      return outcome;
    },
    isUsable: () => isUsable,
    async kill() {
      isUsable = false;
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await gone;
    },
  };
}

type Done = Extract<FromWorker, { kind: "done" }>;

function done(
  child: ChildProcess,
  input: Input,
  { timeoutMs, onPage }: { timeoutMs: number; onPage: () => void },
): Promise<Done> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new WorkerLost("timed-out"))), timeoutMs);
    const onMessage = (message: FromWorker) => {
      timer.refresh();
      if (message.kind === "page") onPage();
      if (message.kind === "done") settle(() => resolve(message));
    };
    const onExit = () => settle(() => reject(new WorkerLost("crashed")));
    function settle(how: () => void): void {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      how();
    }
    child.on("message", onMessage).on("exit", onExit);
    send(child, { input });
    if (child.exitCode !== null || child.signalCode !== null) onExit();
  });
}

/** A message to a process that is gone is lost; its exit tells. */
function send(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => undefined);
}
