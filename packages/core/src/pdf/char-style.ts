import type { Pdfium } from "./engine.js";

/** How characters are set, in user space. */
export interface CharStyle {
  /** The font size as drawn; 0 where it is not known. */
  readonly type: number;
  /** From the font's lowest to its highest point, as the font claims; at least `type`. */
  readonly font: number;
  /** Clockwise angle of the baseline in radians, 0 to 2π: letters that lean, as in made-up italics, stand on one that does not. */
  readonly angle: number;
}

/** Of a character that no text object draws. */
export const UNKNOWN_STYLE: CharStyle = { type: 0, font: 0, angle: 0 };

/** Reads styles; characters of one text object share theirs. `scratch` is 24 bytes of engine memory. */
export function styleReader(
  engine: Pdfium,
  textPage: number,
  scratch: number,
): (index: number, object: number) => CharStyle {
  let [known, style, between] = [0, UNKNOWN_STYLE, UNKNOWN_STYLE];
  return (index, object) => {
    if (object === 0) return between;
    if (object !== known) {
      [known, style] = [object, styleOf(engine, textPage, index, object, scratch)];
      between = { ...UNKNOWN_STYLE, angle: style.angle };
    }
    return style;
  };
}

function styleOf({ raw, floats }: Pdfium, textPage: number, index: number, object: number, scratch: number): CharStyle {
  const hasMatrix = raw.FPDFText_GetMatrix!(textPage, index, scratch) !== 0;
  const [a = 1, b = 0, c = 0, d = 1] = hasMatrix ? floats().subarray(scratch / 4, scratch / 4 + 4) : [];
  const size = Math.abs(raw.FPDFText_GetFontSize!(textPage, index));
  const font = raw.FPDFTextObj_GetFont!(object);
  const hasMetrics =
    font !== 0 &&
    raw.FPDFFont_GetAscent!(font, size, scratch) !== 0 &&
    raw.FPDFFont_GetDescent!(font, size, scratch + 4) !== 0;
  const [ascent = 0, descent = 0] = hasMetrics ? floats().subarray(scratch / 4, scratch / 4 + 2) : [];
  const scale = Math.hypot(c, d);
  // pdfium's own angle is that of the letters' stems.
  const angle = Math.atan2(-b, a);
  return {
    type: size * scale,
    font: Math.max(size, ascent - descent) * scale,
    angle: angle < 0 ? angle + 2 * Math.PI : angle,
  };
}
