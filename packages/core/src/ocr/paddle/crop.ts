import { cropBox } from "../crop-box.js";
import type { Raster } from "../engine.js";
import type { TurnedBox } from "../turned-box.js";

/** Pixels across a line as the recogniser was trained. */
export const LINE_HEIGHT = 48;

/** Width over height of a pixel of a line: narrower letters are read as well, and time goes with the width. */
export const SQUEEZE = 0.85;

/** A line of text laid straight: {@link LINE_HEIGHT} rows of 8-bit RGB. */
export interface LinePicture {
  readonly data: Uint8Array;
  /** Pixels along the line. */
  readonly width: number;
}

/** Cuts a box out of a picture, straight and at the height the networks expect. */
export function cropLine(raster: Raster, box: TurnedBox): LinePicture {
  const width = Math.max(8, Math.round((box.width / Math.max(1, box.height)) * LINE_HEIGHT * SQUEEZE));
  return { data: cropBox(raster, box, { width, height: LINE_HEIGHT }).data, width };
}

/** The same line turned by 180°. */
export function turnLine({ data, width }: LinePicture): LinePicture {
  const turned = new Uint8Array(data.length);
  const pixels = data.length / 3;
  for (let i = 0; i < pixels; i++) {
    const from = (pixels - 1 - i) * 3;
    for (let c = 0; c < 3; c++) turned[i * 3 + c] = data[from + c]!;
  }
  return { data: turned, width };
}
