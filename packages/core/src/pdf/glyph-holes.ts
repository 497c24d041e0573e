import type { Pdfium } from "./engine.js";

/** What a glyph's outline encloses without filling it. */
export interface Hole {
  /** Where its middle is, from 0 at the glyph's bottom to 1 at its top. */
  readonly height: number;
}

/** Segments of an outline; more is no letter. */
const MAX_SEGMENTS = 2000;
/** FPDF_SEGMENT types, fpdfview.h. */
const BEZIER = 1;
const MOVE = 2;
/** Straight pieces of a curve: holes stay holes. */
const PIECES = 4;
/** Cells that a glyph is drawn in, with a margin of one around it. */
const COLUMNS = 32;
const ROWS = 44;
const STRIDE = COLUMNS + 2;
/** A hole of fewer cells is where outlines cross. */
const MIN_CELLS = 4;
const [OUTSIDE, INK] = [1, 2];

/**
 * The holes of the glyph that a font shows for a character, as its outline tells (nonzero winding, ISO 32000-2, 8.5.3.3.2).
 * Undefined where the glyph has no area or no outline.
 *
 * @param font FPDF_FONT
 * @param code of a character that the font shows on the page: for others it may have a sign that one is missing
 * @param scratch 8 bytes of engine memory
 */
export function glyphHoles(engine: Pdfium, font: number, code: number, scratch: number): readonly Hole[] | undefined {
  const path = engine.raw.FPDFFont_GetGlyphPath!(font, code, GLYPH_SIZE);
  const lines = path === 0 ? [] : linesOf(engine, path, scratch);
  return lines.length === 0 ? undefined : holesIn(drawn(lines));
}

/** Points. Outlines come in this size; only their shape counts. */
const GLYPH_SIZE = 100;

interface Line {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function linesOf({ raw, floats }: Pdfium, path: number, scratch: number): Line[] {
  const lines: Line[] = [];
  const count = Math.min(MAX_SEGMENTS, raw.FPDFGlyphPath_CountGlyphSegments!(path));
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const controls: number[] = [];
  const to = (toX: number, toY: number) => {
    lines.push({ x0: x, y0: y, x1: toX, y1: toY });
    [x, y] = [toX, toY];
  };
  for (let index = 0; index < count; index++) {
    const segment = raw.FPDFGlyphPath_GetGlyphPathSegment!(path, index);
    raw.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4);
    const [pointX = 0, pointY = 0] = floats().subarray(scratch / 4, scratch / 4 + 2);
    const type = raw.FPDFPathSegment_GetType!(segment);
    if (type === MOVE) {
      to(startX, startY);
      [x, y, startX, startY] = [pointX, pointY, pointX, pointY];
    } else if (type === BEZIER) {
      controls.push(pointX, pointY);
      if (controls.length === 6) curve(x, y, controls.splice(0), to);
    } else to(pointX, pointY);
  }
  to(startX, startY);
  return lines;
}

function curve(x: number, y: number, controls: readonly number[], to: (x: number, y: number) => void): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = controls;
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const at = (a: number, b: number, c: number, d: number) =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    to(at(x, x1, x2, x3), at(y, y1, y2, y3));
  }
}

/** Cells whose middles the outline fills, stretched to the whole grid. */
function drawn(lines: readonly Line[]): Uint8Array {
  const cells = new Uint8Array(STRIDE * (ROWS + 2));
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x0, y0 } of lines) {
    [left, right] = [Math.min(left, x0), Math.max(right, x0)];
    [bottom, top] = [Math.min(bottom, y0), Math.max(top, y0)];
  }
  const [across, up] = [COLUMNS / (right - left), ROWS / (top - bottom)];
  const crossings: { readonly x: number; readonly turn: number }[][] = Array.from({ length: ROWS }, () => []);
  for (const { x0, y0, x1, y1 } of lines) {
    if (y0 === y1) continue;
    const [from, to] = [(y0 - bottom) * up - 0.5, (y1 - bottom) * up - 0.5];
    const slope = ((x1 - x0) * across) / (to - from);
    const last = Math.min(ROWS, Math.ceil(Math.max(from, to)));
    for (let row = Math.max(0, Math.ceil(Math.min(from, to))); row < last; row++)
      crossings[row]!.push({ x: (x0 - left) * across + (row - from) * slope, turn: to > from ? 1 : -1 });
  }
  for (const [row, ofRow] of crossings.entries()) {
    ofRow.sort((a, b) => a.x - b.x);
    let winding = 0;
    for (const [at, { x, turn }] of ofRow.entries()) {
      winding += turn;
      const start = (row + 1) * STRIDE + 1;
      if (winding !== 0 && at + 1 < ofRow.length)
        cells.fill(INK, start + Math.round(x), start + Math.round(ofRow[at + 1]!.x));
    }
  }
  return cells;
}

function holesIn(cells: Uint8Array): Hole[] {
  const holes: Hole[] = [];
  flood(cells, 0);
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell] !== 0) continue;
    const hole = flood(cells, cell);
    if (hole.length < MIN_CELLS) continue;
    const rows = hole.reduce((sum, at) => sum + Math.floor(at / STRIDE), 0);
    holes.push({ height: (rows / hole.length - 0.5) / ROWS });
  }
  return holes;
}

/** Takes the empty cells that are joined to one. Across corners they are not: thin strokes keep holes apart. */
function flood(cells: Uint8Array, from: number): number[] {
  const found = [from];
  cells[from] = OUTSIDE;
  for (let next = 0; next < found.length; next++) {
    const at = found[next]!;
    const column = at % STRIDE;
    const take = (beside: number) => {
      if (cells[beside] !== 0) return;
      cells[beside] = OUTSIDE;
      found.push(beside);
    };
    take(at - STRIDE);
    take(at + STRIDE);
    if (column > 0) take(at - 1);
    if (column < STRIDE - 1) take(at + 1);
  }
  return found;
}
