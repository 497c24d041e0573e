import { TuheiError } from "../errors.js";
import { limits } from "../limits.js";
import type { Document, Page } from "../model/document.js";
import { pdfMetadata } from "../pdf/metadata.js";
import { openPdf, type PdfFile } from "../pdf/pdf-file.js";
import { readPdfPage } from "../pdf/read-page.js";
import { type ByteSource, readAll } from "../source.js";
import type { Format, OpenOptions } from "./format.js";

/** How far into a file its header may stand: what readers accept (ISO 32000-2, 7.5.2 asks for the first byte). */
const HEADER_WITHIN = 1024;
/** What a PDF has within its first bytes and a text that speaks of PDF has not: an object, or a cross-reference table. */
const STRUCTURE = /\b\d{1,10} \d{1,5} obj\b|\bxref\b/;

/** Portable Document Format, ISO 32000. Text is read from the page; what is a picture of text goes to OCR. */
export const pdf: Format = {
  name: "pdf",
  sniff: isPdf,
  open: openDocument,
};

function isPdf(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const start = bytes.subarray(0, HEADER_WITHIN).indexOf("%PDF-");
  return start === 0 || (start > 0 && STRUCTURE.test(bytes.toString("latin1")));
}

async function openDocument(source: ByteSource, { services, password }: OpenOptions): Promise<Document> {
  if (source.size > limits.wholeFileBytes) {
    throw new TuheiError("too-large", `${source.name}: larger than ${limits.wholeFileBytes} bytes; split the file`);
  }
  const bytes = await readAll(source);
  const file = await openPdf(bytes, { name: source.name, ...(password !== undefined && { password }) });
  const { metadata, gaps } = closingOnError(file, () => pdfMetadata(file, bytes));
  return {
    format: "pdf",
    metadata,
    gaps,
    async *pages(): AsyncGenerator<Page> {
      for (let index = 0; index < file.pageCount; index++) yield await readPdfPage(file, index, services);
    },
    close: () => file.close(),
  };
}

function closingOnError<T>(file: PdfFile, work: () => T): T {
  try {
    return work();
  } catch (error) {
    file.close();
    throw error;
  }
}
