import { startWorker, type WorkerProcess } from "./start-worker.js";
import type { Setup } from "./worker-messages.js";

/** Processes that work on files beside each other. */
export interface Workers {
  /**
   * Works on files, one after the other, in a process that is free. No more than the given number may be asked for at once.
   *
   * @throws {WorkerLost}
   */
  handle: WorkerProcess["handle"];
  /** Stops all of them at once and resolves when they are gone. */
  kill(): Promise<void>;
}

/** Processes are started when they are needed, and kept. One that is lost is replaced. */
export function createWorkers(setup: Setup, timeoutMs: number): Workers {
  const all = new Set<WorkerProcess>();
  const free: WorkerProcess[] = [];

  function start(): WorkerProcess {
    const worker = startWorker(setup, timeoutMs);
    all.add(worker);
    return worker;
  }

  async function release(worker: WorkerProcess): Promise<void> {
    if (worker.isUsable()) {
      free.push(worker);
      return;
    }
    all.delete(worker);
    await worker.kill();
  }

  return {
    async handle(inputs, listener) {
      const worker = free.pop() ?? start();
      try {
        await worker.handle(inputs, listener);
      } finally {
        await release(worker);
      }
    },
    async kill() {
      await Promise.all([...all].map((worker) => worker.kill()));
    },
  };
}
