import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { inFolder, tuhei, usageOf } from "./measure.mjs";

/** Pages, and values on each. */
const DOCUMENTS = [1, 20, 200].flatMap((pages) => [10, 72].map((perPage) => ({ pages, perPage })));
/** The longest document, for memory that does not grow with pages. */
const LONGEST = { pages: 1000, perPage: 10 };
const PYTHONS = ["/usr/bin/python3", "python3"];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The whole road (find, redact, rebuild, prove) and its first part alone, against PyMuPDF where it is installed: wall time, and
 * processor time, which says more on a busy machine. One page is cold: every run is a process of its own.
 */
export async function bench() {
  const python = PYTHONS.find((path) => spawnSync(path, ["-c", "import fitz"]).status === 0);
  if (!python) console.log("No PyMuPDF to compare with: install python3-fitz");
  await inFolder(async (folder) => {
    for (const { pages, perPage } of [...DOCUMENTS, LONGEST]) {
      const { path, values } = await written(folder, pages, perPage);
      const road = [tuhei, "redact", path, "--out", join(folder, "out"), "--overwrite", "--quiet"];
      const part = [here("find-redact-save.mjs"), path, join(folder, "part.pdf")];
      const peer = python && [here("pymupdf.py"), path, values, join(folder, "mupdf.pdf")];
      const runs = Array.from({ length: pages > 20 ? 1 : 3 }, () => ({
        road: usageOf(process.execPath, road),
        part: usageOf(process.execPath, part),
        peer: peer && usageOf(python, peer),
      }));
      const told = (name) => inWords(middle(runs, name), peer && middle(runs, "peer"));
      console.log(`${pages} pages × ${perPage} values: ${told("road")}; find + redact + save ${told("part")}`);
    }
  });
}

/** The run that took the middle time on the processor. */
function middle(runs, name) {
  const sorted = runs.map((run) => run[name]).sort((a, b) => a.processor - b.processor);
  return sorted[Math.floor(sorted.length / 2)];
}

function inWords({ seconds, processor, megabytes }, peer) {
  const ratio = (key, value) => (peer ? ` (${(value / peer[key]).toFixed(2)} × PyMuPDF)` : "");
  return `${seconds.toFixed(2)} s${ratio("seconds", seconds)}, processor ${processor.toFixed(2)} s${ratio("processor", processor)}, peak ${megabytes.toFixed(0)} MB`;
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
