import type { Pdfium } from "./engine.js";

/** How large the type of a character is, in user space. */
export interface CharSize {
  /** The font size as drawn; 0 where it is not known. */
  readonly type: number;
  /** From the font's lowest to its highest point, as the font claims; at least `type`. */
  readonly font: number;
}

/** Of a character that no text object draws. */
export const UNKNOWN_SIZE: CharSize = { type: 0, font: 0 };

/** Reads sizes; characters of one text object share theirs. `scratch` is 24 bytes of engine memory. */
export function sizeReader(
  engine: Pdfium,
  textPage: number,
  scratch: number,
): (index: number, object: number) => CharSize {
  let [known, size] = [0, UNKNOWN_SIZE];
  return (index, object) => {
    if (object === 0) return UNKNOWN_SIZE;
    if (object !== known) [known, size] = [object, sizeOf(engine, textPage, index, object, scratch)];
    return size;
  };
}

function sizeOf({ raw, floats }: Pdfium, textPage: number, index: number, object: number, scratch: number): CharSize {
  const hasMatrix = raw.FPDFText_GetMatrix!(textPage, index, scratch) !== 0;
  const [, , c = 0, d = 1] = hasMatrix ? floats().subarray(scratch / 4, scratch / 4 + 4) : [];
  const size = Math.abs(raw.FPDFText_GetFontSize!(textPage, index));
  const font = raw.FPDFTextObj_GetFont!(object);
  const hasMetrics =
    font !== 0 &&
    raw.FPDFFont_GetAscent!(font, size, scratch) !== 0 &&
    raw.FPDFFont_GetDescent!(font, size, scratch + 4) !== 0;
  const [ascent = 0, descent = 0] = hasMetrics ? floats().subarray(scratch / 4, scratch / 4 + 2) : [];
  const scale = Math.hypot(c, d);
  return { type: size * scale, font: Math.max(size, ascent - descent) * scale };
}
