import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, measure, median, middle, tuhei, usageOfAll } from "./measure.mjs";

const stages = fileURLToPath(new URL("picture-stages.mjs", import.meta.url));
const documents = fileURLToPath(new URL("../../examples/documents", import.meta.url));

/** Stages of `redact` that are OCR's. */
const OCR = ["see text", "turn lines", "read lines", "cut lines out"];
/** Of the pictures, for the throughput of workers. */
const COPIES = 4;

/** Picture OCR against native tesseract on the same pictures, and what each stage takes. */
export async function bench() {
  // Its threads wait for one another by spinning.
  process.env.OMP_THREAD_LIMIT = "1";
  const pictures = readdirSync(documents)
    .filter((name) => /\.(jpe?g|png)$/i.test(name))
    .map((name) => join(documents, name));
  const runs = Array.from({ length: 3 }, () =>
    pictures.map((picture) => usageOfAll("tesseract", [picture, "-", "-l", "chi_sim"])),
  );
  const native = sumOf(runs, ({ seconds }) => seconds) / pictures.length;
  const nativeProcessor = sumOf(runs, ({ processor }) => processor) / pictures.length;
  console.log(`native tesseract, one thread: ${native.toFixed(2)} s a picture (${pictures.length} pictures)`);
  for (const ocr of ["paddle", "tesseract"]) {
    const args = [tuhei, "scan", ...pictures, "--ocr", ocr, "--quiet", "--jobs", "1"];
    const each = median(3, () => measure(process.execPath, args)) / pictures.length;
    console.log(
      `scan with ${ocr}, one worker, faces and codes too: ${each.toFixed(2)} s a picture, ${(each / native).toFixed(2)} × native tesseract's time`,
    );
  }
  for (const threads of [1, 2]) {
    const args = [stages, "--threads", `${threads}`, ...pictures];
    const byStage = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const read = OCR.reduce((sum, stage) => sum + byStage[stage], 0);
    console.log(
      `PP-OCR alone, threads: ${threads}: ${read.toFixed(2)} s of processor time a picture, ${(read / nativeProcessor).toFixed(2)} × native tesseract's`,
    );
    console.log("processor seconds a picture by stage of `redact`, engines loaded:");
    for (const [stage, seconds] of Object.entries(byStage)) console.log(`  ${stage}: ${seconds.toFixed(3)}`);
  }
  await throughput(pictures);
}

/** The middle run's sum over the pictures. */
function sumOf(runs, numberOf) {
  return middle(runs.map((run) => run.reduce((sum, one) => sum + numberOf(one), 0)));
}

/** How much more two workers get done than one, which takes both cores for its networks. */
function throughput(pictures) {
  return inFolder((folder) => {
    for (let copy = 0; copy < COPIES; copy++)
      for (const picture of pictures) copyFileSync(picture, join(folder, `${copy}-${basename(picture)}`));
    const [one, two] = ["1", "2"].map(
      (jobs) => measure(process.execPath, [tuhei, "scan", folder, "--quiet", "--jobs", jobs]).seconds,
    );
    console.log(
      `${COPIES * pictures.length} pictures: ${one.toFixed(1)} s with one worker, ${two.toFixed(1)} s with two, ${(one / two).toFixed(2)} × as fast`,
    );
  });
}
