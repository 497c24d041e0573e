import type { Box } from "../model/geometry.js";
import { withBox } from "./apart.js";
import { type ClipOutline, clipOutline } from "./clip-outline.js";
import { coveredBoxes, type Shape } from "./cover.js";
import { mayBeBar, mayBeSymbol } from "./drawn-symbols.js";
import { type HiddenPicture, hiddenPictures } from "./hidden-pictures.js";
import { type PageChars, UNMAPPED } from "./page-chars.js";
import { MAX_OBJECTS, type PageObject } from "./page-objects.js";
import type { PageSpace } from "./page-space.js";
import type { PdfPage } from "./pdf-file.js";

/** What of a page cannot be read from its text layer. */
export interface PictureParts {
  /** Where OCR has to look, page units; not overlapping. The whole page where it is most of it. */
  readonly boxes: readonly Box[];
  /** Pictures that the page does not show whole. */
  readonly hidden: readonly HiddenPicture[];
  /** Of the page. */
  readonly size: { readonly width: number; readonly height: number };
  /** Whether something is drawn that may be a barcode. Those in pictures are in `boxes`. */
  readonly hasBars: boolean;
}

/** Outline points of a group of paths from which it may be text: five digits have about this many. */
const ENOUGH_OUTLINE = 40;
/** Of a picture: enough however many cells it is spread over. */
const CERTAIN = 1e9;
/** One path of this many segments may draw a whole barcode. */
const SYMBOL_SEGMENTS = 100;
/** A path with fewer segments is a line, a rectangle or a tick. */
const MIN_SEGMENTS = 6;
/** Text is not higher, in points. */
const MAX_TEXT_HEIGHT = 120;
/** Part of the page from which it is looked at whole. */
const MOST = 0.4;
/** More parts than this are looked at as one page. */
const MAX_PARTS = 24;

/** Where a page shows what may be text without saying which: pictures, glyphs without Unicode, outlines, patterns. */
export function pictureParts(page: PdfPage, objects: readonly PageObject[], chars: PageChars): PictureParts {
  const { space } = page;
  const size = { width: space.width, height: space.height };
  const { shapes, hasSymbol } = shapesOf(page, objects);
  const found = coveredBoxes([...shapes, ...unmappedShapes(chars, space)], space, ENOUGH_OUTLINE);
  const isCut = objects.length >= MAX_OBJECTS;
  return {
    boxes: isCut ? [{ x: 0, y: 0, ...size }] : apart(found, space),
    hidden: hiddenPictures(page, objects),
    size,
    hasBars: isCut || hasSymbol,
  };
}

function shapesOf(
  page: PdfPage,
  objects: readonly PageObject[],
): { readonly shapes: Shape[]; readonly hasSymbol: boolean } {
  const { engine, space } = page;
  return engine.borrow(16, (scratch) => {
    const shapes: Shape[] = [];
    // A frame with round corners clips all that is in it.
    const clips = new Set<string>();
    const isNew = ({ segments, bounds: { left, bottom, right, top } }: ClipOutline) =>
      clips.size < clips.add([segments, left, bottom, right, top].join()).size;
    const bars: Box[] = [];
    let hasSymbol = false;
    for (const object of objects) {
      const { kind, handle, bounds } = object;
      const cut = kind === "path" || kind === "shading" ? clipOutline(page, object) : undefined;
      const cutBox = cut && cut.segments >= MIN_SEGMENTS ? visibleBox(space.boxOf(cut.bounds), space) : undefined;
      if (cut && cutBox && cutBox.height <= MAX_TEXT_HEIGHT && isNew(cut))
        shapes.push({ box: cutBox, weight: cut.segments });
      const box = kind === "image" || kind === "path" ? visibleBox(space.boxOf(bounds), space) : undefined;
      if (!box) continue;
      const segments = kind === "path" ? engine.raw.FPDFPath_CountSegments!(handle) : 0;
      if (kind === "image" || hasPatternFill(page, handle, scratch)) shapes.push({ box, weight: CERTAIN });
      else if (segments >= MIN_SEGMENTS && box.height <= MAX_TEXT_HEIGHT) shapes.push({ box, weight: segments });
      hasSymbol ||= segments >= SYMBOL_SEGMENTS;
      if (kind === "path" && segments <= MIN_SEGMENTS && mayBeBar(box)) bars.push(box);
    }
    return { shapes, hasSymbol: hasSymbol || mayBeSymbol(bars) };
  });
}

/** The part on the page; undefined where none is. */
function visibleBox({ x, y, width, height }: Box, page: PageSpace): Box | undefined {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(page.width, x + width), Math.min(page.height, y + height)];
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** The colour that pdfium gives a fill with a tiling pattern, CPDF_ColorState::SetPattern. The pattern may draw text. */
const PATTERN_GREY = 0xbf;

function hasPatternFill({ engine: { raw, words } }: PdfPage, path: number, scratch: number): boolean {
  if (raw.FPDFPageObj_GetFillColor!(path, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false;
  const [red, green, blue] = words().subarray(scratch / 4, scratch / 4 + 3);
  return red === PATTERN_GREY && green === PATTERN_GREY && blue === PATTERN_GREY;
}

function unmappedShapes({ count, flags, boxes }: PageChars, space: PageSpace): Shape[] {
  const shapes: Shape[] = [];
  for (let index = 0; index < count; index++) {
    if ((flags[index]! & UNMAPPED) === 0) continue;
    const [left, bottom, right, top] = boxes.subarray(index * 4, index * 4 + 4);
    const box = visibleBox(space.boxOf({ left: left!, bottom: bottom!, right: right!, top: top! }), space);
    if (box) shapes.push({ box, weight: CERTAIN });
  }
  return shapes;
}

function apart(boxes: readonly Box[], page: PageSpace): readonly Box[] {
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  const found = boxes.reduce<Box[]>(withBox, []);
  const area = found.reduce((sum, { width, height }) => sum + width * height, 0);
  return area > MOST * whole.width * whole.height || found.length > MAX_PARTS ? [whole] : found;
}
