import { type Quad, TuheiError } from "@tuhei/core";
import { type OpenPdfOptions, openPdfIn, type PageRange, type PdfFile } from "@tuhei/core/pdf";
import { type PDFDict, PDFDocument, PDFInvalidObject } from "../pdf-lib.js";
import { inventory } from "../sanitize/inventory.js";
import { joinerInto } from "./join-parts.js";
import { settleInherited } from "./rebuild.js";
import { noteAnnotations, type PageNotes, workOnPage } from "./work-on-pages.js";
import { type WorkedFile, type WorkedPart, workedFile } from "./worked-file.js";

/** Pages worked on at once. For every page that it writes, pdfium counts what refers to what in all of the file. */
export const PART_PAGES = 32;

/** What is to be done to a file's pages. */
export interface WorkOrder {
  readonly bytes: Uint8Array;
  readonly open: OpenPdfOptions;
  readonly quads: ReadonlyMap<number, readonly Quad[]>;
  readonly notes: PageNotes;
  /** Told what goes with the pages' annotations and with everything that is no page. */
  readonly removed: Set<string>;
  readonly areLinksKept: boolean;
}

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
  const parts: WorkedPart[] = [];
  const pages: PDFDict[] = [];
  const changed = new Set<number>();
  let first: PDFDocument | undefined;
  let isBroken = false;
  for (let from = 0; from < pageCount; from += parts.at(-1)!.pageCount) {
    const part = workOnPart(whole, { from, to: Math.min(pageCount, from + PART_PAGES) }, order, changed);
    parts.push(part);
    const document = await parse(part.bytes, open.name);
    for (const name of inventory(document)) removed.add(name);
    const own = pagesOf(document);
    if (hasInvalidObject(document) || own.length !== part.pageCount) {
      isBroken = true;
      for (let index = 0; index < pageCount; index++) notes.reasons.add(index, "objects that cannot be parsed");
    }
    for (const page of own) settleInherited(page);
    if (first) pages.push(...joined(first, document, own, from, notes));
    else pages.push(...own);
    first ??= document;
  }
  return { file: workedFile(engine, open.name, parts), document: first!, pages, changed, isBroken };
}

/** Works on these pages, or on all where they cannot be had alone. */
function workOnPart(
  whole: PdfFile,
  only: PageRange,
  { bytes, open, quads, notes, removed, areLinksKept }: WorkOrder,
  changed: Set<number>,
): WorkedPart {
  const file = partOf(whole, only, bytes, open);
  try {
    const { firstPage, pageCount } = file;
    if (firstPage !== only.from) throw new TuheiError("damaged", `${open.name}: its pages cannot be told apart`);
    for (let index = firstPage; index < firstPage + pageCount; index++) {
      noteAnnotations(file, index, removed, areLinksKept);
      if (!workOnPage(file, index, quads.get(index) ?? [], notes)) changed.add(index);
    }
    return { firstPage, pageCount, bytes: file.save() };
  } finally {
    file.close();
  }
}

function partOf(whole: PdfFile, only: PageRange, bytes: Uint8Array, open: OpenPdfOptions): PdfFile {
  if (only.to - only.from === whole.pageCount) return whole;
  whole.close();
  return openPdfIn(whole.engine, bytes, { ...open, only });
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
