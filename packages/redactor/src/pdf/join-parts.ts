import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "../pdf-lib.js";
import { nameIn } from "../sanitize/lookup.js";
import { ROLES } from "../sanitize/roles.js";

/** Brings pages of parts of one file, each saved by itself, together again. */
export interface Joiner {
  /**
   * @param page says itself what it would inherit
   * @returns the page among the objects of the first part
   */
  page(page: PDFDict): PDFDict;
  /** Whether a layer came along that is not the first part's, so that it is not known any more whether it is shown. */
  readonly hasOwnLayer: boolean;
}

/**
 * Objects that are the same in both parts, by number and by content down to what they refer to, stay one: fonts are, and
 * pictures on every page. All others are added.
 */
export function joinerInto(first: PDFDocument, part: PDFDocument): Joiner {
  const [target, source] = [first.context, part.context];
  const same = sameObjects(first, part);
  const copies = new Map<string, PDFRef>();
  const waiting: (() => void)[] = [];
  let hasOwnLayer = false;

  function reference(ref: PDFRef): PDFObject {
    const known = copies.get(ref.tag);
    if (known) return known;
    const object = source.lookup(ref);
    if (object === undefined) return PDFNull;
    if (same(ref)) return ref;
    if (object instanceof PDFDict && LAYERS.has(nameIn(object, "Type") ?? "")) hasOwnLayer = true;
    const copy = target.nextRef();
    copies.set(ref.tag, copy);
    // Later, so that a chain of references does not become a chain of calls.
    waiting.push(() => target.assign(copy, copied(object)));
    return copy;
  }

  function copied(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return reference(object);
    if (object instanceof PDFDict) return dictionary(object);
    if (object instanceof PDFRawStream) return PDFRawStream.of(dictionary(object.dict), object.contents);
    if (!(object instanceof PDFArray)) return object;
    const array = PDFArray.withContext(target);
    for (const item of object.asArray()) array.push(copied(item));
    return array;
  }

  function dictionary(object: PDFDict): PDFDict {
    const dict = PDFDict.withContext(target);
    for (const [key, value] of object.entries()) if (key !== PARENT) dict.set(key, copied(value));
    return dict;
  }

  return {
    page(page) {
      const joined = PDFDict.withContext(target);
      for (const [key, value] of page.entries()) if (PAGE_KEYS.has(key.decodeText())) joined.set(key, copied(value));
      while (waiting.length > 0) waiting.pop()!();
      return joined;
    },
    get hasOwnLayer() {
      return hasOwnLayer;
    },
  };
}

/** What is copied into a redacted file; of the rest some leads to other pages. */
const PAGE_KEYS: ReadonlySet<string> = new Set(Object.keys(ROLES.page.keys));
const PARENT = PDFName.of("Parent");
/** What tells whether content is shown, ISO 32000-2, 8.11.2. */
const LAYERS: ReadonlySet<string> = new Set(["OCG", "OCMD"]);

/** Tells whether a reference leads to the same in both parts, with all that is reached from there. */
function sameObjects(first: PDFDocument, part: PDFDocument): (ref: PDFRef) => boolean {
  const verdicts = new Map<string, boolean>();
  return (ref) => {
    const known = verdicts.get(ref.tag);
    if (known !== undefined) return known;
    const reached = new Set<string>();
    const waiting = [ref];
    let isSame = true;
    for (let next = waiting.pop(); next && isSame; next = waiting.pop()) {
      if (reached.has(next.tag) || verdicts.get(next.tag)) continue;
      reached.add(next.tag);
      const [one, other] = [first.context.lookup(next), part.context.lookup(next)];
      isSame = verdicts.get(next.tag) !== false && one !== undefined && other !== undefined && isAlike(one, other);
      if (isSame) waiting.push(...referencesIn(other!));
    }
    // What is reached from the same is the same; of what is reached from something else nothing is known.
    if (isSame) for (const tag of reached) verdicts.set(tag, true);
    else verdicts.set(ref.tag, false);
    return isSame;
  };
}

/** By everything they say themselves; references are numbers here. */
function isAlike(one: PDFObject, other: PDFObject): boolean {
  if (one instanceof PDFStream && other instanceof PDFStream) {
    return isAlike(one.dict, other.dict) && Buffer.compare(one.getContents(), other.getContents()) === 0;
  }
  return one.constructor === other.constructor && one.toString() === other.toString();
}

function referencesIn(object: PDFObject): PDFRef[] {
  if (object instanceof PDFRef) return [object];
  if (object instanceof PDFStream) return referencesIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(referencesIn);
  if (object instanceof PDFDict) return object.values().flatMap(referencesIn);
  return [];
}
