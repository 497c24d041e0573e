import { type Quad, quadOfBox, TuheiError } from "@tuhei/core";
import {
  coveredText,
  flattenPage,
  type OpenPdfOptions,
  openPdf,
  type PdfFile,
  type PdfPage,
  pageChars,
  type Rendering,
  renderPage,
} from "@tuhei/core/pdf";
import { heed } from "../heed.js";
import { type ShownWord, shownWords } from "../raster-text/shown-words.js";
import { type RasterOptions, rasterize } from "../rasterize.js";
import type { PagePicture } from "./picture-page.js";
import { hasUndrawnText } from "./unembedded-text.js";
import type { WorkedFile } from "./worked-file.js";

/** What pictures are made from. */
export interface PictureJob {
  readonly bytes: Uint8Array;
  readonly open: OpenPdfOptions;
  /** The file with redactions made. */
  readonly file: WorkedFile;
  readonly quads: ReadonlyMap<number, readonly Quad[]>;
  /** Pages of `file` that do not look any more as they should, boxes aside: they are drawn from the original. */
  readonly changed: ReadonlySet<number>;
  readonly userUnitOf: (page: number) => number;
  readonly raster: RasterOptions;
  /** Heeded between pages. */
  readonly signal?: AbortSignal | undefined;
  /** Whether what the page shows may be put behind its picture as text. */
  readonly isSearchable: (page: number) => boolean;
}

/**
 * Pictures of these pages, with the boxes painted.
 *
 * @throws {TuheiError} "residue" where a picture would lack text that the page shows, "engine"
 */
export async function pagePictures(
  pages: readonly number[],
  job: PictureJob,
): Promise<ReadonlyMap<number, PagePicture>> {
  const { bytes, open, file, changed } = job;
  const pictures = new Map<number, PagePicture>();
  for (const page of pages) if (!changed.has(page)) pictures.set(page, await pictureOf(page, file, job));
  const fromOriginal = pages.filter((page) => changed.has(page));
  if (fromOriginal.length === 0) return pictures;
  const original = await openPdf(bytes, open);
  try {
    for (const page of fromOriginal) {
      flattenPage(original, page);
      pictures.set(page, await pictureOf(page, original, job));
    }
  } finally {
    original.close();
  }
  return pictures;
}

async function pictureOf(index: number, file: Pick<PdfFile, "withPage">, job: PictureJob): Promise<PagePicture> {
  await heed(job.signal);
  const { open, userUnitOf, raster, isSearchable } = job;
  const quads = job.quads.get(index) ?? [];
  const rendered = file.withPage(index, (page) => {
    if (hasUndrawnText(page)) {
      throw new TuheiError(
        "residue",
        `${open.name}: page ${index + 1} can only be redacted as a picture, but its fonts are not in the file; embed them first`,
      );
    }
    const rendering = renderPage(page, raster.dpi);
    const words = isSearchable(index) ? wordsBehind(page, quads, rendering) : [];
    return { ...rendering, width: page.space.width, height: page.space.height, userUnit: userUnitOf(index), words };
  });
  return rasterize(rendered, quads, raster);
}

/** The words that the page shows, without those that something was laid over: the paper beside it would pass for their looks. */
function wordsBehind(page: PdfPage, quads: readonly Quad[], rendering: Rendering): ShownWord[] {
  const chars = pageChars(page);
  const covered = coveredText(page, () => chars).map(({ middle }) => quadOfBox(middle));
  return shownWords(page, chars, [...quads, ...covered], rendering);
}
