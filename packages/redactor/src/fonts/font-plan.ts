import { PDFDict, PDFName, type PDFStream } from "../pdf-lib.js";
import { decodeStream, StreamError } from "../sanitize/decode-stream.js";
import { dictIn, itemsIn, nameIn, numberIn, streamIn } from "../sanitize/lookup.js";
import { characterIn, macChar, macCode, winChar } from "./base-encodings.js";
import { type CodeMap, parseCodeMap } from "./code-map.js";
import { type CodeReader, codeReaderOf } from "./code-reader.js";
import { differencesOf } from "./differences.js";
import { unicodeOfGlyphName } from "./glyph-names.js";

/** What a font's file is asked for, by all fonts that share it. */
export interface FileUse {
  readonly kind: "true-type" | "cff" | "type1";
  /** Glyph indices (true-type) or CIDs (cff). */
  readonly glyphs: Set<number>;
  /** Character codes looked up in the file's own `cmap`. */
  readonly chars: Set<number>;
  /** Codes of simple CFF and Type 1 fonts and names that their encodings give. */
  readonly codes: Set<number>;
  readonly names: Set<string>;
  isBuiltIn: boolean;
  isComposite: boolean;
}

/** Everything needed to take unused codes out of one font. */
export interface FontPlan {
  readonly font: PDFDict;
  readonly reader: CodeReader;
  readonly toUnicode: { readonly stream: PDFStream; readonly map: CodeMap } | undefined;
  readonly descendant: PDFDict | undefined;
  /** The embedded file; absent when there is none, "unknown" when it is of a kind that is not mastered. */
  readonly file: { readonly stream: PDFStream; readonly kind: FileUse["kind"] } | "unknown" | undefined;
  readonly cidToGid: Uint8Array | undefined;
}

/**
 * A plan; "harmless" for a font with neither a file nor a map in it, whose codes are nowhere explained; undefined for one of a
 * kind, or in a state, that is not mastered.
 */
export function planFor(font: PDFDict): FontPlan | "harmless" | undefined {
  try {
    return plan(font);
  } catch (error) {
    if (error instanceof StreamError) return undefined;
    throw error;
  }
}

function plan(font: PDFDict): FontPlan | "harmless" | undefined {
  const reader = codeReaderOf(font);
  const toUnicodeStream = streamIn(font, "ToUnicode");
  if (!reader) {
    const descendants = itemsIn(font, "DescendantFonts").filter((item) => item instanceof PDFDict);
    return toUnicodeStream || descendants.some(fileOf) ? undefined : "harmless";
  }
  const map = toUnicodeStream && parseCodeMap(decodeStream(toUnicodeStream));
  if (toUnicodeStream && (!map || map.isExtended)) return undefined;
  const isComposite = nameIn(font, "Subtype") === "Type0";
  const [first] = itemsIn(font, "DescendantFonts");
  const descendant = first instanceof PDFDict ? first : undefined;
  if (isComposite !== (descendant !== undefined)) return undefined;
  const file = fileOf(descendant ?? font);
  const gidStream = descendant && streamIn(descendant, "CIDToGIDMap");
  return {
    font,
    reader,
    toUnicode: toUnicodeStream && map && { stream: toUnicodeStream, map },
    descendant,
    file: file && descendant && !reader.cidOf ? "unknown" : file,
    cidToGid: gidStream && decodeStream(gidStream),
  };
}

function fileOf(font: PDFDict): FontPlan["file"] {
  const descriptor = dictIn(font, "FontDescriptor");
  const type1 = streamIn(descriptor, "FontFile");
  if (type1) return { stream: type1, kind: "type1" };
  const trueType = streamIn(descriptor, "FontFile2");
  if (trueType) return { stream: trueType, kind: "true-type" };
  const other = streamIn(descriptor, "FontFile3");
  if (!other) return undefined;
  const kind = nameIn(other.dict, "Subtype") ?? "";
  if (["Type1C", "CIDFontType0C"].includes(kind)) return { stream: other, kind: "cff" };
  if (kind !== "OpenType") return "unknown";
  // ISO 32000-2, table 124: the kind of the font says which outlines its OpenType file has.
  const isTrueType = ["TrueType", "CIDFontType2"].includes(nameIn(font, "Subtype") ?? "");
  return { stream: other, kind: isTrueType ? "true-type" : "cff" };
}

/** Adds what these codes of a font ask of its file. @returns whether every code could be followed */
export function addFileUse(
  { font, reader, descendant, cidToGid, toUnicode }: FontPlan,
  codes: ReadonlySet<number>,
  use: FileUse,
): boolean {
  if (descendant) {
    if (use.kind === "type1") return false;
    use.isComposite = true;
    for (const code of codes) {
      const cid = reader.cidOf!(code);
      use.glyphs.add(cidToGid ? ((cidToGid[cid * 2] ?? 0) << 8) | (cidToGid[cid * 2 + 1] ?? 0) : cid);
    }
    return true;
  }
  const differences = differencesOf(font);
  const base = nameIn(font, "Encoding") ?? nameIn(dictIn(font, "Encoding"), "BaseEncoding");
  const isSymbolic = ((numberIn(dictIn(font, "FontDescriptor"), "Flags") ?? 0) & SYMBOLIC) !== 0;
  for (const code of codes) {
    use.codes.add(code);
    const name = differences.get(code);
    const text = toUnicode?.map.texts.get(code);
    if (use.kind === "true-type") {
      const char = name === undefined ? undefined : unicodeOfGlyphName(name);
      // A name that is not known, in a font that is looked up by name.
      if (name !== undefined && char === undefined && text === undefined && !isSymbolic) return false;
      for (const candidate of candidates(code, char, text)) use.chars.add(candidate);
    } else if (name !== undefined) use.names.add(name);
    else if (base !== undefined) {
      const char = characterIn(base, code);
      if (char === undefined) return false;
      use.names.add(`uni${char.toString(16).toUpperCase().padStart(4, "0")}`);
    } else use.isBuiltIn = true;
  }
  return true;
}

/** ISO 32000-2, table 121: Flags. */
const SYMBOLIC = 4;
/** Where symbolic fonts keep their codes in a (3, 0) table (9.6.5.4). */
const PRIVATE_RANGES = [0, 0xf000, 0xf100, 0xf200] as const;

/** Every character by which a reader might look a code up in a `cmap`. */
function candidates(code: number, named: number | undefined, text: Uint8Array | undefined): number[] {
  const unicode = text && text.length >= 2 ? [(text[0]! << 8) | text[1]!] : [];
  return [
    ...PRIVATE_RANGES.map((range) => range + code),
    winChar(code),
    macChar(code),
    ...(named === undefined ? [] : [named, macCode(named) ?? named]),
    ...unicode,
  ];
}

/** The key under which a font's own glyph procedures stand. */
export const CHAR_PROCS = PDFName.of("CharProcs");
