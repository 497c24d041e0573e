import { PDFArray, type PDFDict, PDFName, PDFNumber } from "../pdf-lib.js";
import { numberIn } from "../sanitize/lookup.js";

/** Makes the widths of unused codes of a simple font 0: a width can name a Latin letter. */
export function keepWidths(font: PDFDict, used: ReadonlySet<number>): void {
  const widths = font.lookup(PDFName.of("Widths"));
  if (!(widths instanceof PDFArray)) return;
  const first = numberIn(font, "FirstChar") ?? 0;
  const own = PDFArray.withContext(font.context);
  for (let index = 0; index < widths.size(); index++) {
    own.push(used.has(first + index) ? widths.get(index) : PDFNumber.of(0));
  }
  font.set(PDFName.of("Widths"), own);
}

/** Leaves the widths of used CIDs only (ISO 32000-2, 9.7.4.3), in W and, for vertical writing, W2. */
export function keepCidWidths(descendant: PDFDict, used: ReadonlySet<number>): void {
  keepCidArray(descendant, "W", 1, used);
  keepCidArray(descendant, "W2", 3, used);
}

function keepCidArray(descendant: PDFDict, key: string, size: number, used: ReadonlySet<number>): void {
  const all = descendant.lookup(PDFName.of(key));
  if (!(all instanceof PDFArray)) return;
  const kept = new Map<number, number[]>();
  const numberAt = (array: PDFArray, index: number) => {
    const item = index < array.size() ? array.lookup(index) : undefined;
    return item instanceof PDFNumber ? item.asNumber() : 0;
  };
  for (let at = 0; at + 1 < all.size(); ) {
    const first = numberAt(all, at);
    const list = all.lookup(at + 1);
    if (list instanceof PDFArray) {
      for (let index = 0; index + size <= list.size(); index += size) {
        const cid = first + index / size;
        if (used.has(cid))
          kept.set(
            cid,
            Array.from({ length: size }, (_, step) => numberAt(list, index + step)),
          );
      }
      at += 2;
      continue;
    }
    const last = numberAt(all, at + 1);
    const values = Array.from({ length: size }, (_, step) => numberAt(all, at + 2 + step));
    for (const cid of used) if (cid >= first && cid <= last && !kept.has(cid)) kept.set(cid, values);
    at += 2 + size;
  }
  descendant.set(PDFName.of(key), written(descendant, kept));
}

/** Lists of consecutive CIDs. */
function written({ context }: PDFDict, kept: ReadonlyMap<number, readonly number[]>): PDFArray {
  const array = PDFArray.withContext(context);
  let list = PDFArray.withContext(context);
  let next = -1;
  for (const [cid, values] of [...kept].sort(([a], [b]) => a - b)) {
    if (cid !== next) {
      list = PDFArray.withContext(context);
      array.push(PDFNumber.of(cid));
      array.push(list);
    }
    for (const value of values) list.push(PDFNumber.of(value));
    next = cid + 1;
  }
  return array;
}
