import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure, median, peakMemory, tuhei } from "./measure.mjs";

const documents = fileURLToPath(new URL("../../examples/documents", import.meta.url));

/** Picture OCR against native tesseract on the same pictures, whole processes both. */
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
  console.log(`native tesseract: ${(native / pictures.length).toFixed(2)} s a picture (${pictures.length} pictures)`);
}
