import type { EncodedPart, EntityType, Span } from "@tuhei/patterns";
import type { ByteFilter } from "@tuhei/patterns/bytes";
import type { PrintPlace } from "../smeared-print.js";
import type { Quad } from "./geometry.js";

/** What `open` makes of a file. Holds personal information: never log it. Close it when done. */
export interface Document {
  /** The name of the format in `formats/index.ts`, "pdf" or "text" for instance. */
  readonly format: string;
  /**
   * The pages in order, made one at a time so that memory does not grow with their number. May be walked again.
   *
   * @param skipping lets a large text leave out windows in which nothing can be found
   */
  pages(skipping?: Skipping): AsyncIterable<Page>;
  /** Text no page shows: information dictionary, XMP, EXIF, attachment names, annotations, form values. */
  readonly metadata: readonly MetadataText[];
  /** What could not be read in the file as a whole. A page's own gaps are on the page. */
  readonly gaps: readonly Gap[];
  /** Frees engine memory. No page may be used afterwards. */
  close(): void;
}

/** How windows of a large text are left out in which nothing can be found. */
export interface Skipping {
  /** Tells them by their bytes; undefined where it cannot be told. */
  readonly filter: () => Promise<ByteFilter | undefined>;
  /** Whether one, all ASCII, is wanted all the same: a value that is known may stand there again. */
  readonly isWanted: (bytes: Uint8Array, from: number, to: number) => boolean;
}

/** One piece of text outside the pages, with a stable English key such as "Info.Author" or "EXIF.GPS". */
export interface MetadataText {
  readonly key: string;
  readonly text: string;
  /** What every line of the text is because the format says so: a photograph's position, wherever on Earth. */
  readonly entityType?: EntityType;
  /** The label under which people would read it, where its key does not say: "姓名" for an artist's field. */
  readonly label?: string;
}

/** Something that was not read. A run with gaps never exits 0. */
export interface Gap {
  readonly code: GapCode;
  /** From 0; absent when it concerns the whole file. */
  readonly page?: number;
}

/** Why something was not read; stable, translated by the command line. */
export type GapCode =
  | "ocr-unavailable" // no OCR engine could be loaded, a picture was not read
  | "ocr-failed" // the engine failed on this page
  | "low-confidence" // text was seen but not read with confidence
  | "barcode-failed"
  | "faces-failed"
  | "faces-unavailable" // no network for faces could be loaded
  | "unmapped-text" // glyphs without Unicode that OCR did not read either
  | "disputed-text" // two engines read a page of a PDF so differently that nobody knows what stands there
  | "broken-font" // a PDF has a font that cannot be loaded: text in it is neither read nor drawn, other readers may show it
  | "attachment-not-read" // a file inside: attached to a PDF, in Base64 in a text
  | "frame-not-read" // further frames of an animation or multi-page picture
  | "undecodable-text" // bytes that are not text in the file's encoding
  | "page-failed"; // the page could not be parsed or rendered

/** One page, picture or stretch of text. */
export interface Page {
  /** From 0; people are shown index + 1. */
  readonly index: number;
  /** Absent for text formats. */
  readonly size?: { readonly width: number; readonly height: number; readonly unit: "pt" | "px" };
  /** The page as one string in reading order; every span on the page indexes it. */
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** Text formats: what of `text` is written in an encoding for transport, and what it says. Absent where nothing is. */
  readonly encoded?: readonly EncodedPart[];
  /** Pictures that are findings by themselves: barcodes (with payload when decoded), faces, seals. */
  readonly marks: readonly Mark[];
  readonly gaps: readonly Gap[];
  /** Where text was seen in a picture of which nothing could be read. Absent where there is none. */
  readonly unread?: readonly Quad[];
  /** Where something is printed on a picture, or a document on it, of which most could not be read: text may stand where none was seen. */
  readonly illegible?: readonly Quad[];
  /** That is only a part of the page: elsewhere what was not read is no more than on other pages. */
  readonly isPartlyLegible?: true;
  /**
   * Where a span stands on the page: one quad a line or word, loose (em-high), already grown to whole runs where boxes are
   * estimated. Empty for text formats. Asked for findings only, because geometry is what costs.
   */
  locate(span: Span): readonly Quad[];
  /**
   * Quads stretched along their lines over empty paper, both ways, up to the next thing drawn or the margin, so that they do
   * not tell how long they were. Whatever the quads themselves hold counts as empty. Absent for text formats.
   *
   * @throws {TuheiError} "engine", "damaged"
   */
  stretch?(quads: readonly Quad[]): Promise<readonly Quad[]>;
  /**
   * Which of several places show nothing: they are black, or of one colour. Absent for text formats.
   *
   * @throws {TuheiError} "engine", "damaged"
   */
  arePlain?(places: readonly Quad[]): Promise<readonly boolean[]>;
  /**
   * What is printed in each of several places beside what stands in `known`, undefined where nothing is: also print that is too
   * smeared to be seen as text. Absent for text formats.
   *
   * @throws {TuheiError} "engine", "damaged"
   */
  printIn?(places: readonly PrintPlace[], known: readonly Quad[]): Promise<readonly (Quad | undefined)[]>;
  /**
   * Text formats: the page is a window of a longer text. Findings that start at or after `owned.end`, or before
   * `owned.start`, belong to the neighbouring window. `offset` is the window's place in the whole decoded text and `line`
   * its first line (from 0), both UTF-16. `isQuiet`: nothing can be found in it but values that are known already.
   */
  readonly window?: {
    readonly offset: number;
    readonly line: number;
    readonly owned: Span;
    readonly isQuiet?: boolean;
  };
}

/** Consecutive characters with one origin. Runs do not overlap and are in text order; separators between them belong to none. */
export interface TextRun {
  readonly span: Span;
  readonly origin: "content" | "annotation" | "form-field" | "ocr" | "cell" | "metadata";
  /** Column header, JSON key, form-field name or printed label that names this value ("手机号"). */
  readonly label?: string;
  /** "estimated": a word or line box was shared out, so redaction takes the whole run. */
  readonly precision: "none" | "measured" | "estimated";
  /** OCR confidence, 0 to 1; 1 where no OCR was involved. */
  readonly confidence: number;
}

/** A picture on the page that is personal by itself. */
export interface Mark {
  readonly entityType: Extract<EntityType, "barcode" | "face">;
  readonly quad: Quad;
  /** 0 to 1. */
  readonly score: number;
  /** A word for the report: the symbology ("QRCode") or the model. Never the payload. */
  readonly kind: string;
  /** What the symbol says, when it could be decoded. Personal. */
  readonly payload?: string;
}
