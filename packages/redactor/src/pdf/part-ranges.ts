import type { PageRange } from "@tuhei/core/pdf";

/** Pages worked on at once. For every page that it writes, pdfium counts what refers to what in all of the file. */
export const PART_PAGES = 32;

/** The parts of a file, in order. */
export function partRanges(pageCount: number): readonly PageRange[] {
  return Array.from({ length: Math.ceil(pageCount / PART_PAGES) }, (_, at) => ({
    from: at * PART_PAGES,
    to: Math.min(pageCount, (at + 1) * PART_PAGES),
  }));
}
