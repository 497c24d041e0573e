import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure, median, peakMemory, tuhei } from "./measure.mjs";

const stages = fileURLToPath(new URL("picture-stages.mjs", import.meta.url));
const documents = fileURLToPath(new URL("../../examples/documents", import.meta.url));

/** Picture OCR against native tesseract on the same pictures, whole processes both, and what each stage takes. */
export async function bench() {
  const pictures = readdirSync(documents)
    .filter((name) => /\.(jpe?g|png)$/i.test(name))
    .map((name) => join(documents, name));
  const native = median(3, () => ({
    seconds: pictures.reduce((sum, picture) => sum + measure("tesseract", [picture, "-", "-l", "chi_sim"]).seconds, 0),
  }));
  for (const ocr of ["paddle", "tesseract"]) {
    const args = [tuhei, "scan", ...pictures, "--ocr", ocr, "--quiet"];
    const seconds = median(3, () => measure(process.execPath, args));
    const each = (seconds / pictures.length).toFixed(2);
    console.log(
      `${ocr}: ${each} s a picture, ${(seconds / native).toFixed(2)} × native tesseract's time, peak ${peakMemory(args).toFixed(0)} MB`,
    );
  }
  const byStage = JSON.parse(execFileSync(process.execPath, [stages, ...pictures], { encoding: "utf8" }));
  console.log("processor seconds a picture by stage of `redact`, engines loaded:");
  for (const [stage, seconds] of Object.entries(byStage)) console.log(`  ${stage}: ${seconds.toFixed(3)}`);
  console.log(`native tesseract: ${(native / pictures.length).toFixed(2)} s a picture (${pictures.length} pictures)`);
}
