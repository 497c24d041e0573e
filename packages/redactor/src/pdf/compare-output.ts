import { createHash } from "node:crypto";
import {
  type Canvas,
  createCanvas,
  lookAtPage,
  openPdf,
  type PdfFile,
  type Rendering,
  renderPage,
} from "@tuhei/core/pdf";
import { heed } from "../heed.js";
import { changedPixels } from "./changed-pixels.js";
import type { WorkedFile } from "./worked-file.js";

/** Pixels to the inch for comparing a page with itself: a lost letter of 6 pt still changes many pixels. */
export const COMPARE_DPI = 72;
/** Pixels to the inch: a letter of 6 pt is still four pixels high. */
const ROUGH_DPI = 48;
/** Pixels that may differ: soft edges. */
const MAX_CHANGED = 4;

/** What is to be compared. */
export interface Comparison {
  /** The file as it was when it was taken apart. */
  readonly original: WorkedFile;
  readonly rebuilt: Uint8Array;
  readonly name: string;
  /** Digests of pages of the original at {@link COMPARE_DPI}, where they are known. */
  readonly looks: ReadonlyMap<number, string>;
  readonly isCompared: (page: number) => boolean;
  /** Heeded between pages. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pages of a rebuilt file that do not look like those it was made from: a font was cut down too far, or content was taken for
 * something else. A page that is known to have looked the same to the last pixel needs no second rendering of the original.
 *
 * @throws {TuheiError} "damaged", "engine" when the new file cannot be opened
 */
export async function pagesThatChanged(comparison: Comparison): Promise<readonly number[]> {
  const changed: number[] = [];
  const canvas = createCanvas();
  const file = await openPdf(comparison.rebuilt, { name: comparison.name });
  try {
    for (let index = 0; index < file.pageCount; index++) {
      await heed(comparison.signal);
      if (comparison.isCompared(index) && !looksAlike(file, index, comparison, canvas)) changed.push(index);
    }
  } finally {
    file.close();
  }
  return changed;
}

function looksAlike(file: PdfFile, index: number, comparison: Comparison, canvas: Canvas): boolean {
  const { original, looks } = comparison;
  const known = looks.get(index);
  return file.withPage(index, (page) => {
    if (known !== undefined && lookAtPage(page, COMPARE_DPI, { isOrderFree: true }, digestOf) === known) return true;
    const before = original.withPage(index, (one) => renderPage(one, ROUGH_DPI, { canvas, isOrderFree: true }));
    return lookAtPage(page, ROUGH_DPI, { isOrderFree: true }, (after) => {
      const isSameSize = before.raster.width === after.raster.width && before.raster.height === after.raster.height;
      return isSameSize && changedPixels(before, after, [], 0) <= MAX_CHANGED;
    });
  });
}

/** Tells renderings apart by every pixel of theirs. */
export function digestOf({ raster: { data, width, height } }: Rendering): string {
  return createHash("sha256").update(`${width} ${height} `).update(data).digest("base64");
}
