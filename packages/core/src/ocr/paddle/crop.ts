import { cropBox } from "../crop-box.js";
import type { Raster } from "../engine.js";
import type { TurnedBox } from "../turned-box.js";

/** Pixels across a line as the recogniser was trained. */
export const LINE_HEIGHT = 48;

/** Width over height of a line's pixels at first: time goes with the width, and most print is read as well. */
export const NARROW = 0.85;
/** The same for print so close that its characters fall into one time step of the recogniser. */
export const WIDE = 1.4;

/** A line of text laid straight: {@link LINE_HEIGHT} rows of 8-bit RGB. */
export interface LinePicture {
  readonly data: Uint8Array;
  /** Pixels along the line. */
  readonly width: number;
  /** Width over height of a pixel, {@link NARROW} or {@link WIDE}: how much the line was stretched. */
  readonly stretch: number;
}

/** Cuts a box out of a picture, straight and at the height the networks expect. */
export function cropLine(raster: Raster, box: TurnedBox, stretch: number): LinePicture {
  const width = Math.max(8, Math.round((box.width / Math.max(1, box.height)) * LINE_HEIGHT * stretch));
  return { data: cropBox(raster, box, { width, height: LINE_HEIGHT }).data, width, stretch };
}

/** The same line turned by 180°. */
export function turnLine({ data, width, stretch }: LinePicture): LinePicture {
  const turned = new Uint8Array(data.length);
  const pixels = data.length / 3;
  for (let i = 0; i < pixels; i++) {
    const from = (pixels - 1 - i) * 3;
    for (let c = 0; c < 3; c++) turned[i * 3 + c] = data[from + c]!;
  }
  return { data: turned, width, stretch };
}
