import type { Box } from "../model/geometry.js";
import type { PageObject } from "./page-objects.js";
import { paintOf, textColour } from "./paint.js";
import type { PdfPage } from "./pdf-file.js";

/** Something opaque on a page. */
export interface Cover {
  /** Index into the page's objects, which is the order of painting. */
  readonly object: number;
  readonly kind: "shape" | "picture";
  /** Page units. */
  readonly box: Box;
  /** Of its fill, 0xRRGGBB; undefined for pictures, patterns and lines. */
  readonly colour: number | undefined;
}

/** Texts that may not be seen, by what lies over or under them, before anything is drawn. */
export interface TextAtRisk {
  /** Indices of text objects over which something opaque is painted later. */
  readonly covered: ReadonlySet<number>;
  /** Indices of text objects painted in the colour of the shape beneath, and that colour, 0xRRGGBB. */
  readonly sameColour: ReadonlyMap<number, number>;
  /** Indices of invisible text objects (rendering mode 3 or 7) with something dark or a picture under or over them. */
  readonly invisible: ReadonlySet<number>;
  readonly covers: readonly Cover[];
}

/** Nothing smaller than this hides a character, in points: rules, underlines, dots. */
const MIN_COVER = 3;
/** Points to a side of a cell of the grid, and the most cells to a side. */
const CELL = 2;
const MAX_CELLS = 512;
/** Channels of two colours that differ by less, of 255, look alike. */
const ALIKE = 12;
/** A darkest channel above this is white paper, on which white text is a way to leave something out, not a cover. */
const WHITE = 230;
/** FPDF_TEXTRENDERMODE_INVISIBLE and _CLIP. */
const UNSEEN_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Cells of the grid hold a colour, or one of these. */
const BARE = -1;
const PICTURED = -2;

/** Looks at the order of painting alone. Linear in the number of objects. */
export function textAtRisk(page: PdfPage, objects: readonly PageObject[]): TextAtRisk {
  const { engine, space } = page;
  const grid = gridOf(space);
  const covered = new Set<number>();
  const sameColour = new Map<number, number>();
  const unseen = new Set<number>();
  const overInk = new Set<number>();
  const covers: Cover[] = [];
  const texts: number[] = [];
  for (const [at, object] of objects.entries()) {
    const box = space.boxOf(object.bounds);
    if (object.kind === "text") {
      texts.push(at);
      if (UNSEEN_MODES.has(engine.raw.FPDFTextObj_GetTextRenderMode!(object.handle))) {
        unseen.add(at);
        if (grid.some(box, (cell) => cell !== BARE && !isWhite(cell))) overInk.add(at);
        continue;
      }
      if (covers.length === 0) continue;
      const colour = textColour(engine, object);
      if (colour === undefined || isWhite(colour)) continue;
      if (grid.some(box, (cell) => isAlike(cell, colour))) sameColour.set(at, colour);
      continue;
    }
    if (Math.min(box.width, box.height) < MIN_COVER) continue;
    const { isFilled, stroke, colour } = paintOf(engine, object);
    if (!isFilled && stroke < MIN_COVER) continue;
    covers.push({ object: at, kind: object.kind === "path" ? "shape" : "picture", box, colour });
    if (isFilled) grid.fill(box, colour ?? PICTURED);
  }
  grid.clear();
  let next = covers.length - 1;
  for (const at of texts.toReversed()) {
    for (; next >= 0 && covers[next]!.object > at; next--) grid.fill(covers[next]!.box, PICTURED);
    if (!grid.some(space.boxOf(objects[at]!.bounds), (cell) => cell !== BARE)) continue;
    covered.add(at);
    if (unseen.has(at)) overInk.add(at);
  }
  return { covered, sameColour, invisible: overInk, covers };
}

/** Whether two colours look alike. Not colours at all never do. */
export function isAlike(a: number, b: number): boolean {
  if (a < 0 || b < 0) return false;
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) < ALIKE);
}

function isWhite(colour: number): boolean {
  return colour >= 0 && [16, 8, 0].every((shift) => ((colour >> shift) & 255) > WHITE);
}

function gridOf({ width, height }: { width: number; height: number }) {
  const cell = Math.max(CELL, width / MAX_CELLS, height / MAX_CELLS);
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const cells = new Int32Array(columns * rows).fill(BARE);

  /** The rows of the grid that a box meets, until one says that it is enough. @returns whether one did */
  function someRow({ x, y, width, height }: Box, look: (from: number, to: number) => boolean): boolean {
    const [left, right] = [Math.max(0, Math.floor(x / cell)), Math.min(columns, Math.ceil((x + width) / cell))];
    const [top, bottom] = [Math.max(0, Math.floor(y / cell)), Math.min(rows, Math.ceil((y + height) / cell))];
    if (!(right > left && bottom > top)) return false;
    for (let row = top; row < bottom; row++) if (look(row * columns + left, row * columns + right)) return true;
    return false;
  }

  return {
    clear: () => void cells.fill(BARE),
    fill(box: Box, value: number): void {
      someRow(box, (from, to) => {
        cells.fill(value, from, to);
        return false;
      });
    },
    some: (box: Box, test: (cell: number) => boolean): boolean =>
      someRow(box, (from, to) => {
        for (let at = from; at < to; at++) if (test(cells[at]!)) return true;
        return false;
      }),
  };
}
