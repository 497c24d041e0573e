import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import { quadOfTurnedBox, type TurnedBox } from "../ocr/turned-box.js";
import { grayOf } from "./gray.js";
import { straighten } from "./straighten.js";
import type { StripedPatch } from "./stripes.js";

/** Pixels along the symbol at which it is compared, row with row. */
const PROFILE = 600;
/** Pixels across the symbol that make one compared row, in shares of its width: about one module. */
const ROW_SHARE = 1 / 120;
/** Share of the width of a stacked symbol at either end that lies inside its start or stop pattern. */
const STACK_END = 0.06;
/** Rows that a symbol has at most: one that is twice as high as wide. */
const MAX_ROWS = 2 / ROW_SHARE;
/** From which likeness on two rows are equal, as they are in a symbol; lines of print seen sideways are alike, not equal. */
const EQUAL_BARS = 0.8;
/** Rows that are compared to tell bars from texture. */
const EVEN_ROWS = 12;
/** Where in a box bars are looked for, in shares of its height from its middle: a crease or a gap may lie there. */
const PLACES = [0, -0.25, 0.25] as const;
/** How alike two rows of one symbol are, -1 to 1, from where on they count as the same bars. */
const SAME_BARS = 0.6;
/** Rows that may be unlike before the symbol is over: a crease, a scratch, a pen. */
const FORGIVEN_ROWS = 5;
/** Bars and gaps in the shortest symbol worth covering: three characters of Code 128 with start, check and stop. */
const MIN_STRIPES = 30;
/** The share of stripes that are clearly wider than the narrow ones: hatching has none, every symbology has a third. */
const MIN_WIDE_SHARE = 0.12;
/** How much wider that is. */
const WIDE = 1.7;
/** The same of the dark stripes by themselves and of the light ones: in a chart one of them are all alike. */
const WIDE_OF_ONE = 1.4;
/** Grey levels by which a stripe stands out, at least. */
const MIN_STEP = 5;
/** The same in shares of the whole range along the symbol: thin bars in a blurred picture barely show. */
const STEP_SHARE = 0.06;
/** Pixels of the narrowest stripe that a picture can hold. */
const MIN_STRIPE = 1.2;
/** The margin over the ends, in shares of the width: ten modules of a symbol of 200, ISO/IEC 15417. */
const QUIET_ZONE = 0.05;
/** The margin over and under the bars, in the same shares: guard bars of EAN stand out by five modules of 95. */
const GUARD_BARS = 0.055;

/** The bars of a linear symbol. */
export interface Bars {
  /** Full height and quiet zones. Pixels of the raster. */
  readonly box: TurnedBox;
  /** The share of the rows of what was asked about that show the same bars, 0 to 1: much in a symbol, little in texture. */
  readonly evenness: number;
}

/**
 * Grows a patch that lies somewhere across the bars of a linear symbol over their full height and the quiet zones; the
 * patch itself stays inside. Undefined when there are no bars in it.
 */
export function wholeSymbol(raster: Raster, { box, lean }: StripedPatch): Bars | undefined {
  if (box.width < MIN_STRIPES * MIN_STRIPE) return undefined;
  const rowHeight = Math.max(1, box.width * ROW_SHARE);
  const rowAt = (distance: number) => profileAt(raster, shifted(box, distance * lean), distance, rowHeight);
  const start = PLACES.map((share) => share * box.height).find((place) => isBarProfile(rowAt(place)));
  if (start === undefined) return undefined;
  const bars = rowAt(start);
  const isSame = (distance: number) => likeness(bars, rowAt(distance)) >= SAME_BARS;
  const top = Math.min(-box.height / 2, start - reach((distance) => isSame(start - distance), rowHeight));
  const bottom = Math.max(box.height / 2, start + reach((distance) => isSame(start + distance), rowHeight));
  const rows = Array.from({ length: EVEN_ROWS }, (_, i) => ((i + 0.5) / EVEN_ROWS - 0.5) * box.height);
  return {
    box: {
      center: movedAcross(box, (top + bottom) / 2),
      width: box.width * (1 + 2 * QUIET_ZONE),
      height: bottom - top + 2 * GUARD_BARS * box.width,
      angle: box.angle,
    },
    evenness: rows.filter((distance) => likeness(bars, rowAt(distance)) >= EQUAL_BARS).length / EVEN_ROWS,
  };
}

/**
 * Grows the box of a stacked symbol (PDF417) over all its rows: they differ, but the patterns at both ends run through
 * (ISO/IEC 15438). What was seen may have been a few rows taken at a slant.
 */
export function wholeStack(raster: Raster, seen: TurnedBox): TurnedBox {
  const box = straighten(grayOf(raster), quadOfTurnedBox(seen), seen.angle);
  const rowHeight = Math.max(1, box.width * ROW_SHARE);
  let [top, bottom] = [-box.height / 2, box.height / 2];
  for (const side of [-1, 1]) {
    const end = { ...shifted(box, (side * box.width * (1 - STACK_END)) / 2), width: box.width * STACK_END };
    const rowAt = (distance: number) => profileAt(raster, end, distance, rowHeight);
    const bars = rowAt(0);
    const isSame = (distance: number) => likeness(bars, rowAt(distance)) >= SAME_BARS;
    top = Math.min(top, -reach((distance) => isSame(-distance), rowHeight));
    bottom = Math.max(bottom, reach(isSame, rowHeight));
  }
  return { ...box, center: movedAcross(box, (top + bottom) / 2), height: bottom - top };
}

/** How far the same bars go on, asked from row to row. */
function reach(isSame: (distance: number) => boolean, rowHeight: number): number {
  let last = 0;
  for (let row = 1; row - last <= FORGIVEN_ROWS && row < MAX_ROWS; row++) if (isSame(row * rowHeight)) last = row;
  return (last + 0.5) * rowHeight;
}

function shifted(box: TurnedBox, along: number): TurnedBox {
  const { x, y } = box.center;
  return { ...box, center: { x: x + along * Math.cos(box.angle), y: y + along * Math.sin(box.angle) } };
}

function movedAcross({ center, angle }: TurnedBox, distance: number): TurnedBox["center"] {
  return { x: center.x - distance * Math.sin(angle), y: center.y + distance * Math.cos(angle) };
}

/** Brightness along the symbol at a distance from the box's middle line. */
function profileAt(raster: Raster, box: TurnedBox, distance: number, height: number): Float32Array {
  const { data } = cropBox(
    raster,
    { ...box, center: movedAcross(box, distance), height },
    { width: PROFILE, height: 1 },
  );
  return Float32Array.from({ length: PROFILE }, (_, i) => (data[i * 3]! + data[i * 3 + 1]! + data[i * 3 + 2]!) / 3);
}

/** Pearson's correlation of two rows; 0 where one has no bars. */
function likeness(a: Float32Array, b: Float32Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [a[i]! - meanA, b[i]! - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa * bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

/** Many stripes, of more than one width. */
function isBarProfile(profile: Float32Array): boolean {
  const stripes = stripeWidths(profile);
  if (stripes.length < MIN_STRIPES) return false;
  const [ofOne, ofOther] = [0, 1].map((parity) => stripes.filter((_, index) => index % 2 === parity));
  return vary(stripes, WIDE) && vary(ofOne!, WIDE_OF_ONE) && vary(ofOther!, WIDE_OF_ONE);
}

function vary(widths: readonly number[], factor: number): boolean {
  const narrow = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 4)]!;
  return widths.filter((width) => width >= factor * narrow).length >= MIN_WIDE_SHARE * widths.length;
}

/** Lengths of the runs that are clearly darker or brighter than the mean around them. */
function stripeWidths(profile: Float32Array): readonly number[] {
  const clear = Math.max(MIN_STEP, STEP_SHARE * (Math.max(...profile) - Math.min(...profile)));
  const window = Math.round(profile.length / 12);
  const widths: number[] = [];
  let [isDark, length] = [false, 0];
  profile.forEach((value, i) => {
    const step = value - mean(profile.subarray(Math.max(0, i - window), i + window));
    if (Math.abs(step) > clear && step < 0 !== isDark) {
      widths.push(length);
      [isDark, length] = [!isDark, 0];
    }
    length++;
  });
  return widths;
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
