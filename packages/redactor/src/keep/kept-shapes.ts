import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "../pdf-lib.js";

/** Left, bottom, right, top in user space. */
export type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** Whether a value under a key is of the allowed kind. */
type Shape = Readonly<Record<string, (value: PDFObject) => boolean>>;

/**
 * The titles of an outline; undefined where an entry has anything else than a title, a place on a page and its neighbours,
 * or is reached twice.
 */
export function outlineTitles(
  root: PDFObject,
  context: PDFContext,
  pageTags: ReadonlySet<string>,
): readonly string[] | undefined {
  const titles: string[] = [];
  const seen = new Set<string>();
  const links = { First: isRef, Last: isRef, Count: isNumber };
  const ofRoot: Shape = { Type: isName("Outlines"), ...links };
  const ofEntry: Shape = {
    Title: isText,
    Parent: isRef,
    Prev: isRef,
    Next: isRef,
    Dest: (value) => isPlace(value, pageTags),
    ...links,
  };
  const waiting: (readonly [PDFObject, Shape])[] = [[root, ofRoot]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [ref, shape] = next;
    const entry = ref instanceof PDFRef && !seen.has(ref.tag) ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(entry instanceof PDFDict) || !hasShape(entry, shape)) return undefined;
    seen.add(ref.tag);
    const title = entry.get(PDFName.of("Title"));
    if (title instanceof PDFString || title instanceof PDFHexString) titles.push(title.decodeText());
    for (const key of ["First", "Next"]) {
      const other = entry.get(PDFName.of(key));
      if (other) waiting.push([other, ofEntry]);
    }
  }
  return titles;
}

/** A link's rectangle and address; undefined for anything that is more than a link. */
export function linkIn(
  annotation: PDFObject,
  pageTags: ReadonlySet<string>,
): { readonly rect: Rect; readonly address?: string } | undefined {
  const shape: Shape = {
    Type: isName("Annot"),
    Subtype: isName("Link"),
    Rect: isNumbers,
    Border: isNumbers,
    Dest: (value) => isPlace(value, pageTags),
    A: (value) => value instanceof PDFDict && hasShape(value, { S: isName("URI"), URI: isText }),
  };
  if (!(annotation instanceof PDFDict) || !hasShape(annotation, shape)) return undefined;
  const rect = annotation.get(PDFName.of("Rect"));
  const numbers = rect instanceof PDFArray ? rect.asArray().map((item) => (item as PDFNumber).asNumber()) : [];
  const [left, bottom, right, top] = numbers;
  if (numbers.length !== 4 || annotation.get(PDFName.of("Subtype")) === undefined) return undefined;
  const action = annotation.get(PDFName.of("A"));
  const address = action instanceof PDFDict ? action.get(PDFName.of("URI")) : undefined;
  return {
    rect: [left!, bottom!, right!, top!],
    ...((address instanceof PDFString || address instanceof PDFHexString) && { address: address.decodeText() }),
  };
}

function hasShape(dict: PDFDict, shape: Shape): boolean {
  return dict.entries().every(([key, value]) => shape[key.decodeText()]?.(value) ?? false);
}

/** An array of a page and how it is shown (ISO 32000-2, table 149), as tuhei writes it. */
function isPlace(value: PDFObject, pageTags: ReadonlySet<string>): boolean {
  if (!(value instanceof PDFArray)) return false;
  const [page, view, ...point] = value.asArray();
  if (!(page instanceof PDFRef) || !pageTags.has(page.tag)) return false;
  if (view === PDFName.of("Fit")) return point.length === 0;
  return view === PDFName.of("XYZ") && point.every((item) => item instanceof PDFNumber || item === PDFNull);
}

function isName(name: string): (value: PDFObject) => boolean {
  return (value) => value === PDFName.of(name);
}

function isRef(value: PDFObject): boolean {
  return value instanceof PDFRef;
}

function isNumber(value: PDFObject): boolean {
  return value instanceof PDFNumber;
}

function isText(value: PDFObject): boolean {
  return value instanceof PDFString || value instanceof PDFHexString;
}

function isNumbers(value: PDFObject): boolean {
  return value instanceof PDFArray && value.asArray().every(isNumber);
}
