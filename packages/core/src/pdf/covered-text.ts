import { type Box, boxAround, quadOfBox } from "../model/geometry.js";
import { byStrips } from "./by-strips.js";
import { type CoveredText, coveredLines, type Hiding } from "./covered-lines.js";
import { type GlyphsShown, glyphsShown } from "./glyphs-shown.js";
import { boxOfChar, isBlank, type PageChars, pageChars } from "./page-chars.js";
import { type PageObject, pageObjects } from "./page-objects.js";
import type { PdfPage } from "./pdf-file.js";
import { type Cover, isAlike, type TextAtRisk, textAtRisk } from "./text-at-risk.js";

/** Part of a glyph's pixels that may still show, along the edge of a cover. */
const MAX_SHOWN = 0.1;
/** A glyph of fewer pixels is a dot, or pdfium cannot draw it. */
const MIN_DRAWN = 4;
/** Levels of 255 within which an area is of one colour; JPEG and smoothing leave some. */
const FLAT = 24;
/** Highest level of black bars on scans. */
const DARK = 80;
/** How far beside a character of an OCR layer all must be black, in its heights: a stroke of the scan is black too. */
const OCR_SIDE = 0.25;
/** Part of the page from which pictures are taken for a scan, whose text layer repeats what the picture shows. */
const SCAN = 0.5;

/**
 * Finds text under drawn boxes, under pictures, on boxes of its own colour and, where text is invisible as OCR leaves
 * it, under or on black. Every find is proven by drawing the page with and without the text. Text that is invisible
 * for another reason (white on white, off the page, clipped, a hidden layer) is not covered.
 *
 * @param read the characters of the page, where they are known already
 * @throws {TuheiError} "engine"
 */
export function coveredText(page: PdfPage, read = () => pageChars(page)): CoveredText[] {
  const objects = pageObjects(page);
  const risk = textAtRisk(page, objects);
  if (risk.covered.size + risk.sameColour.size + risk.invisible.size === 0) return [];
  const chars = read();
  const suspects = suspectsOf(page, chars, objects, risk);
  if (suspects.length === 0) return [];
  const area = boxAround(suspects.flatMap(({ box }) => quadOfBox(box)));
  const visible = suspects.filter(({ isInvisible }) => !isInvisible).map(({ object }) => object);
  // Bold type is often made by drawing a text twice, and only one of the two has characters.
  const glyphs = glyphsShown(page, objects, new Set([...visible, ...risk.sameColour.keys()]), area);
  const hidden = suspects.flatMap((suspect) => {
    const hiding = hidingOf(suspect, glyphs);
    return hiding ? [[suspect.char, hiding] as const] : [];
  });
  return coveredLines(page, chars, new Map(hidden));
}

/** A character that may be hidden, by what lies over or under it. */
interface Suspect {
  readonly char: number;
  readonly object: number;
  readonly box: Box;
  readonly isInvisible: boolean;
  /** The last thing painted over it. */
  readonly cover: Cover | undefined;
  /** The colour it shares with what is beneath, 0xRRGGBB. */
  readonly colour: number | undefined;
  /** The cover is part of a scan: then it shows the text, unless it is black. */
  readonly isUnderScan: boolean;
}

function suspectsOf(page: PdfPage, chars: PageChars, objects: readonly PageObject[], risk: TextAtRisk): Suspect[] {
  const indices = new Map(objects.map(({ handle }, at) => [handle, at]));
  const isScan = looksScanned(page, risk.covers);
  const coversAt = byStrips(risk.covers, ({ box }) => [box.y, box.y + box.height]);
  const suspects: Suspect[] = [];
  const isAtRisk = (object: number) =>
    risk.invisible.has(object) || risk.covered.has(object) || risk.sameColour.has(object);
  // Characters of one object follow one another.
  let [handle, object]: [number | undefined, number | undefined] = [undefined, undefined];
  for (let char = 0; char < chars.count; char++) {
    if (chars.objects[char] !== handle) {
      handle = chars.objects[char];
      const index = indices.get(handle!);
      object = index !== undefined && isAtRisk(index) ? index : undefined;
    }
    if (object === undefined || isBlank(chars, char)) continue;
    const box = boxOfChar(page.space, chars, char);
    const isInvisible = risk.invisible.has(object);
    const centre = box.y + box.height / 2;
    const covers = coversAt(centre, centre);
    const cover = risk.covered.has(object) ? coverOf(covers, object, box) : undefined;
    const isUnderScan = isScan && cover?.kind === "picture";
    const colour = cover ? undefined : sharedColour(covers, risk.sameColour.get(object), object, box);
    if (isInvisible || cover || colour !== undefined) {
      suspects.push({ char, object, box, isInvisible, cover, colour, isUnderScan });
    }
  }
  return suspects;
}

function hidingOf({ box, isInvisible, cover, colour, isUnderScan }: Suspect, glyphs: GlyphsShown): Hiding | undefined {
  const tone = glyphs.tone(isInvisible ? withSides(box) : box);
  const isDark = tone.lightest <= DARK;
  const isFlat = isDark || tone.contrast <= FLAT;
  const hiding: Hiding = cover ? { by: cover.kind, cover: cover.object, isDark } : { by: "colour", isDark };
  if (isInvisible) return isDark || (isFlat && cover?.kind === "shape") ? hiding : undefined;
  if (colour !== undefined && !(isFlat && isAlike(colour, tone.colour))) return undefined;
  if (isUnderScan && !isDark) return undefined;
  const drawn = glyphs.drawn(box);
  return drawn >= MIN_DRAWN && glyphs.shown(box) <= MAX_SHOWN * drawn ? hiding : undefined;
}

/** The box and what is beside it along the line, whichever way that runs. */
function withSides({ x, y, width, height }: Box): Box {
  const reach = OCR_SIDE * Math.max(width, height);
  return width > height
    ? { x, y: y - reach, width, height: height + 2 * reach }
    : { x: x - reach, y, width: width + 2 * reach, height };
}

/** @param covers in any order */
function coverOf(covers: readonly Cover[], object: number, box: Box): Cover | undefined {
  let last: Cover | undefined;
  for (const cover of covers) if (cover.object > (last?.object ?? object) && isOver(cover, box)) last = cover;
  return last;
}

function sharedColour(covers: readonly Cover[], own: number | undefined, object: number, box: Box): number | undefined {
  if (own === undefined) return undefined;
  const isBeneath = (cover: Cover) => cover.object < object && isAlike(cover.colour ?? -1, own) && isOver(cover, box);
  return covers.some(isBeneath) ? own : undefined;
}

/** Whether the middle of a box lies within. */
function isOver({ box }: Cover, { x, y, width, height }: Box): boolean {
  const [middle, centre] = [x + width / 2, y + height / 2];
  return box.x <= middle && middle <= box.x + box.width && box.y <= centre && centre <= box.y + box.height;
}

function looksScanned({ space: { width, height } }: PdfPage, covers: readonly Cover[]): boolean {
  const pictures = covers.filter(({ kind }) => kind === "picture");
  const area = pictures.reduce((sum, { box }) => sum + box.width * box.height, 0);
  return area >= SCAN * width * height;
}
