import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from "../pdf-lib.js";

/** The dictionary under a key, references followed; a stream counts as its dictionary. */
export function dictIn(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = valueIn(dict, key);
  if (value instanceof PDFStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

/** The name under a key. */
export function nameIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = valueIn(dict, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** The number under a key. */
export function numberIn(dict: PDFDict | undefined, key: string): number | undefined {
  const value = valueIn(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The stream under a key. */
export function streamIn(dict: PDFDict | undefined, key: string): PDFStream | undefined {
  const value = valueIn(dict, key);
  return value instanceof PDFStream ? value : undefined;
}

/** The items of the array under a key, references followed. One item that is no array counts as a list of one. */
export function itemsIn(dict: PDFDict | undefined, key: string): PDFObject[] {
  const value = valueIn(dict, key);
  if (value === undefined) return [];
  if (!(value instanceof PDFArray)) return [value];
  return value.asArray().flatMap((_, index) => value.lookup(index) ?? []);
}

function valueIn(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.lookup(PDFName.of(key));
}
