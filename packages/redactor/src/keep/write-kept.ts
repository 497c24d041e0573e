import { type PDFContext, PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from "../pdf-lib.js";
import type { KeptParts, OutlineEntry, PageLink, Target } from "./kept-parts.js";

/** Where a point of a page of the original is on the new page, user space of either. */
export type Placing = (page: number, x: number, y: number) => readonly [x: number, y: number];

/** Adds links to new pages, and gives the outline's root, if any is left. All of it is made here, nothing copied. */
export function writeKept(
  context: PDFContext,
  pages: readonly PDFRef[],
  { outline, links }: KeptParts,
  placed: Placing,
): PDFRef | undefined {
  for (const [page, list] of links) {
    const annotations = list.map((link) => context.register(annotationOf(context, page, link, pages, placed)));
    context.lookup(pages[page]!, PDFDict).set(PDFName.of("Annots"), context.obj(annotations));
  }
  if (outline.length === 0) return undefined;
  const root = context.nextRef();
  context.assign(root, context.obj({ Type: "Outlines", ...below(context, root, outline, pages, placed) }));
  return root;
}

function annotationOf(
  context: PDFContext,
  page: number,
  { rect: [left, bottom, right, top], to }: PageLink,
  pages: readonly PDFRef[],
  placed: Placing,
): PDFDict {
  const [a, b] = [placed(page, left, bottom), placed(page, right, top)];
  return context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    Border: [0, 0, 0],
    ...("uri" in to
      ? { A: { S: "URI", URI: PDFString.of(escaped(to.uri)) } }
      : { Dest: destination(context, to, pages, placed) }),
  });
}

/** In a literal string (ISO 32000-2, 7.3.4.2). */
function escaped(uri: string): string {
  return uri.replace(/[\\()]/g, (char) => `\\${char}`);
}

/** The part of a dictionary that leads to the entries below it, which are written. */
function below(
  context: PDFContext,
  parent: PDFRef,
  entries: readonly OutlineEntry[],
  pages: readonly PDFRef[],
  placed: Placing,
): { readonly First?: PDFRef; readonly Last?: PDFRef; readonly Count?: number } {
  if (entries.length === 0) return {};
  const refs = entries.map(() => context.nextRef());
  for (const [at, { title, target, children, isOpen }] of entries.entries()) {
    const inner = below(context, refs[at]!, children, pages, placed);
    const entry = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parent,
      ...(at > 0 && { Prev: refs[at - 1]! }),
      ...(at + 1 < refs.length && { Next: refs[at + 1]! }),
      ...inner,
      ...(inner.Count !== undefined && !isOpen && { Count: -inner.Count }),
      ...(target && { Dest: destination(context, target, pages, placed) }),
    });
    context.assign(refs[at]!, entry);
  }
  return { First: refs[0]!, Last: refs.at(-1)!, Count: visibleCount(entries) };
}

/** Entries that show when the one above is open (ISO 32000-2, table 151). */
function visibleCount(entries: readonly OutlineEntry[]): number {
  return entries.reduce((sum, { children, isOpen }) => sum + 1 + (isOpen ? visibleCount(children) : 0), 0);
}

function destination(context: PDFContext, { page, x, y }: Target, pages: readonly PDFRef[], placed: Placing) {
  if (x === undefined && y === undefined) return context.obj([pages[page]!, "Fit"]);
  const [left, top] = placed(page, x ?? 0, y ?? 0);
  return context.obj([pages[page]!, "XYZ", Math.round(left), Math.round(top), null]);
}
