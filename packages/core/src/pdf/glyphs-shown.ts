import type { Box } from "../model/geometry.js";
import type { PageObject } from "./page-objects.js";
import type { PdfPage } from "./pdf-file.js";
import { type Rendering, renderPage } from "./render.js";

/** Pixels to the inch: a character of 6 pt is twelve pixels high. */
const DPI = 144;
/** Levels of 255 by which a pixel must differ to be seen as ink; what lies under more than 7/8 of black is not. */
const SEEN = 32;
/** Magenta, against which black and white text both stand out. 0xAARRGGBB, in 32 bits. */
const LOUD = 0xffff00ff | 0;
/** Part of a character's box, at each side, in which neighbours may show. */
const MARGIN = 0.15;
/** Drawings of a page that tell what a reader sees of some of its texts. */
export interface GlyphsShown {
  /** Pixels that change when the texts are taken away. */
  shown(box: Box): number;
  /** Pixels that they would have if nothing but text were on the page. */
  drawn(box: Box): number;
  /** What the page shows there. */
  tone(box: Box): Tone;
}

/** Levels of an area, 0 to 255. */
export interface Tone {
  /** Largest difference within one channel. */
  readonly contrast: number;
  /** Highest level of any channel. */
  readonly lightest: number;
  /** Highest level of each channel, 0xRRGGBB: the colour, where there is no contrast. */
  readonly colour: number;
}

/**
 * Draws the page with and without some of its texts. The objects are switched off and on again; nothing is changed.
 *
 * @param texts indices into `objects`
 * @param area of the page that is asked about, page units
 * @throws {TuheiError} "engine"
 */
export function glyphsShown(
  page: PdfPage,
  objects: readonly PageObject[],
  texts: ReadonlySet<number>,
  area: Box,
): GlyphsShown {
  const part = onPage(area, page.space);
  const suspects = objects.filter((_, at) => texts.has(at));
  const inked = objects.filter(({ kind }) => kind !== "text" && kind !== "form");
  const asIs = renderPage(page, DPI, { part });
  let without: Rendering | undefined;
  let bare: readonly [Rendering, Rendering] | undefined;
  const drawnAlone = () =>
    withoutObjects(page, inked, () => {
      const all = renderPage(page, DPI, { part, paper: LOUD });
      return [all, withoutObjects(page, suspects, () => renderPage(page, DPI, { part, paper: LOUD }))] as const;
    });
  return {
    shown(box) {
      without ??= withoutObjects(page, suspects, () => renderPage(page, DPI, { part }));
      return differing(asIs, without, box);
    },
    drawn(box) {
      bare ??= drawnAlone();
      return differing(...bare, box);
    },
    tone: (box) => toneIn(asIs, box),
  };
}

/** The part of a box that is on the page, and at least a point of it, for there must be something to draw. */
function onPage({ x, y, width, height }: Box, page: { width: number; height: number }): Box {
  const [left, top] = [Math.min(Math.max(0, x), page.width - 1), Math.min(Math.max(0, y), page.height - 1)];
  const [right, bottom] = [Math.min(page.width, x + width), Math.min(page.height, y + height)];
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function withoutObjects<T>({ engine }: PdfPage, objects: readonly PageObject[], work: () => T): T {
  const { raw } = engine;
  for (const { handle } of objects) raw.FPDFPageObj_SetIsActive!(handle, 0);
  try {
    return work();
  } finally {
    if (!engine.isLost()) for (const { handle } of objects) raw.FPDFPageObj_SetIsActive!(handle, 1);
  }
}

function differing(a: Rendering, b: Rendering, box: Box): number {
  const [one, other] = [a.raster.data, b.raster.data];
  let count = 0;
  forPixels(a, inner(box), (at) => {
    for (let channel = at; channel < at + 3; channel++) {
      if (Math.abs(one[channel]! - other[channel]!) < SEEN) continue;
      count++;
      return;
    }
  });
  return count;
}

function toneIn(rendering: Rendering, box: Box): Tone {
  const { data } = rendering.raster;
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  forPixels(rendering, band(box), (at) => {
    for (let channel = 0; channel < 3; channel++) {
      const level = data[at + channel]!;
      if (level < least[channel]!) least[channel] = level;
      if (level > most[channel]!) most[channel] = level;
    }
  });
  const [red = 0, green = 0, blue = 0] = most;
  return {
    contrast: Math.max(...most.map((level, channel) => level - least[channel]!)),
    lightest: Math.max(red, green, blue),
    colour: (red << 16) | (green << 8) | blue,
  };
}

/** A box without its edges. */
function inner({ x, y, width, height }: Box): Box {
  const part = 1 - 2 * MARGIN;
  return { x: x + MARGIN * width, y: y + MARGIN * height, width: part * width, height: part * height };
}

/** A box without its top and bottom. What is beside the ink stays: the middle of an l is all ink. */
function band({ x, y, width, height }: Box): Box {
  return { x, y: y + MARGIN * height, width, height: (1 - 2 * MARGIN) * height };
}

/** Calls for the first byte of every pixel that lies in a box as a whole. */
function forPixels({ raster, scale, area }: Rendering, { x, y, width, height }: Box, each: (at: number) => void): void {
  const left = Math.max(0, Math.ceil((x - area.x) * scale));
  const right = Math.min(raster.width, Math.floor((x - area.x + width) * scale));
  const top = Math.max(0, Math.ceil((y - area.y) * scale));
  const bottom = Math.min(raster.height, Math.floor((y - area.y + height) * scale));
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) each((row * raster.width + column) * 3);
  }
}
