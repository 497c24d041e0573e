import type { KeptParts } from "../keep/kept-parts.js";
import { type Placing, writeKept } from "../keep/write-kept.js";
import { PDFArray, PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRef } from "../pdf-lib.js";
import { copierInto } from "../sanitize/copy-page.js";
import { dictIn } from "../sanitize/lookup.js";
import { fileOf } from "../sanitize/write-objects.js";
import { addPicturePage, type PagePicture } from "./picture-page.js";

/** The attributes that a page may inherit (ISO 32000-2, table 31). */
const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;

/** Makes every page say itself what it would inherit, so that it can be looked at and copied alone. */
export function settleInherited(page: PDFDict): void {
  for (const key of INHERITED) {
    const value = inherited(page, PDFName.of(key));
    if (value) page.set(PDFName.of(key), value);
  }
}

/** Page trees are flatter than this. */
const MAX_DEPTH = 64;

/** What a page says, or the nearest node above it that says it; nodes may be anything in a damaged file. */
function inherited(page: PDFDict, key: PDFName): PDFObject | undefined {
  let node: PDFDict | undefined = page;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++) {
    const value = node.get(key);
    if (value) return value;
    node = dictIn(node, "Parent");
  }
  return undefined;
}

/** One page of the new file: a cleaned page of the source, or a picture. */
export type NewPage = PDFDict | PagePicture;

/** What goes beside the pages, and where its places are on them. */
export interface BesidePages {
  readonly parts: KeptParts;
  readonly placed: Placing;
}

/** A new file of these pages with nothing else in it than what is kept beside them. */
export function rebuild(source: PDFContext, pages: Iterable<NewPage>, beside?: BesidePages): Generator<Uint8Array> {
  const target = PDFContext.create();
  const catalog = target.nextRef();
  const tree = target.nextRef();
  const copier = copierInto(target, source);
  const kids: PDFRef[] = Array.from(pages, (newPage) => {
    const page = newPage instanceof PDFDict ? copier.page(newPage) : addPicturePage(target, newPage);
    page.set(PDFName.of("Type"), PDFName.of("Page"));
    page.set(PDFName.of("Parent"), tree);
    return target.register(page);
  });
  target.assign(
    tree,
    dictOf(target, { Type: PDFName.of("Pages"), Kids: arrayOf(target, kids), Count: PDFNumber.of(kids.length) }),
  );
  const outline = beside && writeKept(target, kids, beside.parts, beside.placed);
  const entries = { Type: PDFName.of("Catalog"), Pages: tree, ...(outline && { Outlines: outline }) };
  target.assign(catalog, dictOf(target, entries));
  return fileOf(target, catalog);
}

function dictOf(context: PDFContext, entries: Readonly<Record<string, PDFObject>>): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) dict.set(PDFName.of(key), value);
  return dict;
}

function arrayOf(context: PDFContext, items: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context);
  for (const item of items) array.push(item);
  return array;
}
