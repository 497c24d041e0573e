import type { Quad } from "@tuhei/core";
import { byteText, type PdfFile, type PdfPage } from "@tuhei/core/pdf";
import { coverBy } from "../pdf/quad-cover.js";
import type { PageLink } from "./kept-parts.js";
import { targetOf } from "./read-target.js";

/** Addresses of these kinds only fetch or write to something; in plain ASCII, as RFC 3986 has them. */
const ADDRESS = /^(https?|ftp|mailto):[\x21-\x7e]+$/i;
/** A longer address carries data. */
const MAX_ADDRESS = 2000;
/** A page has no more links than this. */
const MAX_LINKS = 10_000;

/** Links of a page as far as they may be kept, and whether there are others. */
export interface PageLinks {
  readonly links: readonly PageLink[];
  readonly hasOthers: boolean;
}

/** The links of a page that lead to a page or an address and lie under none of the quads. Before the page is flattened. */
export function readLinks(file: PdfFile, index: number, quads: readonly Quad[]): PageLinks {
  return file.withPage(index, (page) => {
    const { engine, handle } = page;
    const { raw } = engine;
    const cover = coverBy(quads);
    const links: PageLink[] = [];
    let count = 0;
    engine.borrow(8, (scratch) => {
      while (count < MAX_LINKS && raw.FPDFLink_Enumerate!(handle, scratch, scratch + 4) !== 0) {
        count++;
        const link = linkOf(page, engine.words()[scratch / 4 + 1]!);
        if (!link) continue;
        const [left, bottom, right, top] = link.rect;
        if (!cover.touches(page.space.boxOf({ left, bottom, right, top }))) links.push(link);
      }
    });
    return { links, hasOthers: count > links.length };
  });
}

function linkOf(page: PdfPage, link: number): PageLink | undefined {
  const { engine, file } = page;
  const { raw } = engine;
  const rect = engine.borrow(16, (scratch) => {
    if (raw.FPDFLink_GetAnnotRect!(link, scratch) === 0) return undefined;
    // FS_RECTF: left, top, right, bottom.
    const [left = 0, top = 0, right = 0, bottom = 0] = engine.floats().subarray(scratch / 4, scratch / 4 + 4);
    return [left, bottom, right, top].map(Math.round) as [number, number, number, number];
  });
  const action = raw.FPDFLink_GetAction!(link);
  const destination =
    raw.FPDFLink_GetDest!(file.handle, link) || (action && raw.FPDFAction_GetDest!(file.handle, action));
  const target = targetOf(file, destination);
  const uri = action && byteText(engine, (to, size) => raw.FPDFAction_GetURIPath!(file.handle, action, to, size));
  if (!rect?.every(Number.isFinite)) return undefined;
  if (target) return { rect, to: target };
  return uri && uri.length <= MAX_ADDRESS && ADDRESS.test(uri) ? { rect, to: { uri } } : undefined;
}
