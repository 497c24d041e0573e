import type { InputLimits } from "../limits.js";
import type { Document } from "../model/document.js";
import type { LoadedPage } from "../pdf/page-chars.js";
import type { Services } from "../services.js";
import type { ByteSource } from "../source.js";

/** A file format as data: how it is recognised and opened. One file each in this folder, one line in `index.ts`. */
export interface Format {
  /** "pdf", "csv"; stable, shown to users. */
  readonly name: string;
  /**
   * Whether the file is of this format, from its first bytes (up to {@link SNIFF_BYTES}) and, only where bytes cannot tell
   * (CSV, plain text), its name. Pure.
   */
  sniff(head: Uint8Array, name: string): boolean;
  /** @throws {TuheiError} "damaged", "encrypted", "too-large", "empty" */
  open(source: ByteSource, options: OpenOptions): Promise<Document>;
}

/** How many bytes `sniff` is shown. */
export const SNIFF_BYTES = 64 * 1024;

/** What the caller may choose when opening. */
export interface OpenOptions {
  readonly services: Services;
  /** For encrypted PDFs. */
  readonly password?: string;
  /** A WHATWG encoding label that overrides detection, text formats only. */
  readonly encoding?: string;
  /** Shown every page of a PDF while it is loaded to be read, in order, as it is without annotations of its own. */
  readonly onPdfPage?: (page: LoadedPage) => void;
  /** Lower than tuhei's own. */
  readonly limits?: Partial<InputLimits>;
}
