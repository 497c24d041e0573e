import { limits, readAll, TuheiError } from "@tuhei/core";
import { type OpenPdfOptions, openPdf, type PdfFile } from "@tuhei/core/pdf";
import { collectGarbage } from "../collect-garbage.js";
import { keepClean } from "../keep/keep-clean.js";
import type { KeptPart, KeptParts } from "../keep/kept-parts.js";
import type { Placing } from "../keep/write-kept.js";
import { cleanPages } from "../pdf/clean-pages.js";
import { pagesThatChanged } from "../pdf/compare-output.js";
import { forecastParts } from "../pdf/forecast-parts.js";
import { type PictureJob, pagePictures } from "../pdf/page-pictures.js";
import { PART_PAGES } from "../pdf/part-ranges.js";
import { partsApart } from "../pdf/parts-apart.js";
import type { PagePicture } from "../pdf/picture-page.js";
import { quadsByPage } from "../pdf/quads-by-page.js";
import { type RasterReason, type RasterReasons, rasterReasons } from "../pdf/raster-reasons.js";
import { rebuild } from "../pdf/rebuild.js";
import { workInParts } from "../pdf/work-in-parts.js";
import type { PageNotes } from "../pdf/work-on-pages.js";
import type { WorkedFile } from "../pdf/worked-file.js";
import type { PDFDict, PDFDocument } from "../pdf-lib.js";
import { warmReader } from "../pdfjs/reader-thread.js";
import { DEFAULT_RASTER } from "../rasterize.js";
import { hasEarlierRevisions } from "../sanitize/earlier-revisions.js";
import { numberIn } from "../sanitize/lookup.js";
import type { WriteJob, Writer } from "./writer.js";

/** Why pages become pictures of whose text it is not known what a reader shows. */
const UNSEARCHABLE: ReadonlySet<RasterReason | undefined> = new Set([
  "content that cannot be followed",
  "hidden layers",
]);
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
    const kept = new Set<KeptPart>();
    const reasons = rasterReasons();
    return {
      chunks: redactedFile(job, removed, kept, reasons),
      kept: () => [...kept].sort(),
      removed: () => [...removed].sort(),
      rasterized: () => reasons.all(),
    };
  },
};

async function* redactedFile(
  job: WriteJob,
  removed: Set<string>,
  kept: Set<KeptPart>,
  reasons: RasterReasons,
): AsyncGenerator<Uint8Array> {
  const { source, signal } = job;
  if (source.size > limits.wholeFileBytes)
    throw new TuheiError("too-large", `${source.name}: too large; split the file`);
  const bytes = await readAll(source);
  const open = openOptions(job);
  const { rasterize } = job;
  const areLinksKept = job.keep?.parts.has("links") ?? false;
  const whole = await openPdf(bytes, open);
  const isLong = whole.pageCount > PART_PAGES;
  const apart = isLong && job.open.services?.threads !== 1 ? partsApart({ bytes, open }) : undefined;
  if (apart) job.onForecast?.(forecastParts({ rasterize, areLinksKept }, apart.offer));
  // Of a long file the thread for its parts has to end before, or memory would hold both.
  if (!isLong) warmReader();
  let file: WorkedFile | undefined;
  try {
    const quads = await quadsByPage(job.redactions);
    if (hasEarlierRevisions(bytes)) removed.add("earlier revisions");
    if (whole.isEncrypted) removed.add("encryption");
    refuseDynamicForms(whole, source.name);
    const notes: PageNotes = { reasons, fonts: new Set(), jpegs: new Set(), looks: new Map() };
    const keep = job.keep && keepClean(whole, quads, job.keep);
    for (const name of keep?.dropped ?? []) removed.add(name);
    const tidy = () => collectGarbage(job.open.services);
    const worked = await workInParts(whole, {
      bytes,
      open,
      quads,
      notes,
      removed,
      rasterize,
      areLinksKept,
      apart,
      signal,
      tidy,
    });
    file = worked.file;
    await apart?.close();
    // The reader is to take what the thread for the parts gave back.
    if (isLong) tidy();
    warmReader();
    const { document, pages } = worked;
    if (keep) noteKept(keep.parts, kept, removed);
    if (!worked.isBroken)
      await cleanPages(document, pages, { notes, name: source.name, isRedacted: (page) => quads.has(page), signal });
    const userUnitOf = (page: number) => numberIn(pages[page], "UserUnit") ?? 1;
    const pictures: PictureJob = {
      bytes,
      open,
      file,
      quads,
      changed: worked.changed,
      signal,
      userUnitOf,
      raster: { ...DEFAULT_RASTER, ...job.raster },
      isSearchable: (page) => !job.bare?.has(page) && !UNSEARCHABLE.has(reasons.of(page)),
    };
    yield await assemble(document, pages, pictures, notes, keep?.parts);
  } finally {
    await apart?.close();
    whole.close();
    file?.close();
  }
}

function refuseDynamicForms({ engine, handle }: PdfFile, name: string): void {
  if (engine.guard(() => engine.raw.FPDF_GetFormType!(handle)) === DYNAMIC_XFA) {
    throw new TuheiError("unsupported", `${name}: an XFA form, which only Adobe's reader shows; print it to PDF first`);
  }
}

/** An outline that is kept, were it in part, is not removed; what went of it is reported by itself. */
function noteKept({ outline, links }: KeptParts, kept: Set<KeptPart>, removed: Set<string>): void {
  if (links.size > 0) kept.add("links");
  if (outline.length === 0) return;
  kept.add("outline");
  removed.delete("outline");
}

/** The new file. Pages that would not look in it as they should become pictures, too. */
async function assemble(
  document: PDFDocument,
  pages: readonly PDFDict[],
  job: PictureJob,
  { reasons, looks }: PageNotes,
  kept?: KeptParts,
): Promise<Uint8Array> {
  const pictures = new Map<number, PagePicture>();
  while (true) {
    const missing = reasons.all().flatMap(({ page }) => (pictures.has(page) ? [] : [page]));
    for (const [page, picture] of await pagePictures(missing, job)) pictures.set(page, picture);
    const all = Array.from({ length: job.file.pageCount }, (_, index) => pictures.get(index) ?? pages[index]!);
    const placed: Placing = (page, x, y) => (pictures.has(page) ? placedOnPicture(job.file, page, x, y) : [x, y]);
    const bytes = Buffer.concat([...rebuild(document.context, all, kept && { parts: kept, placed })]);
    const changed = await pagesThatChanged({
      original: job.file,
      rebuilt: bytes,
      name: job.open.name,
      looks,
      isCompared: (page) => !pictures.has(page),
      signal: job.signal,
    });
    if (changed.length === 0) return bytes;
    for (const page of changed) reasons.add(page, "looks that would change");
  }
}

/** Pictures of pages begin at the origin and stand upright. */
function placedOnPicture(file: WorkedFile, page: number, x: number, y: number): readonly [number, number] {
  const { space } = file.withPage(page, ({ space }) => ({ space }));
  const point = space.toPage(x, y);
  return [point.x, space.height - point.y];
}

function openOptions({ source, open }: WriteJob): OpenPdfOptions {
  return { name: source.name, ...(open.password !== undefined && { password: open.password }) };
}
