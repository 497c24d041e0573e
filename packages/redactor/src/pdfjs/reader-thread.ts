import { Worker } from "node:worker_threads";

/** Megabytes that its JavaScript objects may take. */
const HEAP_MB = 256;
/** Of them, those for objects that are gone at once, as most are; V8 would take more than all the others need. */
const YOUNG_MB = 4;

let waiting: Worker | undefined;

/** Starts the thread that the next file is read in, so that pdf.js is loaded while others work. Nothing waits for it. */
export function warmReader(): void {
  if (waiting) return;
  const worker = started();
  waiting = worker;
  const forget = () => {
    if (waiting === worker) waiting = undefined;
  };
  worker.on("error", forget).on("exit", forget).unref();
}

/** Ends the thread that {@link warmReader} started, if no file came. */
export async function coolReader(): Promise<void> {
  const worker = waiting;
  waiting = undefined;
  await worker?.terminate();
}

/** A thread that waits for its one file. Whoever takes it ends it. */
export function takeReader(): Worker {
  const worker = waiting ?? started();
  waiting = undefined;
  worker.ref();
  return worker;
}

function started(): Worker {
  return new Worker(new URL("./worker.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    stdout: true,
    stderr: true,
  });
}
