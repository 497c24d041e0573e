import type { Quad } from "@tuhei/core";
import { type Canvas, type OpenPdfOptions, openPdf, type PageRange, type PdfFile } from "@tuhei/core/pdf";
import { heed } from "../heed.js";
import { type RasterizedPage, rasterReasons } from "./raster-reasons.js";
import { noteAnnotations, type PageNotes, workOnPage } from "./work-on-pages.js";
import type { WorkedPart } from "./worked-file.js";

/** What is to be done to neighbouring pages of a file. Plain data, which a thread can be sent. */
export interface PartJob {
  readonly only: PageRange;
  /** By page; pages without any are left out. */
  readonly quads: ReadonlyMap<number, readonly Quad[]>;
  /** Pages of the file that become pictures whatever is done to them. */
  readonly rasterize: ReadonlySet<number>;
  readonly areLinksKept: boolean;
}

/** What parts are worked on with. */
export interface PartTools {
  readonly canvas: Canvas;
  /** Heeded between pages. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of a part, and what was learned. Plain data. */
export interface PartDone extends Omit<PageNotes, "reasons"> {
  readonly part: WorkedPart;
  readonly reasons: readonly RasterizedPage[];
  /** What goes with the pages' annotations. */
  readonly removed: ReadonlySet<string>;
  /** Pages that do not look any more as they should, boxes aside. */
  readonly changed: ReadonlySet<number>;
}

/**
 * Opens a part of a file by itself and takes what is under the quads out of its pages.
 *
 * @returns undefined where its pages cannot be had alone
 * @throws {TuheiError} "damaged", "engine"
 */
export async function workOnPart(
  bytes: Uint8Array,
  open: OpenPdfOptions,
  job: PartJob,
  tools: PartTools,
): Promise<PartDone | undefined> {
  const { from, to } = job.only;
  const file = await openPdf(bytes, { ...open, only: job.only });
  try {
    return file.firstPage === from && file.pageCount === to - from ? await workOnPages(file, job, tools) : undefined;
  } finally {
    file.close();
  }
}

/** The same with a file that is open, and all of its pages. It is changed. @throws {TuheiError} "damaged", "engine" */
export async function workOnPages(
  file: PdfFile,
  { quads, rasterize, areLinksKept }: Omit<PartJob, "only">,
  { canvas, signal }: PartTools,
): Promise<PartDone> {
  const { firstPage, pageCount } = file;
  const reasons = rasterReasons();
  const notes = { fonts: new Set<string>(), jpegs: new Set<number>(), looks: new Map<number, string>() };
  const removed = new Set<string>();
  const changed = new Set<number>();
  for (let index = firstPage; index < firstPage + pageCount; index++) {
    await heed(signal);
    if (rasterize.has(index)) reasons.add(index, "not proven clean in place");
    noteAnnotations(file, index, removed, areLinksKept);
    if (!workOnPage(file, index, quads.get(index) ?? [], { ...notes, reasons }, canvas)) changed.add(index);
  }
  return { part: { firstPage, pageCount, bytes: file.save() }, reasons: reasons.all(), ...notes, removed, changed };
}
