import type { Point } from "@tuhei/core";
import type { SidePart } from "../leak.js";

/** One piece of text as pdf.js delivers it. Holds document text. */
export interface TextPiece {
  readonly text: string;
  /** Where its middle line starts and ends, page units. Between them pdf.js only estimates. */
  readonly line: readonly [start: Point, end: Point];
  /** How tall the type is across that line, page units. */
  readonly height: number;
  /** Whether a line ends after it. */
  readonly endsLine: boolean;
}

/** What stands beside the pages' content, with every string in it. Holds document text. */
export interface SideChannel {
  readonly name: SidePart;
  readonly texts: readonly string[];
}

/** What a file is, apart from its pages. */
export interface FileReading {
  readonly kind: "opened";
  /** Pages as pdf.js counts them. */
  readonly pageCount: number;
  readonly channels: readonly SideChannel[];
}

/** One page, numbered from 0. */
export type PageReading =
  | {
      readonly kind: "page";
      readonly index: number;
      readonly pieces: readonly TextPiece[];
      readonly channels: readonly SideChannel[];
    }
  | { readonly kind: "unread"; readonly index: number };

/** What the thread that reads tells, in this order: the file, then every page; or that it cannot be opened. */
export type Reading = FileReading | PageReading | { readonly kind: "unopened" };

/** What the thread is given. */
export interface ReadingJob {
  /** Given away: the thread has them alone. */
  readonly bytes: Uint8Array;
  /** The first page to read, from 0. */
  readonly from: number;
}
