import { parentPort, workerData } from "node:worker_threads";
import { createCanvas } from "@tuhei/core/pdf";
import { FREE, type PartAnswer, type PartsFile, type PartTask, TAKEN } from "./parts-apart.js";
import { type PartDone, type PartJob, workOnPart } from "./work-on-part.js";

const { bytes, open } = workerData as PartsFile;
const canvas = createCanvas();

parentPort?.on("message", async ({ id, job, claim }: PartTask) => {
  if (Atomics.compareExchange(claim, 0, FREE, TAKEN) !== FREE) return;
  const done = await worked(job);
  const answer: PartAnswer = { id, done };
  parentPort?.postMessage(answer, done ? [done.part.bytes.buffer as ArrayBuffer] : []);
});

/** Whatever it fails with: the part is then worked on again where errors can be told, and messages may quote the file. */
async function worked(job: PartJob): Promise<PartDone | undefined> {
  try {
    return await workOnPart(bytes, open, job, { canvas });
  } catch {
    return undefined;
  }
}
