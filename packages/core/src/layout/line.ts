import type { Quad } from "../model/geometry.js";

/** A line of text with its place, as an OCR engine gives it: see `OcrLine`. */
export interface LayoutLine {
  readonly text: string;
  /** In reading order of the text. Any unit, origin top-left, y down. */
  readonly quad: Quad;
  /** 0 to 1. */
  readonly confidence: number;
  /** Its characters; used where joined they make `text`, otherwise widths are shared out. */
  readonly chars?: readonly { readonly text: string; readonly quad: Quad }[];
}
