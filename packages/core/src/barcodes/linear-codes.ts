import type { Raster } from "../ocr/engine.js";
import { holds, type TurnedBox } from "../ocr/turned-box.js";
import { allStripedPatches } from "./all-striped-patches.js";
import { type Bars, wholeSymbol } from "./bars.js";
import type { LocatedCode } from "./located-code.js";
import { type Reading, readClose } from "./readings.js";

/** What a symbol is called that was located and not decoded. */
const UNREAD = "Linear";
/** The share of rows that must show equal bars when nothing can be decoded: cloth, blinds and print are less even. */
const MIN_EVENNESS = 0.3;
/** How high an unread symbol may be, in widths. */
const MAX_HEIGHT = 1.3;
/** How thick a reading counts across the bars when the bars themselves cannot be followed, in shares of its length. */
const THICKNESS = 0.25;

/**
 * The symbols made of bars. Bars are looked for in the picture itself, each patch of them is laid straight and read, and
 * `seen` (what zxing read in the whole picture) adds what that missed.
 */
export async function linearCodes(raster: Raster, seen: readonly Reading[]): Promise<readonly LocatedCode[]> {
  const codes: LocatedCode[] = [];
  for (const patch of allStripedPatches(raster)) {
    if (codes.some(({ box }) => holds(box, patch.box.center))) continue;
    const bars = wholeSymbol(raster, patch);
    const code = bars === undefined ? undefined : await codeOf(raster, bars, seen);
    if (code !== undefined) codes.push(code);
  }
  for (const reading of seen) {
    if (codes.some(({ box }) => holds(box, reading.box.center))) continue;
    const bars = wholeSymbol(raster, { box: reading.box, lean: 0 });
    const isRead = reading.payload !== undefined;
    if (bars === undefined && isRead) codes.push({ ...reading, box: thickened(reading.box) });
    if (bars !== undefined && (isRead || isSymbol(bars))) codes.push({ ...reading, box: bars.box });
  }
  return codes;
}

/** What is read in a patch of bars; undefined when nothing is and it may as well be texture. */
async function codeOf(raster: Raster, bars: Bars, seen: readonly Reading[]): Promise<LocatedCode | undefined> {
  const { box } = bars;
  const reading =
    (await readClose(raster, box)) ?? seen.find((it) => it.payload !== undefined && holds(box, it.box.center));
  if (reading !== undefined) return { ...reading, box };
  return isSymbol(bars) ? { symbology: UNREAD, box } : undefined;
}

function isSymbol({ box, evenness }: Bars): boolean {
  return evenness >= MIN_EVENNESS && box.height <= MAX_HEIGHT * box.width;
}

function thickened(box: TurnedBox): TurnedBox {
  return { ...box, height: box.width * THICKNESS };
}
