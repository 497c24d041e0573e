import { boxAround, overlaps, type Quad } from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import { isInside } from "../drawn-text.ts";
import type { Picture, Truth } from "./printed.ts";

/** How a planted value was read: to the character, with one character wrong, or not. */
export type Reading = "exact" | "near" | "missed";

/** What became of a planted value. */
export interface Judged {
  readonly truth: Truth;
  readonly reading: Reading;
  /** The share of its ink that is black in the output, 0 to 1; absent when nothing was written. */
  readonly covered?: number;
}

/** A finding with its text. */
export interface Found {
  readonly entityType: EntityType;
  readonly reason: string;
  readonly text: string;
  readonly quads: readonly Quad[];
}

/** What became of a value in what was found and in what is black: one byte a pixel, absent when nothing was written. */
export function judged(truth: Truth, picture: Picture, found: readonly Found[], black?: Uint8Array): Judged {
  return { truth, reading: readingOf(truth, found), ...(black && { covered: coveredOf(truth, picture, black) }) };
}

function readingOf(truth: Truth, found: readonly Found[]): Reading {
  if (truth.value === "") return isSeen(truth, found) ? "exact" : "missed";
  // What was found of it in parts counts as one.
  const parts = found.filter((one) => touches(one, truth)).map(({ text }) => plain(text));
  const texts = [...found.map(({ text }) => plain(text)), parts.join("")];
  const value = plain(truth.value);
  if (texts.some((text) => text.includes(value))) return "exact";
  // A code that was located is as good as one that was read with a slip.
  if (truth.entityType === "barcode") return isSeen(truth, found) ? "near" : "missed";
  return texts.some((text) => distanceWithin(text, value) <= 1) ? "near" : "missed";
}

/** Whether a finding of its type lies over the middle of it. */
function isSeen({ entityType, spots }: Truth, found: readonly Found[]): boolean {
  const { x, y, width, height } = boxAround(spots[0]!.quad);
  const quads = found.filter((one) => one.entityType === entityType).flatMap((one) => one.quads);
  return quads.some((quad) => isInside(quad, x + width / 2, y + height / 2));
}

function touches({ quads }: Found, { spots }: Truth): boolean {
  return quads.some((quad) => spots.some((spot) => overlaps(boxAround(quad), boxAround(spot.quad))));
}

/** Without what OCR and layout are free in: spaces, widths, the form of dots. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").replace(/[·•.]/g, "·").toUpperCase();
}

/** The least edit distance between a value and any part of a text (Sellers 1980). */
function distanceWithin(text: string, value: string): number {
  let row = Array.from({ length: value.length + 1 }, (_, index) => index);
  let best = row.at(-1)!;
  for (const letter of text) {
    const next = [0];
    for (let index = 1; index <= value.length; index++) {
      const same = row[index - 1]! + (value[index - 1] === letter ? 0 : 1);
      next.push(Math.min(same, row[index]! + 1, next[index - 1]! + 1));
    }
    row = next;
    best = Math.min(best, row.at(-1)!);
  }
  return best;
}

function coveredOf({ spots }: Truth, { ink }: Picture, black: Uint8Array): number {
  const labels = new Set(spots.map(({ label }) => label));
  let [all, covered] = [0, 0];
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 0 || !labels.has(ink[at]!)) continue;
    all++;
    covered += black[at]!;
  }
  return all === 0 ? 1 : covered / all;
}

/** How far around a value black counts as its own, as a share of the lesser side of its quad. */
const MARGIN = 0.4;

/** The share of what is black that is on no planted value. */
export function overCoverOf({ truths, raster: { width, height } }: Picture, black: Uint8Array): number {
  const own = new Uint8Array(black.length);
  for (const { quad } of truths.flatMap(({ spots }) => spots)) {
    const grown = grownBy(quad, MARGIN);
    const { x, y, width: w, height: h } = boxAround(grown);
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, y + h); row++) {
      for (let column = Math.max(0, Math.floor(x)); column < Math.min(width, x + w); column++) {
        if (isInside(grown, column + 0.5, row + 0.5)) own[row * width + column] = 1;
      }
    }
  }
  let [all, over] = [0, 0];
  for (let at = 0; at < black.length; at++) {
    if (black[at] === 0) continue;
    all++;
    if (own[at] === 0) over++;
  }
  return all === 0 ? 0 : over / all;
}

/** Each corner moved away from its neighbours. */
function grownBy(quad: Quad, share: number): Quad {
  const length = (a: number, b: number) => Math.hypot(quad[b]!.x - quad[a]!.x, quad[b]!.y - quad[a]!.y);
  const margin = share * Math.min(length(0, 1), length(1, 2));
  const [a, b, c, d] = quad.map((corner, index) => {
    const away = (neighbour: number) => {
      const { x, y } = quad[neighbour % 4]!;
      const distance = Math.hypot(corner.x - x, corner.y - y) || 1;
      return { x: ((corner.x - x) / distance) * margin, y: ((corner.y - y) / distance) * margin };
    };
    const [before, after] = [away(index + 3), away(index + 1)];
    return { x: corner.x + before.x + after.x, y: corner.y + before.y + after.y };
  });
  return [a!, b!, c!, d!];
}
