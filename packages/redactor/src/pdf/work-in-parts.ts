import { type Quad, TuheiError } from "@tuhei/core";
import { createCanvas, type OpenPdfOptions, openPdf, type PdfFile } from "@tuhei/core/pdf";
import { heed } from "../heed.js";
import { type PDFDict, PDFDocument, PDFInvalidObject } from "../pdf-lib.js";
import { inventory } from "../sanitize/inventory.js";
import { joinerInto } from "./join-parts.js";
import { partRanges } from "./part-ranges.js";
import type { PartsApart } from "./parts-apart.js";
import { settleInherited } from "./rebuild.js";
import type { PageNotes } from "./work-on-pages.js";
import { type PartDone, type PartJob, type PartTools, workOnPages, workOnPart } from "./work-on-part.js";
import { type WorkedFile, workedFile } from "./worked-file.js";

/** What is to be done to a file's pages. */
export interface WorkOrder extends Pick<PartJob, "areLinksKept" | "rasterize"> {
  readonly bytes: Uint8Array;
  readonly open: OpenPdfOptions;
  readonly quads: ReadonlyMap<number, readonly Quad[]>;
  readonly notes: PageNotes;
  /** Told what goes with the pages' annotations and with everything that is no page. */
  readonly removed: Set<string>;
  /** Heeded between pages and parts. */
  readonly signal?: AbortSignal | undefined;
  /** Shares the work, if it is there. */
  readonly apart?: PartsApart | undefined;
  /** Gives back what work on parts left. Called now and then. */
  readonly tidy: () => void;
}

/** Parts after which what they left is given back: it takes as long as work on three pages. */
const PARTS_A_TIDYING = 4;

/** A file after work on its pages. Must be closed. */
export interface Worked {
  readonly file: WorkedFile;
  /** Holds the objects of all pages. */
  readonly document: PDFDocument;
  /** In order, each saying itself what it would inherit; fewer where objects cannot be parsed. */
  readonly pages: readonly PDFDict[];
  /** Pages that do not look any more as they should, boxes aside. */
  readonly changed: ReadonlySet<number>;
  /** Whether objects cannot be parsed; all pages must then become pictures. */
  readonly isBroken: boolean;
}

/**
 * Takes what is under the quads out of the pages, some pages at a time: each part is opened, worked on and saved by itself, so
 * that time grows with the number of pages and not with its square, and memory hardly at all.
 *
 * @param whole the file, which is closed
 * @throws {TuheiError} "damaged", "engine"
 */
export async function workInParts(whole: PdfFile, order: WorkOrder): Promise<Worked> {
  const { engine, pageCount } = whole;
  const { notes, open, removed } = order;
  const parts = await workedParts(whole, order);
  const pages: PDFDict[] = [];
  const changed = new Set<number>();
  let first: PDFDocument | undefined;
  let isBroken = false;
  for (const [at, { part, ...learned }] of parts.entries()) {
    await heed(order.signal);
    if (at % PARTS_A_TIDYING === PARTS_A_TIDYING - 1) order.tidy();
    takeNotes(notes, learned);
    for (const name of learned.removed) removed.add(name);
    for (const page of learned.changed) changed.add(page);
    const document = await parse(part.bytes, open.name);
    for (const name of inventory(document)) removed.add(name);
    const own = pagesOf(document);
    if (hasInvalidObject(document) || own.length !== part.pageCount) {
      isBroken = true;
      for (let index = 0; index < pageCount; index++) notes.reasons.add(index, "objects that cannot be parsed");
    }
    for (const page of own) settleInherited(page);
    if (first) pages.push(...joined(first, document, own, part.firstPage, notes));
    else pages.push(...own);
    first ??= document;
  }
  const file = workedFile(
    engine,
    open.name,
    parts.map(({ part }) => part),
  );
  return { file, document: first!, pages, changed, isBroken };
}

/** All parts after work on them, in order; one where the file's pages cannot be had alone. */
async function workedParts(whole: PdfFile, order: WorkOrder): Promise<readonly PartDone[]> {
  const { bytes, open, quads, rasterize, areLinksKept, apart, signal } = order;
  const tools = { canvas: createCanvas(), signal };
  const jobs = partRanges(whole.pageCount).map((only): PartJob => {
    const own = [...quads].filter(([page]) => page >= only.from && page < only.to);
    return { only, quads: new Map(own), rasterize, areLinksKept };
  });
  if (jobs.length === 1) return [await workOnPages(whole, order, tools)];
  whole.close();
  for (const job of jobs) apart?.offer(job);
  const done = new Map<PartJob, PartDone>();
  for (const job of jobs) {
    if (apart && !apart.take(job)) continue;
    const own = await workOnPart(bytes, open, job, tools);
    if (!own) return [await workAtOnce(order, tools)];
    done.set(job, own);
    if (done.size % PARTS_A_TIDYING === 0) order.tidy();
  }
  for (const job of jobs) {
    if (done.has(job)) continue;
    await heed(signal);
    const theirs = (await apart?.result(job)) ?? (await workOnPart(bytes, open, job, tools));
    if (!theirs) return [await workAtOnce(order, tools)];
    done.set(job, theirs);
  }
  return jobs.map((job) => done.get(job)!);
}

async function workAtOnce(order: WorkOrder, tools: PartTools): Promise<PartDone> {
  const file = await openPdf(order.bytes, order.open);
  try {
    return await workOnPages(file, order, tools);
  } finally {
    file.close();
  }
}

function takeNotes(all: PageNotes, { reasons, fonts, jpegs, looks }: Omit<PartDone, "part">): void {
  for (const { page, reason } of reasons) all.reasons.add(page, reason);
  for (const font of fonts) all.fonts.add(font);
  for (const page of jpegs) all.jpegs.add(page);
  for (const [page, look] of looks) all.looks.set(page, look);
}

function joined(first: PDFDocument, part: PDFDocument, own: readonly PDFDict[], from: number, notes: PageNotes) {
  const joiner = joinerInto(first, part);
  return own.map((page, at) => {
    const copy = joiner.page(page);
    if (joiner.hasOwnLayer) notes.reasons.add(from + at, "hidden layers");
    return copy;
  });
}

async function parse(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new TuheiError("damaged", `${name}: cannot be rebuilt; re-export the file`, { cause: error });
  }
}

/** As the page tree has them; none where that is broken. */
function pagesOf(document: PDFDocument): readonly PDFDict[] {
  try {
    return document.getPages().map(({ node }) => node);
  } catch {
    // pdf-lib takes what stands in a tree for what should; whatever it stumbles over, the pages become pictures.
    return [];
  }
}

function hasInvalidObject(document: PDFDocument): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFInvalidObject);
}
