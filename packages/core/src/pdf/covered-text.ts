import { type Box, boxAround, quadOfBox } from "../model/geometry.js";
import { type GlyphsShown, glyphsShown } from "./glyphs-shown.js";
import { GENERATED, type PageChars, pageChars, SECOND_HALF } from "./page-chars.js";
import { type PageObject, pageObjects } from "./page-objects.js";
import type { PdfPage } from "./pdf-file.js";
import { type Cover, isAlike, type TextAtRisk, textAtRisk } from "./text-at-risk.js";

/** Text that a reader does not see but a program reads, because something was laid over it. Holds no text. */
export interface CoveredText {
  /** Around its characters, one line of them. Page units. */
  readonly box: Box;
  readonly characters: number;
  /** What hides it: a drawn shape, a picture, or a shape beneath it of its own colour. */
  readonly by: "shape" | "picture" | "colour";
}

/** Part of a glyph's pixels that may still show, along the edge of a cover. */
const MAX_SHOWN = 0.1;
/** A glyph of fewer pixels is a dot, or pdfium cannot draw it. */
const MIN_DRAWN = 4;
/** Levels of 255 within which an area is of one colour; JPEG and smoothing leave some. */
const FLAT = 24;
/** Highest level of black bars on scans. */
const DARK = 80;
/** Gap within one hidden line, in heights of its characters. */
const MAX_GAP = 2;
/** Part of the page from which pictures are taken for a scan, whose text layer repeats what the picture shows. */
const SCAN = 0.5;

/**
 * Finds text under drawn boxes, under pictures, on boxes of its own colour and, where text is invisible as OCR leaves
 * it, under or on black. Every find is proven by drawing the page with and without the text. Text that is invisible
 * for another reason (white on white, off the page, clipped, a hidden layer) is not covered.
 *
 * @throws {TuheiError} "engine"
 */
export function coveredText(page: PdfPage): CoveredText[] {
  const objects = pageObjects(page);
  const risk = textAtRisk(page, objects);
  const suspects = new Set([...risk.covered, ...risk.sameColour.keys(), ...risk.invisible]);
  if (suspects.size === 0) return [];
  const chars = pageChars(page);
  const glyphs = glyphsShown(page, objects, risk.covered);
  return lines(chars, page, hiddenChars({ page, objects, risk, chars, glyphs }));
}

/** What hides a character. */
interface Hiding {
  readonly by: CoveredText["by"];
  /** Index of the object that lies over it, if one does. */
  readonly cover?: number;
}

interface Evidence {
  readonly page: PdfPage;
  readonly objects: readonly PageObject[];
  readonly risk: TextAtRisk;
  readonly chars: PageChars;
  readonly glyphs: GlyphsShown;
}

/** Indices of characters that are hidden, and by what. */
function hiddenChars(evidence: Evidence): Map<number, Hiding> {
  const { page, objects, chars } = evidence;
  const indices = new Map(objects.map(({ handle }, at) => [handle, at]));
  const isScan = looksScanned(page, evidence.risk.covers);
  const hidden = new Map<number, Hiding>();
  for (let at = 0; at < chars.count; at++) {
    const object = indices.get(chars.objects[at]!);
    if (object === undefined || isBlank(chars, at)) continue;
    const hiding = hidingOf(evidence, object, boxOf(page, chars, at), isScan);
    if (hiding) hidden.set(at, hiding);
  }
  return hidden;
}

function hidingOf({ risk, glyphs }: Evidence, object: number, box: Box, isScan: boolean): Hiding | undefined {
  const { contrast, lightest, colour } = glyphs.tone(box);
  const isFlat = contrast <= FLAT || lightest <= DARK;
  const cover = risk.covered.has(object) ? coverOf(risk.covers, object, box) : undefined;
  if (risk.invisible.has(object)) {
    if (lightest <= DARK) return cover ? hiddenUnder(cover) : { by: "colour" };
    return isFlat && cover?.kind === "shape" ? hiddenUnder(cover) : undefined;
  }
  if (isFlat && isAlike(risk.sameColour.get(object) ?? -1, colour)) return { by: "colour" };
  if (!cover || (cover.kind === "picture" && isScan && lightest > DARK)) return undefined;
  const drawn = glyphs.drawn(box);
  return drawn >= MIN_DRAWN && glyphs.shown(box) <= MAX_SHOWN * drawn ? hiddenUnder(cover) : undefined;
}

function hiddenUnder({ kind, object }: Cover): Hiding {
  return { by: kind, cover: object };
}

/** The last thing painted over the middle of a box after an object. */
function coverOf(covers: readonly Cover[], object: number, { x, y, width, height }: Box): Cover | undefined {
  const [middle, centre] = [x + width / 2, y + height / 2];
  for (let at = covers.length - 1; at >= 0 && covers[at]!.object > object; at--) {
    const { box } = covers[at]!;
    const isOver = box.x <= middle && middle <= box.x + box.width && box.y <= centre && centre <= box.y + box.height;
    if (isOver) return covers[at];
  }
  return undefined;
}

function looksScanned({ space: { width, height } }: PdfPage, covers: readonly Cover[]): boolean {
  const pictures = covers.filter(({ kind }) => kind === "picture");
  const area = pictures.reduce((sum, { box }) => sum + box.width * box.height, 0);
  return area >= SCAN * width * height;
}

function isBlank({ codes, flags }: PageChars, at: number): boolean {
  return (flags[at]! & (GENERATED | SECOND_HALF)) !== 0 || /^\s$/u.test(String.fromCodePoint(codes[at]!));
}

function boxOf({ space }: PdfPage, { boxes }: PageChars, at: number): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = boxes.subarray(at * 4, at * 4 + 4);
  return space.boxOf({ left, bottom, right, top });
}

/** Hidden characters that follow one another on one line, with the spaces between. Punctuation alone says nothing. */
function lines(chars: PageChars, page: PdfPage, hidden: ReadonlyMap<number, Hiding>): CoveredText[] {
  const found: CoveredText[] = [];
  let line: number[] = [];
  const finish = () => {
    if (line.some((at) => isTelling(chars.codes[at]!))) found.push(lineOf(line, page, chars, hidden.get(line[0]!)!.by));
    line = [];
  };
  for (let at = 0; at < chars.count; at++) {
    const before = line.at(-1);
    if (!hidden.has(at)) {
      if (!isBlank(chars, at)) finish();
      continue;
    }
    if (
      before !== undefined &&
      !(hidden.get(before)!.cover === hidden.get(at)!.cover && isOneLine(chars, page, before, at))
    )
      finish();
    line.push(at);
  }
  finish();
  return found;
}

function lineOf(line: readonly number[], page: PdfPage, chars: PageChars, by: CoveredText["by"]): CoveredText {
  const box = boxAround(line.flatMap((at) => quadOfBox(boxOf(page, chars, at))));
  return { box, characters: line.length, by };
}

/** A letter, a digit, or a glyph without Unicode, which may be either. */
function isTelling(code: number): boolean {
  return code === 0 || /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

/** Whether the line through one character meets the other, and they are not far apart, in heights. */
function isOneLine(chars: PageChars, page: PdfPage, before: number, at: number): boolean {
  const [a, b] = [boxOf(page, chars, before), boxOf(page, chars, at)];
  const reach = MAX_GAP * Math.max(chars.heights[before]!, chars.heights[at]!);
  const apart = (from: number, length: number, other: number, otherLength: number) =>
    Math.max(from - other - otherLength, other - from - length);
  const across = apart(a.x, a.width, b.x, b.width);
  const down = apart(a.y, a.height, b.y, b.height);
  return (down < 0 && across < reach) || (across < 0 && down < reach && chars.angles[at] !== 0);
}
