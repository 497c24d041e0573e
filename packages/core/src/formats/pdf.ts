import type { Format } from "./format.js";

/** How far into a file its header may stand: what readers accept (ISO 32000-2, 7.5.2 asks for the first byte). */
const HEADER_WITHIN = 1024;
/** What a PDF has within its first bytes and a text that speaks of PDF has not: an object, or a cross-reference table. */
const STRUCTURE = /\b\d{1,10} \d{1,5} obj\b|\bxref\b/;

/** Portable Document Format, ISO 32000. Text is read from the page; what is a picture of text goes to OCR. */
export const pdf: Format = {
  name: "pdf",
  sniff: isPdf,
  // The engine's own code is loaded with the first PDF.
  open: async (source, options) => (await import("../pdf/open-document.js")).openPdfDocument(source, options),
};

function isPdf(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const start = bytes.subarray(0, HEADER_WITHIN).indexOf("%PDF-");
  return start === 0 || (start > 0 && STRUCTURE.test(bytes.toString("latin1")));
}
