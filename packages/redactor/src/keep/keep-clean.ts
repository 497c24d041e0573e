import type { Quad } from "@tuhei/core";
import type { PdfFile } from "@tuhei/core/pdf";
import type { KeepOrder, KeptParts, OutlineEntry, PageLink } from "./kept-parts.js";
import { readLinks } from "./read-links.js";
import { readOutline } from "./read-outline.js";

/** What is kept, and stable English names of what is not although it was asked for. */
export interface Kept {
  readonly parts: KeptParts;
  readonly dropped: readonly string[];
}

/** Reads what is asked for from a file whose pages are not flattened yet, and keeps of it what is clean. */
export function keepClean(file: PdfFile, quads: ReadonlyMap<number, readonly Quad[]>, order: KeepOrder): Kept {
  const dropped = new Set<string>();
  const outline = order.parts.has("outline") ? cleanOutline(readOutline(file), order, dropped) : [];
  const links = order.parts.has("links") ? cleanLinks(file, quads, order, dropped) : new Map();
  return { parts: { outline, links }, dropped: [...dropped] };
}

/** Without the entries that are not clean; the entries below one take its place. */
function cleanOutline(outline: readonly OutlineEntry[], order: KeepOrder, dropped: Set<string>): OutlineEntry[] {
  const titles: string[] = [];
  collectTitles(outline, titles);
  const isClean = order.areClean("Outline", titles);
  let at = 0;
  function kept(entries: readonly OutlineEntry[]): OutlineEntry[] {
    return entries.flatMap((entry) => {
      const isKept = isClean[at++]! && entry.title !== "";
      const children = kept(entry.children);
      if (isKept) return [{ ...entry, children }];
      dropped.add("outline entries");
      return children;
    });
  }
  return kept(outline);
}

/** In the order of the tree: an entry before the ones below it. */
function collectTitles(entries: readonly OutlineEntry[], titles: string[]): void {
  for (const { title, children } of entries) {
    titles.push(title);
    collectTitles(children, titles);
  }
}

function cleanLinks(
  file: PdfFile,
  quads: ReadonlyMap<number, readonly Quad[]>,
  order: KeepOrder,
  dropped: Set<string>,
): ReadonlyMap<number, readonly PageLink[]> {
  const pages = Array.from({ length: file.pageCount }, (_, page) => readLinks(file, page, quads.get(page) ?? []));
  const addresses = [
    ...new Set(pages.flatMap(({ links }) => links.flatMap(({ to }) => ("uri" in to ? [to.uri] : [])))),
  ];
  const verdicts = order.areClean("Link.URI", addresses);
  const isClean = new Map(addresses.map((uri, at) => [uri, verdicts[at]!]));
  const kept = new Map<number, readonly PageLink[]>();
  for (const [page, { links, hasOthers }] of pages.entries()) {
    const clean = links.filter(({ to }) => !("uri" in to) || isClean.get(to.uri));
    if (clean.length > 0) kept.set(page, clean);
    if (hasOthers || clean.length < links.length) dropped.add("links");
  }
  return kept;
}
