import { type Quad, quadOfBox, type Raster } from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import sharp from "sharp";
import type { WriteInputBarcodeFormat } from "zxing-wasm/writer";
import { box, type Letters, picture, type Shape, sheet, type TextStyle, text } from "../image-drawing.ts";
import { symbolOf } from "../pdf-barcode.ts";

/** A personal value that a sheet shows, in one place or in several lines. */
export interface Value {
  readonly entityType: EntityType;
  /** Without spaces; the payload of a code; empty for a face. */
  readonly value: string;
}

/** Letters of a line; those of a value say of which. */
export type Run = string | { readonly of: Value; readonly text: string };

/** Gives the next spot of a value its colour; undefined where the sheet is drawn as it looks. */
type Ink = ((value: Value) => string) | undefined;

/** Something on a sheet: a shape that is nobody's, or one that is drawn twice, as it looks and as the ink of its values. */
export type Part = Shape | ((ink: Ink) => Shape);

/** A flat sheet before anything happened to it. */
export interface PaperSheet {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly background?: string;
  readonly parts: readonly Part[];
}

/** Where a part of a value stands. */
export interface Spot {
  /** Its number in `Picture.ink`. */
  readonly label: number;
  /** Around its ink, in pixels of the picture; may reach outside of it. */
  readonly quad: Quad;
}

/** A value and where it stands: one spot a line. */
export interface Truth extends Value {
  readonly spots: readonly Spot[];
}

/** How a picture is handed over, where not as a plain PNG: stored turned with an EXIF orientation, or as a page of a PDF. */
export type Delivery =
  | { readonly as: "exif"; readonly orientation: 3 | 6 | 8 }
  | { readonly as: "pdf"; readonly rotate: 0 | 90 | 180 | 270 };

/** A picture, and which of its pixels are the ink of which spot. */
export interface Picture {
  readonly delivery?: Delivery;
  /** Upright as a viewer shows it. */
  readonly raster: Raster;
  /** The label of the spot a pixel belongs to, 0 for none; of the raster's size. */
  readonly ink: Uint16Array;
  readonly truths: readonly Truth[];
}

/** A value in letters as they stand: spaces do not count in it. */
export function value(entityType: EntityType, shown: string): { readonly of: Value; readonly text: string } {
  return { of: { entityType, value: shown.replace(/\s/g, "") }, text: shown };
}

/** A line of text with values in it; its baseline's left end is at (x, y). */
export function line(x: number, y: number, runs: readonly Run[], style: TextStyle = {}): Part {
  return (ink) => {
    const letters = runs.map((run): Letters => {
      if (typeof run === "string") return { text: run };
      return ink ? { text: run.text, fill: ink(run.of) } : { text: run.text };
    });
    return text(x, y, letters, ink ? { ...style, fill: "none" } : style);
  };
}

/** A value that is broken into lines of so many characters. */
export function wrapped(
  x: number,
  y: number,
  run: { readonly of: Value; readonly text: string },
  perLine: number,
  leading: number,
  style: TextStyle = {},
): Part[] {
  const characters = [...run.text];
  return Array.from({ length: Math.ceil(characters.length / perLine) }, (_, row) =>
    line(
      x,
      y + row * leading,
      [{ of: run.of, text: characters.slice(row * perLine, (row + 1) * perLine).join("") }],
      style,
    ),
  );
}

/** A value written downwards, one character below the other. */
export function vertical(
  x: number,
  y: number,
  run: { readonly of: Value; readonly text: string },
  leading: number,
  style: TextStyle = {},
): Part {
  return (ink) => {
    const fill = ink ? { ...style, fill: ink(run.of) } : style;
    return [...run.text].map((letter, row) => text(x, y + row * leading, letter, fill)).join("");
  };
}

/** A picture that is personal by itself: a barcode or a portrait; all of its area counts as ink. */
export function personal(x: number, y: number, width: number, height: number, of: Value, looks: Shape): Part {
  return (ink) => (ink ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ink(of)}"/>` : looks);
}

/** A barcode whose bars and modules fill the rectangle; the white around it is its quiet zone. */
export async function code(
  x: number,
  y: number,
  width: number,
  height: number,
  payload: string,
  format: WriteInputBarcodeFormat,
): Promise<Part> {
  const { png } = await symbolOf(payload, format);
  const bars = await sharp(png).trim().png().toBuffer();
  const quiet = box(x - QUIET, y - QUIET, width + 2 * QUIET, height + 2 * QUIET, "#fff");
  const looks = quiet + picture(x, y, width, height, bars);
  return personal(x, y, width, height, { entityType: "barcode", value: payload }, looks);
}

/** Pixels of white around a symbol. */
const QUIET = 14;

/** Parts under an SVG transform. */
export function moved(transform: string, parts: readonly Part[]): Part {
  return (ink) => `<g transform="${transform}">${parts.map((part) => drawn(part, ink)).join("")}</g>`;
}

function drawn(part: Part, ink: Ink): Shape {
  if (typeof part === "function") return part(ink);
  return ink ? "" : part;
}

/** The sheet as it looks, with the ink of its values. */
export async function printed({ width, height, background = "white", parts }: PaperSheet): Promise<Picture> {
  const looks = parts.map((part) => drawn(part, undefined));
  const spots: Value[] = [];
  const inks = parts.map((part) => drawn(part, (of) => colorOf(spots.push(of))));
  const [look, mask] = await Promise.all([
    sheet(width, height, looks, background).removeAlpha().raw().toBuffer(),
    sheet(width, height, inks, "black").removeAlpha().raw().toBuffer(),
  ]);
  const ink = Uint16Array.from({ length: width * height }, (_, at) => labelOf(mask, at * 3));
  return { raster: { data: look, width, height }, ink, truths: truthsOf(spots, ink, width) };
}

/** How many values the two lesser channels tell apart. */
const SHADES = 16;
/** From one shade to the next. */
const STEP = 17;
/** Where half of a pixel is ink. */
const HALF = 128;

/** A label's colour: all red, so that red says how much of a pixel is ink, and the label in what green and blue are to it. */
function colorOf(label: number): string {
  if (label >= SHADES * SHADES) throw new Error(`Expected fewer than ${SHADES * SHADES} spots on a sheet`);
  return `rgb(255,${Math.floor(label / SHADES) * STEP},${(label % SHADES) * STEP})`;
}

function labelOf(mask: Uint8Array, at: number): number {
  const red = mask[at]!;
  if (red < HALF) return 0;
  const shade = (value: number) => Math.round((value / red) * (SHADES - 1));
  return shade(mask[at + 1]!) * SHADES + shade(mask[at + 2]!);
}

function truthsOf(spots: readonly Value[], ink: Uint16Array, width: number): Truth[] {
  const quads = quadsOf(ink, width, spots.length);
  return [...new Set(spots)].map((of) => ({
    ...of,
    spots: spots.flatMap((one, index) => {
      const quad = quads[index + 1];
      if (one !== of) return [];
      if (!quad) throw new Error(`Expected ink of a ${of.entityType} on the sheet but it is cut off`);
      return [{ label: index + 1, quad }];
    }),
  }));
}

/** The upright rectangle around the ink of each label. */
function quadsOf(ink: Uint16Array, width: number, labels: number): (Quad | undefined)[] {
  const [left, right, top, bottom] = [Infinity, -1, Infinity, -1].map((start) =>
    new Array<number>(labels + 1).fill(start),
  );
  for (let at = 0; at < ink.length; at++) {
    const label = ink[at]!;
    if (label === 0) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left![label] = Math.min(left![label]!, x);
    right![label] = Math.max(right![label]!, x + 1);
    top![label] = Math.min(top![label]!, y);
    bottom![label] = Math.max(bottom![label]!, y + 1);
  }
  return left!.map((x, label) => {
    if (x === Infinity) return undefined;
    const box = { x, y: top![label]!, width: right![label]! - x, height: bottom![label]! - top![label]! };
    return quadOfBox(box);
  });
}
