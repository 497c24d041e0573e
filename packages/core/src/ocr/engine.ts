import type { Quad } from "../model/geometry.js";

/** Upright 8-bit RGB, row-major, `data.length === width * height * 3`. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** One character with its place. */
export interface OcrChar {
  /** One character, which may be two UTF-16 units. */
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Pixels of the raster. Estimated from the recogniser's time steps with PP-OCR, measured with tesseract. */
  readonly quad: Quad;
}

/** One line of text as the engine saw it. `text` is the characters joined. */
export interface OcrLine {
  readonly text: string;
  /** 0 to 1; the mean over characters. */
  readonly confidence: number;
  /** Around the whole line, in reading order of its text. Pixels of the raster. */
  readonly quad: Quad;
  readonly chars: readonly OcrChar[];
}

/** Reads text from pictures. One engine is loaded once and used for many pictures; it holds no document state. */
export interface OcrEngine {
  readonly name: string;
  /**
   * Lines in no particular order; a line that was seen and not read has an empty text and confidence 0.
   *
   * @throws {TuheiError} "engine"
   */
  recognize(raster: Raster): Promise<readonly OcrLine[]>;
  close(): Promise<void>;
}
