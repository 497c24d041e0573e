import { type ByteSource, readAll, TuheiError } from "@tuhei/core";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFRef,
  PDFStream,
} from "../pdf-lib.js";

/** Checks look at the same output one after the other; it is parsed once for all of them. */
const parsed = new WeakMap<ByteSource, Promise<PDFDocument>>();

/** The objects of an output, from its bytes alone. @throws {TuheiError} "damaged" */
export function outputObjects(output: ByteSource): Promise<PDFDocument> {
  const known = parsed.get(output);
  if (known) return known;
  const document = parse(output);
  parsed.set(output, document);
  return document;
}

async function parse(output: ByteSource): Promise<PDFDocument> {
  try {
    const options = { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: Number.POSITIVE_INFINITY };
    return await PDFDocument.load(await readAll(output), options);
  } catch (error) {
    throw new TuheiError("damaged", `${output.name}: the output cannot be parsed`, { cause: error });
  }
}

/** The dictionaries of the pages, in order. */
export function outputPages(document: PDFDocument): readonly PDFPageLeaf[] {
  return document.getPages().map(({ node }) => node);
}

/** An object with a name for it that is stable within one file: of direct objects, that of the object around them. */
export interface ReachedObject {
  readonly tag: string;
  readonly object: PDFObject;
  /** The key it stands under; absent for items of arrays. */
  readonly key?: string;
}

/** What a page consists of and draws with: everything it reaches but annotations, which lead to other pages. */
export function* drawnBy(page: PDFDict, document: PDFDocument): Generator<ReachedObject> {
  const own = PDFDict.withContext(page.context);
  for (const [key, value] of page.entries()) if (key !== ANNOTS) own.set(key, value);
  yield* reachedFrom(own, document);
}

/** Every object that can be reached, each once; references are followed, /Parent is not. */
export function* reachedFrom(start: PDFObject, document: PDFDocument): Generator<ReachedObject> {
  const seen = new Set<string>();
  const waiting: ReachedObject[] = [{ tag: "start", object: start }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { tag, object, key } = next;
    if (object instanceof PDFRef) {
      if (seen.has(object.tag)) continue;
      seen.add(object.tag);
      const target = document.context.lookup(object);
      if (target) waiting.push({ tag: object.tag, object: target, ...(key !== undefined && { key }) });
      continue;
    }
    yield next;
    for (const child of childrenOf(object)) waiting.push({ tag, ...child });
  }
}

const ANNOTS = PDFName.of("Annots");
const PARENT = PDFName.of("Parent");

function childrenOf(object: PDFObject): Omit<ReachedObject, "tag">[] {
  if (object instanceof PDFArray) return object.asArray().map((item) => ({ object: item }));
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return [];
  return dict.entries().flatMap(([key, value]) => (key === PARENT ? [] : [{ object: value, key: key.decodeText() }]));
}
