import { workerData } from "node:worker_threads";

/** A thread beside a worker's own, which may be stuck in an engine: ends the process when the one that started it is gone. */

const EVERY_MS = 1000;
const { parent } = workerData as { parent: number };

setInterval(() => {
  // Where a process keeps the number of a parent that is gone, the number answers no more.
  if (process.ppid !== parent || !isThere(parent)) process.kill(process.pid, "SIGKILL");
}, EVERY_MS);

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
