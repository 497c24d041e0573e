import { openPdfIn, type PdfFile, type PdfPage } from "@tuhei/core/pdf";

/** A file that was worked on part by part, as it is now. */
export interface WorkedFile {
  readonly pageCount: number;
  /** As of a {@link PdfFile}, by the number that the page has in the whole file. */
  withPage<T>(index: number, work: (page: PdfPage) => T): T;
  close(): void;
}

/** A part as it was saved. */
export interface WorkedPart {
  /** Number of its first page in the whole file. */
  readonly firstPage: number;
  readonly pageCount: number;
  readonly bytes: Uint8Array;
}

/** The parts as one file. Each is opened when one of its pages is asked for, and stays so until another is. */
export function workedFile(engine: PdfFile["engine"], name: string, parts: readonly WorkedPart[]): WorkedFile {
  let open: { readonly part: WorkedPart; readonly file: PdfFile } | undefined;
  const close = () => {
    open?.file.close();
    open = undefined;
  };
  return {
    pageCount: parts.reduce((sum, { pageCount }) => sum + pageCount, 0),
    withPage(index, work) {
      const part = parts.findLast(({ firstPage }) => firstPage <= index)!;
      if (open?.part !== part) {
        close();
        open = { part, file: openPdfIn(engine, part.bytes, { name, firstPage: part.firstPage }) };
      }
      return open.file.withPage(index, work);
    },
    close,
  };
}
