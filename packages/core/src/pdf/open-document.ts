import { setImmediate as nextTurn } from "node:timers/promises";
import { TuheiError } from "../errors.js";
import type { OpenOptions } from "../formats/format.js";
import { loweredLimits } from "../limits.js";
import type { Document, Page } from "../model/document.js";
import { type ByteSource, readAll } from "../source.js";
import { pdfMetadata } from "./metadata.js";
import { openPdf, type PdfFile } from "./pdf-file.js";
import { readPdfPage } from "./read-page.js";

/**
 * A PDF as a document, its pages read one at a time.
 *
 * @throws {TuheiError} "damaged", "encrypted", "too-large", "engine"
 */
export async function openPdfDocument(source: ByteSource, options: OpenOptions): Promise<Document> {
  const { services, password } = options;
  const limits = loweredLimits(options.limits);
  if (source.size > limits.wholeFileBytes) {
    throw new TuheiError("too-large", `${source.name}: larger than ${limits.wholeFileBytes} bytes; split the file`);
  }
  const bytes = await readAll(source);
  const file = await openPdf(bytes, {
    name: source.name,
    maxPages: limits.pdfPages,
    ...(password !== undefined && { password }),
  });
  const { metadata, gaps } = closingOnError(file, () => pdfMetadata(file, bytes));
  return {
    format: "pdf",
    metadata,
    gaps,
    async *pages(): AsyncGenerator<Page> {
      for (let index = 0; index < file.pageCount; index++) {
        yield await readPdfPage(file, index, services, options.onPdfPage);
        // What other threads tell would pile up otherwise.
        await nextTurn();
      }
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
