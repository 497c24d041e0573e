/** What can go wrong, for `switch`; stable and never translated. */
export type ErrorCode =
  | "empty" // nothing in the file
  | "damaged" // the format is recognised, its content cannot be parsed
  | "encrypted" // a password is needed
  | "unsupported" // no format here reads it
  | "too-large" // beyond limits.ts
  | "unreadable" // the file system refused
  | "unwritable" // the output cannot be saved: no room, no permission
  | "changed" // the file changed while it was read
  | "not-found"
  | "exists" // the output is already there
  | "same-file" // output equal to input
  | "residue" // verification found a value or a weak box: nothing was written
  | "font" // no font of the system has the characters of the watermark
  | "engine" // an OCR engine, pdfium or a codec failed
  | "usage"; // wrong arguments or configuration

/**
 * The one error class of tuhei. The message names what, where and what to do, in English; the command line has both
 * languages by `code`. It never holds document text.
 */
export class TuheiError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TuheiError";
    this.code = code;
  }
}
