import type { Pdfium } from "./engine.js";
import { glyphHoles, type Hole } from "./glyph-holes.js";

/**
 * So many digits must show another shape than theirs: single ones have odd shapes in some fonts. One of them must have more holes
 * than its own, for fat, dotted and segmented digits and bars have fewer.
 */
const MIN_WRONG = 2;
const ZERO = 48;
const DIGITS = 10;

/** Of the characters of a page, code points and the text objects (FPDF_PAGEOBJECT) that draw them; 0 for none. */
interface CharsOfObjects {
  readonly codes: Uint32Array;
  readonly objects: Int32Array;
}

/**
 * The text objects of a page whose font shows other digits than it says. A ToUnicode map (ISO 32000-2, 9.10.3) can be valid and
 * wrong: pages that guard their figures against copying have fonts with shuffled digits, and what is printed of them keeps the map.
 *
 * @param scratch 8 bytes of engine memory
 * @returns FPDF_PAGEOBJECTs
 */
export function objectsInWrongFonts(engine: Pdfium, { codes, objects }: CharsOfObjects, scratch: number): Set<number> {
  const fontOf = new Map<number, number>();
  /** By font, the digits that the page has in it, a bit each. */
  const digits = new Map<number, number>();
  let [object, font] = [0, 0];
  for (let index = 0; index < codes.length; index++) {
    if (objects[index] !== object) {
      object = objects[index]!;
      font = object === 0 ? 0 : engine.raw.FPDFTextObj_GetFont!(object);
      if (font !== 0) fontOf.set(object, font);
    }
    const digit = codes[index]! - ZERO;
    if (font !== 0 && digit >= 0 && digit < DIGITS) digits.set(font, (digits.get(font) ?? 0) | (1 << digit));
  }
  const wrong = new Set<number>();
  for (const [one, shown] of digits) if (showsOthers(engine, one, shown, scratch)) wrong.add(one);
  return new Set([...fontOf].flatMap(([one, its]) => (wrong.has(its) ? [one] : [])));
}

function showsOthers(engine: Pdfium, font: number, digits: number, scratch: number): boolean {
  // What stands in for a font that is not embedded is chosen by the characters.
  if (engine.raw.FPDFFont_GetIsEmbedded!(font) !== 1) return false;
  let [fewer, others] = [0, 0];
  for (const [digit, shape] of SHAPES.entries()) {
    const holes = digits & (1 << digit) ? glyphHoles(engine, font, ZERO + digit, scratch) : undefined;
    if (!holes) continue;
    if (holes.length < shape.least) fewer++;
    else if (holes.length > shape.most || !isAt(holes, shape)) others++;
  }
  return others > 0 && fewer + others >= MIN_WRONG;
}

/** How many holes a digit has, at least and at most, and in which half they are where it is one of two alike. */
interface Shape {
  readonly least: number;
  readonly most: number;
  readonly half?: "lower" | "upper";
}

const NONE: Shape = { least: 0, most: 0 };

/** By digit. A nought may have a stroke, a four may be open. */
const SHAPES: readonly Shape[] = [
  ...[{ least: 1, most: 2 }, NONE, NONE, NONE, { least: 0, most: 1 }, NONE],
  ...[{ least: 1, most: 1, half: "lower" } as const, NONE, { least: 2, most: 2 }],
  { least: 1, most: 1, half: "upper" },
];

function isAt([hole]: readonly Hole[], { half }: Shape): boolean {
  return half === undefined || hole!.height < 0.5 === (half === "lower");
}
