import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { inFolder, measure, median, peakMemory, tuhei } from "./measure.mjs";

/** Pages, and values on each. */
const DOCUMENTS = [1, 20, 200].flatMap((pages) => [10, 72].map((perPage) => ({ pages, perPage })));
/** Values on each page of the longest document, whose memory alone is measured. */
const LONGEST = { pages: 1000, perPage: 10 };
const PYTHONS = ["/usr/bin/python3", "python3"];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The whole road (find, redact, rebuild, prove) and its first part alone, against PyMuPDF where it is installed. */
export async function bench() {
  const python = PYTHONS.find((path) => spawnSync(path, ["-c", "import fitz"]).status === 0);
  if (!python) console.log("No PyMuPDF to compare with: install python3-fitz");
  await inFolder(async (folder) => {
    for (const { pages, perPage } of DOCUMENTS) {
      const { path, values } = await written(folder, pages, perPage);
      const times = pages > 20 ? 1 : 3;
      const road = [tuhei, "redact", path, "--out", join(folder, "out"), "--overwrite", "--quiet"];
      const whole = median(times, () => measure(process.execPath, road));
      const part = median(times, () =>
        measure(process.execPath, [here("find-redact-save.mjs"), path, join(folder, "part.pdf")]),
      );
      const yardstick =
        python && median(times, () => measure(python, [here("pymupdf.py"), path, values, join(folder, "mupdf.pdf")]));
      const ratio = (seconds) => (yardstick ? ` (${(seconds / yardstick).toFixed(2)} × PyMuPDF)` : "");
      console.log(
        `${pages} pages × ${perPage} values: ${whole.toFixed(2)} s${ratio(whole)}, find + redact + save ${part.toFixed(2)} s${ratio(part)}, peak ${peakMemory(road).toFixed(0)} MB`,
      );
    }
    const { path } = await written(folder, LONGEST.pages, LONGEST.perPage);
    const peak = peakMemory([tuhei, "redact", path, "--out", join(folder, "out"), "--overwrite", "--quiet"]);
    console.log(`${LONGEST.pages} pages × ${LONGEST.perPage} values: peak ${peak.toFixed(0)} MB`);
  });
}

async function written(folder, pages, perPage) {
  const path = join(folder, `${pages}-${perPage}.pdf`);
  const { bytes, values } = await documentOf(pages, perPage);
  writeFileSync(path, bytes);
  writeFileSync(`${path}.txt`, values.join("\n"));
  return { path, values: `${path}.txt` };
}

async function documentOf(pages, perPage) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const values = [];
  const lines = Math.max(40, perPage);
  const height = 740 / lines;
  for (let page = 0; page < pages; page++) {
    const sheet = document.addPage([595, 842]);
    for (let line = 0; line < lines; line++) {
      const phone = `139${String(((page * lines + line) * 7919) % 1e8).padStart(8, "0")}`;
      if (line < perPage) values.push(phone);
      const text =
        line < perPage
          ? `mobile: ${phone} delivered to the front desk`
          : "Nothing personal stands on this line of the page.";
      sheet.drawText(text, { x: 60, y: 800 - line * height, size: Math.min(11, height * 0.9), font });
    }
  }
  return { bytes: await document.save(), values };
}
