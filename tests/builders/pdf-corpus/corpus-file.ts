import type { Box } from "@tuhei/core";

/** One way in which a PDF holds what must not be left in it. */
export interface CorpusFile {
  /** Two digits, and a letter for a variant: stable, so that a failure is talked about by it. */
  readonly id: string;
  readonly title: string;
  build(): Promise<Uint8Array>;
  readonly password?: string;
  /** What stands in it and who sees it there before redaction: else not seeing it afterwards would mean nothing. */
  readonly shows: readonly Shown[];
  /** Part of the text that must read on afterwards. */
  readonly kept?: string;
  /** Why pages become pictures; without it none may. */
  readonly rasterized?: string;
  /** What the report has to name as removed. */
  readonly removed?: readonly string[];
  /** Where a picture with values in its pixels stands on the first page, in page units. */
  readonly picture?: Box;
  /** What readers lay over pages, such as the icon of a note, is gone and not compared. */
  readonly losesMarks?: true;
}

/** Values and the witnesses that see each of them in the original. */
export interface Shown {
  readonly values: readonly string[];
  readonly seenBy: readonly Seer[];
}

/** Names of witnesses; "pixels" is the look of the picture in the file, "page pixels" that of the page. */
export type Seer =
  | "pdftotext"
  | "mutool draw"
  | "PyMuPDF"
  | "pdf.js"
  | "qpdf --qdf"
  | "exiftool"
  | "the bytes themselves"
  | "revisions"
  | "pixels"
  | "page pixels";

/** Those that read the text of pages. */
export const READERS = ["pdftotext", "mutool draw", "PyMuPDF", "pdf.js"] as const;
