import { deflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFStream } from "../pdf-lib.js";
import { cleanContent } from "./clean-content.js";
import { ContentError, type Operation } from "./content-lexer.js";
import { nameOf } from "./content-operands.js";
import { decodeStream } from "./decode-stream.js";
import type { IsHidden } from "./hidden-layers.js";
import { dictIn, nameIn, numberIn } from "./lookup.js";
import { emptyUse, merge, type PageUse, textFollower, type Use } from "./page-use.js";
import { noteUse, type UsedNames, usedResources } from "./resource-use.js";

/** Cleans pages of one file, one after the other. */
export interface PageCleaner {
  /**
   * Makes the page's content, and that of everything it draws, consist of drawing operators and used resources only. Changes
   * the file's objects.
   *
   * @throws {ContentError | StreamError} when some content cannot be followed; the page must then not be copied
   */
  clean(page: PDFDict): PageUse;
}

/** Forms in forms; readers stop there too. */
const MAX_NESTING = 24;

/** A cleaner for the pages of one file, whose inherited attributes already stand in the pages. */
export function pageCleaner(isHidden: IsHidden): PageCleaner {
  const done = new Map<PDFDict, Use>();

  function cleanPage(page: PDFDict): PageUse {
    const { context } = page;
    const use = emptyUse();
    const resources = dictIn(page, "Resources");
    const { bytes, used } = cleanOne(pageContent(page), resources, use, 0);
    page.set(PDFName.of("Contents"), context.register(deflated(PDFDict.withContext(context), bytes)));
    page.set(PDFName.of("Resources"), usedResources(resources, used, context));
    return use;
  }

  /** Cleans one stream's content and everything it names. */
  function cleanOne(content: Uint8Array, resources: PDFDict | undefined, use: Use, nesting: number) {
    const used: UsedNames = new Set();
    const follow = textFollower(resources, use);
    const bytes = cleanContent(content, (operation) => {
      noteUse(operation, used);
      follow(operation);
      if (operation.operator === "BDC" && isOffMark(operation, resources)) use.hasHiddenContent = true;
    });
    for (const name of used) cleanNamed(name, resources, use, nesting + 1);
    return { bytes, used };
  }

  function cleanNamed(name: string, resources: PDFDict | undefined, use: Use, nesting: number): void {
    if (nesting > MAX_NESTING) throw new ContentError("nested too deeply");
    const [kind, key] = [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)];
    const object = dictIn(resources, kind)?.lookup(PDFName.of(key));
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return;
    if (kind === "XObject") {
      if (!(object instanceof PDFStream)) throw new ContentError("a form or picture that is no stream");
      const layer = dictIn(dict, "OC");
      if (layer && isHidden(layer)) use.hasHiddenContent = true;
      if (nameIn(dict, "Subtype") === "Image" && object instanceof PDFRawStream) use.pictures.add(object);
      if (nameIn(dict, "Subtype") === "Form") merge(use, cleanOwner(object, resources, nesting));
    }
    if (kind === "Pattern" && numberIn(dict, "PatternType") === 1 && object instanceof PDFStream) {
      const inner = cleanOwner(object, resources, nesting);
      merge(use, inner);
      use.hasPatternText ||= inner.hasText;
    }
    if (kind === "ExtGState") cleanState(dict, resources, use, nesting);
    if (kind === "Font" && nameIn(dict, "Subtype") === "Type3") {
      const inner = cleanGlyphs(dict, resources, nesting);
      merge(use, inner);
      use.hasGlyphText ||= inner.hasText;
    }
  }

  function cleanState(state: PDFDict, resources: PDFDict | undefined, use: Use, nesting: number): void {
    const group = dictIn(state, "SMask")?.lookup(PDFName.of("G"));
    if (!(group instanceof PDFStream)) return;
    const inner = cleanOwner(group, resources, nesting);
    merge(use, inner);
    use.hasPatternText ||= inner.hasText;
  }

  /** A form or pattern: a stream with its own resources, or without any, which then means those of what draws it. */
  function cleanOwner(stream: PDFStream, outer: PDFDict | undefined, nesting: number): Use {
    const { dict } = stream;
    const known = done.get(dict);
    if (known) return known;
    const use = emptyUse();
    done.set(dict, use);
    const resources = dictIn(dict, "Resources") ?? outer;
    const { bytes, used } = cleanOne(decodeStream(stream), resources, use, nesting);
    replaceContent(stream, bytes);
    dict.set(PDFName.of("Resources"), usedResources(resources, used, dict.context));
    return use;
  }

  function cleanGlyphs(font: PDFDict, outer: PDFDict | undefined, nesting: number): Use {
    const known = done.get(font);
    if (known) return known;
    const use = emptyUse();
    done.set(font, use);
    const resources = dictIn(font, "Resources") ?? outer;
    const all: UsedNames = new Set();
    for (const [, value] of dictIn(font, "CharProcs")?.entries() ?? []) {
      const glyph = font.context.lookup(value);
      if (!(glyph instanceof PDFStream)) continue;
      const { bytes, used } = cleanOne(decodeStream(glyph), resources, use, nesting);
      replaceContent(glyph, bytes);
      for (const name of used) all.add(name);
    }
    font.set(PDFName.of("Resources"), usedResources(resources, all, font.context));
    return use;
  }

  function isOffMark({ operands }: Operation, resources: PDFDict | undefined): boolean {
    if (nameOf(operands.at(-2)) !== "OC") return false;
    const name = nameOf(operands.at(-1));
    const layer = name === undefined ? undefined : dictIn(dictIn(resources, "Properties"), name);
    return layer !== undefined && isHidden(layer);
  }

  return { clean: cleanPage };
}

/** All content streams of a page as one (ISO 32000-2, 7.8.2). */
function pageContent(page: PDFDict): Uint8Array {
  const contents: PDFObject | undefined = page.lookup(PDFName.of("Contents"));
  const list = contents instanceof PDFArray ? contents.asArray().map((item) => page.context.lookup(item)) : [contents];
  const pieces = list.flatMap((item) => (item instanceof PDFStream ? [decodeStream(item), LINE_END] : []));
  return Buffer.concat(pieces);
}

const LINE_END = Uint8Array.of(10);

function replaceContent(stream: PDFStream, bytes: Uint8Array): void {
  if (!(stream instanceof PDFRawStream)) throw new ContentError("a stream of an unknown kind");
  stream.updateContents(deflated(stream.dict, bytes).getContents());
}

function deflated(dict: PDFDict, bytes: Uint8Array): PDFRawStream {
  const contents = deflateSync(bytes);
  dict.delete(PDFName.of("DecodeParms"));
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  dict.set(PDFName.of("Length"), PDFNumber.of(contents.length));
  return PDFRawStream.of(dict, contents);
}
