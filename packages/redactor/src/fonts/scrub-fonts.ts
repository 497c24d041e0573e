import { deflateSync } from "node:zlib";
import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFStream } from "../pdf-lib.js";
import { operationsOf } from "../sanitize/content-lexer.js";
import { decodeStream, StreamError } from "../sanitize/decode-stream.js";
import { dictIn, itemsIn, nameIn, numberIn, streamIn } from "../sanitize/lookup.js";
import { noteUse, type UsedNames, usedResources } from "../sanitize/resource-use.js";
import { withoutUnusedCharStrings } from "./cff.js";
import { differencesOf, keepDifferences } from "./differences.js";
import { addFileUse, CHAR_PROCS, type FileUse, type FontPlan, planFor } from "./font-plan.js";
import { isOpenTypeCff, withoutUnusedCffGlyphs } from "./open-type-cff.js";
import { withoutUnusedGlyphs } from "./true-type.js";
import { withoutUnusedOutlines } from "./type1.js";
import { keepCidWidths, keepWidths } from "./widths.js";
import { writeToUnicode } from "./write-to-unicode.js";

/** Codes by font, over everything that will be in the output. */
export type FontUse = ReadonlyMap<PDFDict, ReadonlySet<number>>;

/**
 * Takes out of every font what belongs to codes that nothing shows any more: ToUnicode entries, widths, glyph names and
 * outlines. Without it, fonts spell what was blacked out. Changes the file's objects; may be run again with fewer codes.
 *
 * @returns fonts whose files could not be followed and still hold everything
 */
export function scrubFonts(use: FontUse): ReadonlySet<PDFDict> {
  const doubtful = new Set<PDFDict>();
  const plans: (readonly [FontPlan, ReadonlySet<number>])[] = [];
  for (const [font, codes] of use) {
    const plan = planFor(font);
    if (plan === undefined) doubtful.add(font);
    else if (plan !== "harmless") plans.push([plan, codes]);
  }
  scrubFiles(plans, doubtful);
  scrubMaps(plans);
  const cids = cidsByDescendant(plans);
  for (const [plan, codes] of plans) scrubDictionaries(plan, codes, cids);
  return doubtful;
}

/** Font files may be shared, so what all fonts ask of one is put together first. */
function scrubFiles(plans: readonly (readonly [FontPlan, ReadonlySet<number>])[], doubtful: Set<PDFDict>): void {
  const files = new Map<PDFStream, { readonly use: FileUse; readonly fonts: PDFDict[]; isFollowed: boolean }>();
  for (const [plan, codes] of plans) {
    if (plan.file === "unknown") doubtful.add(plan.font);
    if (!plan.file || plan.file === "unknown") continue;
    const { stream, kind } = plan.file;
    const known = files.get(stream) ?? { use: emptyUse(kind), fonts: [], isFollowed: true };
    files.set(stream, known);
    known.fonts.push(plan.font);
    known.isFollowed &&= addFileUse(plan, codes, known.use);
  }
  // A font that could not be followed may share a file with one that could.
  const kept = new Set([...doubtful].flatMap(filesOf));
  for (const [stream, { use, fonts, isFollowed }] of files) {
    const bytes = isFollowed && !kept.has(stream) && scrubbedFile(stream, use);
    if (bytes) replace(stream, bytes);
    else for (const font of fonts) doubtful.add(font);
  }
}

/** Undefined for a file that cannot be followed, or not even be decoded. */
function scrubbedFile(stream: PDFStream, use: FileUse): Uint8Array | undefined {
  try {
    return withoutUnused(decodeStream(stream), stream, use);
  } catch (error) {
    // A damaged file has tables that are shorter than they say.
    if (error instanceof StreamError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function withoutUnused(bytes: Uint8Array, stream: PDFStream, use: FileUse): Uint8Array | undefined {
  if (use.kind === "type1") {
    const [text, secret] = [numberIn(stream.dict, "Length1"), numberIn(stream.dict, "Length2")];
    return text === undefined || secret === undefined ? undefined : withoutUnusedOutlines(bytes, [text, secret], use);
  }
  if (use.kind === "true-type") return withoutUnusedGlyphs(bytes, use);
  // One file as both kinds of font: the two ways of naming glyphs do not add up.
  if (use.isComposite && use.codes.size > 0) return undefined;
  const asked = use.isComposite ? { cids: use.glyphs } : use;
  return isOpenTypeCff(bytes) ? withoutUnusedCffGlyphs(bytes, asked) : withoutUnusedCharStrings(bytes, asked);
}

/** ToUnicode files may be shared, too. */
function scrubMaps(plans: readonly (readonly [FontPlan, ReadonlySet<number>])[]): void {
  const codesOf = new Map<PDFStream, Set<number>>();
  for (const [{ toUnicode }, codes] of plans) {
    if (!toUnicode) continue;
    const known = codesOf.get(toUnicode.stream) ?? new Set();
    codesOf.set(toUnicode.stream, known);
    for (const code of codes) known.add(code);
  }
  for (const [{ font, toUnicode, reader }] of plans) {
    if (!toUnicode) continue;
    const codes = codesOf.get(toUnicode.stream)!;
    const texts = new Map([...toUnicode.map.texts].filter(([code]) => codes.has(code)));
    const own = PDFRawStream.of(PDFDict.withContext(font.context), new Uint8Array());
    replace(own, writeToUnicode(texts, reader.width));
    font.set(PDFName.of("ToUnicode"), font.context.register(own));
  }
}

/** A descendant may stand in several composite fonts. */
function cidsByDescendant(plans: readonly (readonly [FontPlan, ReadonlySet<number>])[]): Map<PDFDict, Set<number>> {
  const byDescendant = new Map<PDFDict, Set<number>>();
  for (const [{ descendant, reader }, codes] of plans) {
    if (!descendant || !reader.cidOf) continue;
    const known = byDescendant.get(descendant) ?? new Set();
    byDescendant.set(descendant, known);
    for (const code of codes) known.add(reader.cidOf(code));
  }
  return byDescendant;
}

function scrubDictionaries(
  { font, descendant, cidToGid }: FontPlan,
  codes: ReadonlySet<number>,
  cidsOf: ReadonlyMap<PDFDict, ReadonlySet<number>>,
): void {
  if (descendant) {
    const cids = cidsOf.get(descendant);
    if (!cids) return;
    keepCidWidths(descendant, cids);
    if (cidToGid) keepGids(descendant, cidToGid, cids);
    return;
  }
  if (nameIn(font, "Subtype") === "Type3") keepCharProcs(font, codes);
  keepDifferences(font, codes);
  keepWidths(font, codes);
}

function keepGids(descendant: PDFDict, cidToGid: Uint8Array, cids: ReadonlySet<number>): void {
  const own = Buffer.alloc(cidToGid.length);
  for (const cid of cids) {
    if (cid * 2 + 1 < own.length) own.set(cidToGid.subarray(cid * 2, cid * 2 + 2), cid * 2);
  }
  const stream = PDFRawStream.of(PDFDict.withContext(descendant.context), new Uint8Array());
  replace(stream, own);
  descendant.set(PDFName.of("CIDToGIDMap"), descendant.context.register(stream));
}

function keepCharProcs(font: PDFDict, codes: ReadonlySet<number>): void {
  const names = new Set([...differencesOf(font)].flatMap(([code, name]) => (codes.has(code) ? [name] : [])));
  const kept = PDFDict.withContext(font.context);
  for (const [key, value] of dictIn(font, "CharProcs")?.entries() ?? [])
    if (names.has(key.decodeText())) kept.set(key, value);
  font.set(CHAR_PROCS, kept);
  keepGlyphResources(font, kept);
}

/** Pictures and fonts that only glyphs drew which are gone. */
function keepGlyphResources(font: PDFDict, glyphs: PDFDict): void {
  const used: UsedNames = new Set();
  for (const [, value] of glyphs.entries()) {
    const glyph = font.context.lookup(value);
    if (!(glyph instanceof PDFRawStream)) continue;
    for (const operation of operationsOf(decodeStream(glyph))) noteUse(operation, used);
  }
  font.set(PDFName.of("Resources"), usedResources(dictIn(font, "Resources"), used, font.context));
}

function filesOf(font: PDFDict): PDFStream[] {
  const fonts = [font, ...itemsIn(font, "DescendantFonts").filter((item) => item instanceof PDFDict)];
  return fonts.flatMap((one) => FONT_FILES.flatMap((key) => streamIn(dictIn(one, "FontDescriptor"), key) ?? []));
}

const FONT_FILES = ["FontFile", "FontFile2", "FontFile3"] as const;

function emptyUse(kind: FileUse["kind"]): FileUse {
  return {
    kind,
    glyphs: new Set(),
    chars: new Set(),
    codes: new Set(),
    names: new Set(),
    isBuiltIn: false,
    isComposite: false,
  };
}

function replace(stream: PDFStream, bytes: Uint8Array): void {
  const contents = deflateSync(bytes);
  stream.dict.delete(PDFName.of("DecodeParms"));
  stream.dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  // In Type 1 fonts it is the length of a part, and parts keep theirs.
  if (stream.dict.has(PDFName.of("Length1")) && !stream.dict.has(PDFName.of("Length2")))
    stream.dict.set(PDFName.of("Length1"), PDFNumber.of(bytes.length));
  stream.updateContents(contents);
}
