import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Quad } from "@tuhei/core";
import type { OpenPdfOptions } from "@tuhei/core/pdf";
import type { PartDone, PartJob } from "./work-on-part.js";

/** A thread that works on parts of a file beside the caller, who may take any that it has not begun. Must be closed. */
export interface PartsApart {
  /** Has a part worked on, in the order of offering. What was offered before for the same pages is void if it was another job. */
  offer(job: PartJob): void;
  /** Whether a part that was offered is left to the caller: the thread has not begun it, and will not. */
  take(job: PartJob): boolean;
  /** What the thread made of a part that could not be taken; undefined when it failed. */
  result(job: PartJob): Promise<PartDone | undefined>;
  close(): Promise<void>;
}

/** What the thread is told when it starts. */
export interface PartsFile {
  readonly bytes: Uint8Array;
  readonly open: OpenPdfOptions;
}

/** One job. Whoever first sets its only number from {@link FREE} to {@link TAKEN} does it. */
export interface PartTask {
  readonly id: number;
  readonly job: PartJob;
  readonly claim: Int32Array;
}

/** What the thread answers to a job that it has taken. */
export interface PartAnswer {
  readonly id: number;
  /** Undefined when it failed. */
  readonly done: PartDone | undefined;
}

export const FREE = 0;
export const TAKEN = 1;

/** Bytes of a file that both threads hold; of a larger one, memory is dearer than time. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Megabytes that the thread's JavaScript objects may take. */
const HEAP_MB = 256;
/** Of them, those for objects that are gone at once, as most are; V8 would take more than all the others need. */
const YOUNG_MB = 8;

interface Entry extends PartTask {
  readonly done: Promise<PartDone | undefined>;
  readonly settle: (done: PartDone | undefined) => void;
}

/** A thread for the parts of one file, which makes itself ready at once; undefined where there is no processor for it. */
export function partsApart(file: PartsFile): PartsApart | undefined {
  if (file.bytes.length > MAX_BYTES || availableParallelism() < 2) return undefined;
  const entries: Entry[] = [];
  const byFirstPage = new Map<number, Entry>();
  let isGone = false;
  const end = () => {
    isGone = true;
    for (const { settle } of entries) settle(undefined);
  };
  const worker = startWorker(file)
    .on("message", ({ id, done }: PartAnswer) => entries[id]!.settle(done))
    .on("error", end)
    .on("exit", end);

  return {
    offer(job) {
      const known = byFirstPage.get(job.only.from);
      if (known && isSameJob(known.job, job)) return;
      if (known) Atomics.store(known.claim, 0, TAKEN);
      const task = { id: entries.length, job, claim: new Int32Array(new SharedArrayBuffer(4)) };
      let settle: Entry["settle"] = () => {};
      const done = new Promise<PartDone | undefined>((resolve) => {
        settle = resolve;
      });
      const entry = { ...task, done, settle };
      entries.push(entry);
      byFirstPage.set(job.only.from, entry);
      if (isGone) settle(undefined);
      else worker.postMessage(task);
    },
    take: ({ only }) => Atomics.compareExchange(byFirstPage.get(only.from)!.claim, 0, FREE, TAKEN) === FREE,
    result: ({ only }) => byFirstPage.get(only.from)!.done,
    async close() {
      await worker.terminate();
    },
  };
}

function startWorker(workerData: PartsFile): Worker {
  return new Worker(new URL("./parts-worker.js", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    stdout: true,
    stderr: true,
  });
}

function isSameJob(a: PartJob, b: PartJob): boolean {
  if (a.only.to !== b.only.to || a.quads.size !== b.quads.size) return false;
  return [...a.quads].every(([page, quads]) => areSameQuads(quads, b.quads.get(page)));
}

function areSameQuads(a: readonly Quad[], b: readonly Quad[] | undefined): boolean {
  if (a.length !== b?.length) return false;
  return a.every((quad, at) => {
    const other = b[at]!;
    return quad === other || quad.every(({ x, y }, corner) => x === other[corner]!.x && y === other[corner]!.y);
  });
}
