import type { ByteSource } from "@tuhei/core";
import type { KeptPart } from "../keep/kept-parts.js";
import type { CheckName, Leak } from "../leak.js";
import type { TextPiece } from "../pdfjs/reading.js";
import type { Redaction } from "../redaction.js";

/** What a check may know of the redaction. Nothing of what the writer did. */
export interface CheckContext {
  readonly redactions: readonly Redaction[];
  /** The redacted strings themselves. In memory only, never in a leak. */
  readonly values: ReadonlySet<string>;
  /** What a PDF may have besides the looks of its pages; nothing without it. */
  readonly kept?: ReadonlySet<KeptPart>;
  /** Heeded between checks. */
  readonly signal?: AbortSignal | undefined;
  /** Told what the second reader read on each page of a PDF, from 0. */
  readonly onSecondReading?: (page: number, pieces: readonly TextPiece[]) => void;
}

/** One question to an output, answered from its bytes alone. One file each in this folder, one line in `index.ts`. */
export interface Check {
  readonly name: CheckName;
  /** Names of core formats whose outputs it examines. */
  readonly formats: readonly string[];
  /** Works in a thread of its own, so it is asked first and answers last. */
  readonly isApart?: true;
  /** What it objects to; empty means it looked and saw nothing. @throws {TuheiError} when it could not look */
  run(output: ByteSource, context: CheckContext): Promise<Leak[]>;
}
