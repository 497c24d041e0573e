import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findChromium } from "../../browser/chromium.ts";
import { ADDRESS, ID, KEPT, LINES, NAME, PHONE, VALUES } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

/**
 * What LibreOffice 7.4 (Debian 12, libreoffice-writer-nogui) made of libreoffice.fodt beside this file, by
 * `soffice --headless --convert-to 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'`;
 * of the second with "WenQuanYi Micro Hei" in place of "Noto Sans CJK SC". Kept, because LibreOffice is large.
 */
function byLibreOffice(font: "cff" | "truetype"): Promise<Uint8Array> {
  return readFile(new URL(`libreoffice-${font}.pdf`, import.meta.url));
}

/** Prints a page with a heading, a link and a form. @param font as a style sheet names it */
async function byChromium(font: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-corpus-"));
  try {
    const [page, target] = [join(folder, "page.html"), join(folder, "page.pdf")];
    const fields = `<input value="${NAME}"> <textarea>${PHONE}</textarea>`;
    const lines = LINES.map((line) => `<p>${line}</p>`).join("");
    const body = `<h1>${NAME}的资料</h1>${lines}<p>${fields}</p><p><a href="https://example.com/${ID}">链接</a></p>`;
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title>${NAME}</title><style>* { font-family: "${font}" }</style>${body}`,
    );
    const quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
    const how = ["--no-pdf-header-footer", "--generate-pdf-document-outline", `--print-to-pdf=${target}`];
    await promisify(execFile)(findChromium()!, [...quiet, `--user-data-dir=${join(folder, "profile")}`, ...how, page]);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Files of other programs. */
export const producers: readonly CorpusFile[] = [
  {
    id: "01",
    title: "Chromium with a font of CFF outlines",
    build: () => byChromium("Noto Sans CJK SC"),
    kept: KEPT,
    shows: [
      { values: VALUES, seenBy: READERS },
      { values: [ID], seenBy: ["qpdf --qdf"] },
    ],
  },
  {
    id: "01b",
    title: "Chromium with a TrueType font",
    build: () => byChromium("WenQuanYi Micro Hei"),
    kept: KEPT,
    shows: [
      { values: VALUES, seenBy: READERS },
      { values: [ID], seenBy: ["qpdf --qdf"] },
    ],
  },
  {
    id: "02",
    title: "LibreOffice with a font of CFF outlines",
    build: () => byLibreOffice("cff"),
    kept: KEPT,
    removed: ["Info", "outline"],
    shows: [
      { values: [...VALUES.slice(0, 3), ADDRESS], seenBy: ["pdftotext", "mutool draw", "PyMuPDF", "pdf.js"] },
      { values: [NAME], seenBy: ["exiftool"] },
    ],
  },
  {
    id: "02b",
    title: "LibreOffice with a TrueType font",
    build: () => byLibreOffice("truetype"),
    kept: KEPT,
    removed: ["Info", "outline"],
    shows: [
      { values: VALUES, seenBy: READERS },
      { values: [NAME], seenBy: ["exiftool"] },
    ],
  },
];
