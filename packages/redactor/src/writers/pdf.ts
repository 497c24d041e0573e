import { PDFDocument, PDFName, PDFNumber, type PDFPageLeaf } from "@cantoo/pdf-lib";
import { limits, type Quad, readAll, TuheiError } from "@tuhei/core";
import { flattenPage, type OpenPdfOptions, openPdf, type PdfFile } from "@tuhei/core/pdf";
import { cleanPages } from "../pdf/clean-pages.js";
import type { PagePicture } from "../pdf/picture-page.js";
import { quadsByPage } from "../pdf/quads-by-page.js";
import { type RasterReasons, rasterReasons } from "../pdf/raster-reasons.js";
import { rebuild } from "../pdf/rebuild.js";
import { noteAnnotations, type PageNotes, workOnPage } from "../pdf/work-on-pages.js";
import { rasterize, renderForRaster } from "../rasterize.js";
import { hasEarlierRevisions } from "../sanitize/earlier-revisions.js";
import { inventory } from "../sanitize/inventory.js";
import type { WriteJob, Writer } from "./writer.js";

/** FORMTYPE_XFA_FULL, fpdf_formfill.h: the pages are made by a script in the reader. */
const DYNAMIC_XFA = 2;

/**
 * PDF: what stands under the quads is taken out of the page, then the pages alone are copied into a new file. A page on which
 * that is not certain becomes a picture.
 */
export const pdf: Writer = {
  formats: ["pdf"],
  async write(job) {
    const removed = new Set<string>();
    const reasons = rasterReasons();
    return {
      chunks: redactedFile(job, removed, reasons),
      removed: () => [...removed].sort(),
      rasterized: () => reasons.all(),
    };
  },
};

async function* redactedFile(job: WriteJob, removed: Set<string>, reasons: RasterReasons): AsyncGenerator<Uint8Array> {
  const { source } = job;
  if (source.size > limits.wholeFileBytes)
    throw new TuheiError("too-large", `${source.name}: too large; split the file`);
  const quads = await quadsByPage(job.redactions);
  const bytes = await readAll(source);
  if (hasEarlierRevisions(bytes)) removed.add("earlier revisions");
  const file = await openPdf(bytes, openOptions(job));
  try {
    if (file.isEncrypted) removed.add("encryption");
    refuseDynamicForms(file, source.name);
    for (const page of job.rasterize) reasons.add(page, "not proven clean in place");
    const notes: PageNotes = { reasons, fonts: new Set() };
    const changed = new Set<number>();
    for (let index = 0; index < file.pageCount; index++) {
      noteAnnotations(file, index, removed);
      if (!workOnPage(file, index, quads.get(index) ?? [], notes)) changed.add(index);
    }
    const document = await parse(file.save(), source.name);
    for (const name of inventory(document)) removed.add(name);
    const pages = cleanPages(document, { pageCount: file.pageCount, notes, isRedacted: (page) => quads.has(page) });
    const pictures = await picturesOf({ job, bytes, file, pages, quads, reasons, changed });
    yield* rebuild(
      document.context,
      Array.from({ length: file.pageCount }, (_, index) => pictures.get(index) ?? pages[index]!),
    );
  } finally {
    file.close();
  }
}

function refuseDynamicForms({ engine, handle }: PdfFile, name: string): void {
  if (engine.guard(() => engine.raw.FPDF_GetFormType!(handle)) === DYNAMIC_XFA) {
    throw new TuheiError("unsupported", `${name}: an XFA form, which only Adobe's reader shows; print it to PDF first`);
  }
}

async function parse(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new TuheiError("damaged", `${name}: cannot be rebuilt; re-export the file`, { cause: error });
  }
}

interface RasterJob {
  readonly job: WriteJob;
  readonly bytes: Uint8Array;
  /** The file with redactions made. */
  readonly file: PdfFile;
  readonly pages: readonly PDFPageLeaf[];
  readonly quads: ReadonlyMap<number, readonly Quad[]>;
  readonly reasons: RasterReasons;
  /** Pages of `file` that do not look any more as they should, boxes aside. */
  readonly changed: ReadonlySet<number>;
}

/** Pictures of the pages for which there is a reason; drawn from the original where redaction in place has done harm. */
async function picturesOf(raster: RasterJob): Promise<ReadonlyMap<number, PagePicture>> {
  const { job, bytes, file, reasons, changed } = raster;
  const pictures = new Map<number, PagePicture>();
  for (const { page } of reasons.all()) {
    if (!changed.has(page)) pictures.set(page, await pictureOf(page, file, raster));
  }
  if (changed.size === 0) return pictures;
  const original = await openPdf(bytes, openOptions(job));
  try {
    for (const page of changed) {
      flattenPage(original, page);
      pictures.set(page, await pictureOf(page, original, raster));
    }
  } finally {
    original.close();
  }
  return pictures;
}

function pictureOf(index: number, file: PdfFile, { pages, quads }: RasterJob): Promise<PagePicture> {
  const unit = pages[index]?.lookup(PDFName.of("UserUnit"));
  const userUnit = unit instanceof PDFNumber ? unit.asNumber() : 1;
  return rasterize(
    file.withPage(index, (page) => renderForRaster(page, userUnit)),
    quads.get(index) ?? [],
  );
}

function openOptions({ source, open }: WriteJob): OpenPdfOptions {
  return { name: source.name, ...(open.password !== undefined && { password: open.password }) };
}
