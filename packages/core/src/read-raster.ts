import { illegibleParts, isIllegible, isLegible } from "./illegible-lines.js";
import { inkedPlaces } from "./inked-places.js";
import type { GapCode, Mark } from "./model/document.js";
import { type Box, boxAround, overlaps, type Point, type Quad, quadOfBox } from "./model/geometry.js";
import { blackBoxes } from "./ocr/black-boxes.js";
import type { OcrLine, Raster } from "./ocr/engine.js";
import { isCoveredPlace } from "./plain-place.js";
import type { Services } from "./services.js";

/** What OCR made of a picture. */
export interface RasterLines {
  readonly lines: readonly OcrLine[];
  /** Where text was seen of which nothing could be read. */
  readonly unread: readonly Quad[];
  /** Where something is printed at all, where the picture or a part of it is too unclear to be read; empty on others. */
  readonly illegible: readonly Quad[];
  /** It is a part: the rest was read as on other pictures. */
  readonly isPartlyLegible?: true;
  /** Why not all was read. */
  readonly gap?: Extract<GapCode, "ocr-unavailable" | "ocr-failed" | "low-confidence">;
}

/** The barcodes of a picture, or its faces. */
export interface RasterMarks {
  readonly marks: readonly Mark[];
  readonly gap?: Extract<GapCode, "barcode-failed" | "faces-failed" | "faces-unavailable">;
}

/**
 * Lines of text in a picture, in pixels. What an engine throws may quote the picture: only that it failed is told.
 *
 * @param marks barcodes and faces of the picture, in pixels: what looks like unreadable text inside one is no text
 */
export async function readLines(raster: Raster, services: Services, marks: readonly Mark[]): Promise<RasterLines> {
  const engine = await services.ocr();
  if (!engine) return { lines: [], unread: [], illegible: [], gap: "ocr-unavailable" };
  try {
    const read = await engine.recognize(raster);
    const isInCode = ({ quad }: OcrLine) => marks.some((mark) => isInside(quad, mark.quad));
    const covered = blackBoxes(raster).filter((box) => !isInCode(box) && !read.some((line) => isPartOf(box, line)));
    const boxes = covered.map(({ quad }) => quad);
    // What reads like nothing may be the edge of a box.
    const seen = read.filter(({ confidence, quad }) => confidence >= CERTAIN || !isCoveredPlace(raster, quad, boxes));
    const lines = [...seen, ...covered];
    const usual = usualHeight(read);
    const unread = seen.filter((line) => isUnread(line, usual) && !isInCode(line));
    const blank = unread.flatMap(({ text, quad }) => (text.trim() === "" ? [quad] : []));
    const lost = illegibleOn(
      raster,
      seen.filter((line) => !isInCode(line)),
    );
    const isUnsure = unread.length > 0 || lost.illegible.length > 0;
    return { lines, unread: blank, ...lost, ...(isUnsure && { gap: "low-confidence" }) };
  } catch {
    return { lines: [], unread: [], illegible: [], gap: "ocr-failed" };
  }
}

/** What is printed on a picture, or a part of it, that is too unclear to be read. */
function illegibleOn(raster: Raster, lines: readonly OcrLine[]): Pick<RasterLines, "illegible" | "isPartlyLegible"> {
  const parts = illegibleParts(lines);
  const isOutside = ({ quad }: OcrLine) => !parts.some((part) => isMiddleIn(boxAround(quad), part));
  const isPart = parts.length > 0 && isLegible(lines.filter(isOutside));
  if (isIllegible(lines) && !isPart) return { illegible: inkedPlaces(raster).map(quadOfBox) };
  if (parts.length === 0) return { illegible: [] };
  const others = lines.filter(isOutside).map(({ quad }) => boxAround(quad));
  const printed = inkedPlaces(raster).filter(
    (place) => parts.some((part) => isMiddleIn(place, part)) && !others.some((other) => overlaps(other, place)),
  );
  const places = [...printed, ...parts.flatMap((part) => linesIn(part, lines))];
  return { illegible: places.map(quadOfBox), isPartlyLegible: true };
}

/** The boxes of lines in a part: where paper is not most of a picture, nothing else tells what is printed. */
function linesIn(part: Box, lines: readonly OcrLine[]): Box[] {
  return lines.map(({ quad }) => boxAround(quad)).filter((box) => isMiddleIn(box, part));
}

/** Whether a bar is a stroke of a character in a line that was read. */
function isPartOf(box: OcrLine, line: OcrLine): boolean {
  return line.confidence >= MIN_CONFIDENCE && isInside(box.quad, line.quad);
}

/** Below it, a reading is as likely wrong as right. */
const MIN_CONFIDENCE = 0.5;
/** Text lower than this, in pixels, nobody can read; shorter than two heights, it is a speck. */
const MIN_HEIGHT = 8;
const MIN_ASPECT = 2;

/** Lower than this part of the usual line it is a speck, too. */
const MIN_SHARE = 0.5;

/** Whether something that has the size and shape of text was not read. */
function isUnread({ confidence, quad: [a, b, , d] }: OcrLine, usual: number): boolean {
  const height = distance(a, d);
  const isLine = height >= Math.max(MIN_HEIGHT, MIN_SHARE * usual) && distance(a, b) >= MIN_ASPECT * height;
  return confidence < MIN_CONFIDENCE && isLine;
}

/** The height that half of the lines which were read reach. */
function usualHeight(lines: readonly OcrLine[]): number {
  const heights = lines.filter(({ confidence }) => confidence >= CERTAIN).map(({ quad }) => heightOf(quad));
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** From it on, a line was read beyond doubt. */
const CERTAIN = 0.9;
/** Characters of a line that no symbol would be misread as. */
const MIN_CERTAIN_LENGTH = 3;
/** How much higher than a line something may be that is a part of it, in heights of the line. */
const MAX_EXCESS = 1.5;

/**
 * Without symbols that were located and not decoded where lines of text were read with certainty: parts of characters, and what holds
 * print, a paragraph or a chart.
 */
export function withoutText(marks: readonly Mark[], lines: readonly OcrLine[]): Mark[] {
  const certain = lines.filter(({ text, confidence }) => confidence >= CERTAIN && text.length >= MIN_CERTAIN_LENGTH);
  return marks.filter(
    (mark) =>
      mark.payload !== undefined || !(certain.some((line) => isPartOfLine(mark, line)) || holdsPrint(mark, certain)),
  );
}

function isPartOfLine({ quad }: Mark, line: OcrLine): boolean {
  return isInside(quad, line.quad) && heightOf(quad) <= MAX_EXCESS * heightOf(line.quad);
}

/** A line that takes this share of a symbol's width is print by itself, not what stands in the middle of some symbols. */
const WIDE = 0.5;
/** The share of a symbol's height about its middle where print counts: the digits of bars stand at their edge. */
const INNER = 0.7;

/** Whether lines stand inside of what was taken for a symbol as they do in none. */
function holdsPrint({ entityType, quad }: Mark, lines: readonly OcrLine[]): boolean {
  if (entityType !== "barcode") return false;
  const { x, y, width, height } = boxAround(quad);
  const inner = { x, y: y + ((1 - INNER) / 2) * height, width, height: INNER * height };
  const inside = lines
    .map((line) => boxAround(line.quad))
    .filter((own) => isMiddleIn(own, inner) && own.width <= width);
  return inside.length > 1 || inside.some((own) => own.width >= WIDE * width);
}

function isMiddleIn(own: Box, { x, y, width, height }: Box): boolean {
  const [middleX, middleY] = [own.x + own.width / 2, own.y + own.height / 2];
  return middleX > x && middleX < x + width && middleY > y && middleY < y + height;
}

function heightOf([topLeft, , , bottomLeft]: Quad): number {
  return distance(topLeft, bottomLeft);
}

/** Whether the middle of one quad lies in the box around another. */
function isInside(quad: Quad, outer: Quad): boolean {
  return isMiddleIn(boxAround(quad), boxAround(outer));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A decoded symbol is certain; one that was only located is one all the same. */
const DECODED_SCORE = 0.95;
const LOCATED_SCORE = 0.9;

/** Barcodes in a picture, in pixels. The reader's message may quote a payload: only that it failed is told. */
export async function readMarks(raster: Raster, services: Services): Promise<RasterMarks> {
  try {
    const barcodes = await services.barcodes(raster);
    const marks = barcodes.map(
      ({ symbology, quad, payload }): Mark => ({
        entityType: "barcode",
        quad,
        score: payload === undefined ? LOCATED_SCORE : DECODED_SCORE,
        kind: symbology,
        ...(payload !== undefined && { payload }),
      }),
    );
    return { marks };
  } catch {
    return { marks: [], gap: "barcode-failed" };
  }
}
