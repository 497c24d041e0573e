import type { Worker } from "node:worker_threads";
import { takeReader } from "./reader-thread.js";
import type { Reading, ReadingJob } from "./reading.js";

/** Seconds of the processor without any news after which the thread is taken for hanging: a page takes milliseconds. */
const PATIENCE_S = 20;
/** Seconds by the clock after which it is even where hardly any time of the processor was to be had, or none was wanted. */
const CLOCK_PATIENCE_S = 180;
const SECOND_MS = 1000;
const SECOND_US = 1_000_000;

/**
 * Reads a PDF with pdf.js in a thread of its own, which may hang, crash or run out of memory without harm. Ends early where
 * it did.
 *
 * @param job whose bytes are given away
 */
export async function* readApart(job: ReadingJob): AsyncGenerator<Reading> {
  const worker = takeReader();
  const news = newsFrom(worker);
  worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
  try {
    for (let reading = await news.next(); reading; reading = await news.next()) yield reading;
  } finally {
    news.stop();
    await worker.terminate();
  }
}

interface News {
  /** The next reading; undefined when there will be none. */
  next(): Promise<Reading | undefined>;
  stop(): void;
}

function newsFrom(worker: Worker): News {
  const waiting: Reading[] = [];
  let isOver = false;
  let [silentSeconds, silentWork, usage] = [0, 0, process.cpuUsage()];
  let wake = () => {};
  const end = () => {
    isOver = true;
    wake();
  };
  worker.on("message", (reading: Reading) => {
    [silentSeconds, silentWork] = [0, 0];
    waiting.push(reading);
    wake();
  });
  worker.on("error", end);
  worker.on("exit", end);
  // Counted in ticks, so that a time in which this thread itself was busy is one tick at most. Other programs may take nearly all
  // of the processor: that a page was not read in time must not depend on them.
  const clock = setInterval(() => {
    const { user, system } = process.cpuUsage(usage);
    usage = process.cpuUsage();
    silentWork += Math.min(1, (user + system) / SECOND_US);
    if (silentWork > PATIENCE_S || ++silentSeconds > CLOCK_PATIENCE_S) end();
  }, SECOND_MS);
  return {
    async next() {
      while (waiting.length === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift();
    },
    stop: () => clearInterval(clock),
  };
}
