import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { inFolder, measure, median, peakMemory, tuhei } from "./measure.mjs";

/** Values on a page. */
const PER_PAGE = 10;

/** Seconds a page of the whole road: find, redact, rebuild, prove. */
export async function bench() {
  await inFolder(async (folder) => {
    for (const pages of [1, 20, 200]) {
      const path = join(folder, `${pages}.pdf`);
      writeFileSync(path, await documentOf(pages));
      const args = [tuhei, "redact", path, "--out", join(folder, "out"), "--overwrite", "--quiet"];
      const seconds = median(pages > 20 ? 1 : 3, () => measure(process.execPath, args));
      console.log(
        `${pages} pages × ${PER_PAGE} values: ${seconds.toFixed(2)} s, ${((seconds / pages) * 1000).toFixed(0)} ms a page, peak ${peakMemory(args).toFixed(0)} MB`,
      );
    }
  });
}

async function documentOf(pages) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < pages; page++) {
    const sheet = document.addPage([595, 842]);
    for (let line = 0; line < 40; line++) {
      const phone = `139${String((page * 40 + line) * 7919).padStart(8, "0")}`;
      const text =
        line < PER_PAGE
          ? `mobile: ${phone} delivered to the front desk`
          : "Nothing personal stands on this line of the page.";
      sheet.drawText(text, { x: 60, y: 780 - line * 18, size: 11, font });
    }
  }
  return document.save();
}
