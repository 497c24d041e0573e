import type { Pdfium } from "./engine.js";
import type { PageObject } from "./page-objects.js";

/** What an object lays on the page. */
export interface Paint {
  /** Its inside is covered: a picture, a shading, an opaque fill. */
  readonly isFilled: boolean;
  /** It is a line, opaque and so thick, in points of its own space; 0 where there is none. */
  readonly stroke: number;
  /** Of the fill, 0xRRGGBB; undefined for pictures, shadings and patterns. */
  readonly colour: number | undefined;
}

/** Alpha, of 255, from which nothing can be made out behind a fill. */
const OPAQUE = 200;

const NOTHING: Paint = { isFilled: false, stroke: 0, colour: undefined };
const PICTURE: Paint = { isFilled: true, stroke: 0, colour: undefined };

/** How an object covers what was painted before. Text and forms by themselves cover nothing. */
export function paintOf(engine: Pdfium, { kind, handle }: PageObject): Paint {
  if (kind === "image" || kind === "shading") return PICTURE;
  if (kind !== "path") return NOTHING;
  const { raw } = engine;
  return engine.borrow(16, (scratch) => {
    const hasMode = raw.FPDFPath_GetDrawMode!(handle, scratch, scratch + 4) !== 0;
    const [fill = 0, stroked = 0] = engine.words().subarray(scratch / 4, scratch / 4 + 2);
    if (!hasMode || (fill === 0 && stroked === 0)) return NOTHING;
    const { colour, alpha } = colourOf(engine, "Fill", handle, scratch);
    const isFilled = fill !== 0 && alpha >= OPAQUE;
    const isStroked = stroked !== 0 && colourOf(engine, "Stroke", handle, scratch).alpha >= OPAQUE;
    const hasWidth = isStroked && raw.FPDFPageObj_GetStrokeWidth!(handle, scratch) !== 0;
    return { isFilled, stroke: hasWidth ? engine.floats()[scratch / 4]! : 0, colour: isFilled ? colour : undefined };
  });
}

/** Colour of a text's fill, 0xRRGGBB; undefined for patterns. */
export function textColour(engine: Pdfium, { handle }: PageObject): number | undefined {
  return engine.borrow(16, (scratch) => colourOf(engine, "Fill", handle, scratch).colour);
}

/** A pattern has no colour and counts as opaque. */
function colourOf({ raw, words }: Pdfium, which: "Fill" | "Stroke", handle: number, scratch: number) {
  const get = raw[`FPDFPageObj_Get${which}Color`]!;
  if (get(handle, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return { colour: undefined, alpha: 255 };
  const [red = 0, green = 0, blue = 0, alpha = 0] = words().subarray(scratch / 4, scratch / 4 + 4);
  return { colour: (red << 16) | (green << 8) | blue, alpha };
}
