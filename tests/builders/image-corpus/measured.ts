import {
  boxAround,
  bytesSource,
  type Quad,
  type Raster,
  readAll,
  type Services,
  TuheiError,
  textOf,
} from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import { redact } from "@tuhei/redactor";
import sharp from "sharp";
import { isInside } from "../drawn-text.ts";
import type { Picture, PictureCase, Truth } from "./index.ts";

/** How a planted value was read: to the character, with one character wrong, or not. */
export type Reading = "exact" | "near" | "missed";

/** What became of a planted value. */
export interface Judged {
  readonly truth: Truth;
  readonly reading: Reading;
  /** The share of its ink that is black in the output, 0 to 1; absent when nothing was written. */
  readonly covered?: number;
}

/** What the whole pipeline made of a picture. */
export interface Measured {
  readonly of: PictureCase;
  /** The values that are wholly in the picture. */
  readonly judged: readonly Judged[];
  /** The share of the black pixels that is on no planted value, 0 to 1; absent when nothing was written. */
  readonly overCover?: number;
  /** No output could be proven. */
  readonly isRefused: boolean;
  /** Whether something was reported as not read. */
  readonly hasGaps: boolean;
  readonly milliseconds: number;
  /** What was found, for looking at; personal in a picture that is not invented. */
  readonly found: readonly Found[];
  /** Absent when nothing was written. */
  readonly output?: Uint8Array;
}

/** A finding with its text. */
export interface Found {
  readonly entityType: EntityType;
  readonly text: string;
  readonly quads: readonly Quad[];
}

/** Redacts a picture as a user would, and compares what came out with what was planted. */
export async function measured(of: PictureCase, services: Services): Promise<Measured> {
  const picture = withoutBlack(await of.build());
  const source = bytesSource(await pngOf(picture.raster), `${of.name}.png`);
  const started = performance.now();
  const { found, hasGaps, output } = await redacted(source, services);
  const milliseconds = performance.now() - started;
  const black = output && (await blackOf(output));
  const area = picture.raster.width * picture.raster.height;
  if (black && black.length !== area)
    throw new Error(`${of.name}: expected ${area} pixels but received ${black.length}`);
  const judged = picture.truths
    .filter((truth) => isWhole(truth, picture.raster))
    .map((truth) => ({
      truth,
      reading: readingOf(truth, found),
      ...(black && { covered: coveredOf(truth, picture, black) }),
    }));
  return {
    of,
    judged,
    isRefused: output === undefined,
    hasGaps,
    milliseconds,
    found,
    ...(black && { overCover: overCoverOf(picture, black) }),
    ...(output && { output }),
  };
}

async function redacted(source: ReturnType<typeof bytesSource>, services: Services) {
  let attempts = 0;
  const found: Found[] = [];
  const onFindings = ({ page, findings }: Parameters<NonNullable<Parameters<typeof redact>[1]["onFindings"]>>[0]) => {
    if (attempts > 1) return;
    for (const finding of findings)
      found.push({ entityType: finding.entityType, text: textOf(finding, page), quads: finding.place.quads });
  };
  const onAttempt = () => attempts++;
  try {
    const { file, gaps, dispose } = await redact(source, { open: { services }, onFindings, onAttempt });
    const output = await readAll(file.source);
    await dispose();
    return { found, output, hasGaps: gaps.length > 0 };
  } catch (error) {
    if (!(error instanceof TuheiError && error.code === "residue")) throw error;
    return { found, output: undefined, hasGaps: true };
  }
}

/** The darkest that a picture of the bench has, so that black in the output is what was blacked out. */
const DARKEST = 3;

function withoutBlack(picture: Picture): Picture {
  const data = picture.raster.data.map((value) => Math.max(DARKEST, value));
  return { ...picture, raster: { ...picture.raster, data } };
}

/** The pixels as a PNG. */
export function pngOf({ data, width, height }: Raster): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** One byte a pixel: 1 where it is black in all channels. */
async function blackOf(output: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(output).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return Uint8Array.from({ length: width * height }, (_, pixel) =>
    data.subarray(pixel * channels, (pixel + 1) * channels).every((value) => value === 0) ? 1 : 0,
  );
}

/** Whether all of a value is in the picture: what is cut cannot be read, only covered. */
function isWhole({ spots }: Truth, { width, height }: Raster): boolean {
  return spots.every(({ quad }) => quad.every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height));
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

function overCoverOf({ truths, raster: { width, height } }: Picture, black: Uint8Array): number {
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

function readingOf(truth: Truth, found: readonly Found[]): Reading {
  if (truth.value === "") return isSeen(truth, found) ? "exact" : "missed";
  const texts = found.map(({ text }) => plain(text));
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
