import { standardSid } from "./base-encodings.js";
import { withLongOffsets } from "./cff-long-offsets.js";
import { type Cff, CHARSET, ENCODING, readCff } from "./cff-reader.js";
import { STANDARD_STRINGS, unicodeOfGlyphName } from "./glyph-names.js";

/** The charstring that draws nothing and ends (Adobe Technical Note 5177, endchar). */
const END_CHAR = 0x0e;
/** The font's own strings come after those that every reader knows. */
const FIRST_OWN_SID = STANDARD_STRINGS.length;
/** Length of an operand that can hold any offset: 29 and four bytes. */
const LONG_OPERAND = 5;

/** What is asked of the font: CIDs of a composite font, or codes and glyph names of a simple one. */
export type CffUse =
  | { readonly cids: ReadonlySet<number> }
  | { readonly codes: ReadonlySet<number>; readonly names: ReadonlySet<string>; readonly isBuiltIn: boolean };

/**
 * The font with every charstring, charset entry and glyph name blanked that is not used; undefined when it cannot be
 * followed.
 */
export function withoutUnusedCharStrings(file: Uint8Array, use: CffUse): Buffer | undefined {
  return scrubbedCff(file, use)?.bytes;
}

/** As {@link withoutUnusedCharStrings}, with the indices of the glyphs that are left. */
export function scrubbedCff(
  file: Uint8Array,
  use: CffUse,
): { readonly bytes: Buffer; readonly glyphs: ReadonlySet<number> } | undefined {
  const font = readWithRoom(file);
  const glyphs = font && usedGlyphs(font, use);
  if (!font || !glyphs) return undefined;
  glyphs.add(0);
  const { bytes, charStrings, charset } = font;
  const count = charStrings.offsets.length - 1;
  for (let glyph = 0; glyph < count; glyph++) {
    if (!glyphs.has(glyph)) bytes.fill(END_CHAR, charStrings.offsets[glyph], charStrings.offsets[glyph + 1]);
  }
  if (!font.isCidKeyed) blankNames(font, new Set([...glyphs].map((glyph) => charset[glyph]!)));
  const scrubbed = withCharset(font, glyphs);
  return scrubbed && { bytes: scrubbed, glyphs };
}

/** The font, as it is or so that its charset can be moved to the end: a range of it may have to become single entries. */
function readWithRoom(file: Uint8Array): Cff | undefined {
  const font = readCff(file);
  const { start = 0, end = 0 } = font?.top.get(CHARSET)?.lastOperand ?? {};
  if (!font?.charsetPlace || end - start === LONG_OPERAND || hasRoom(font, font.charsetPlace)) return font;
  const roomy = withLongOffsets(font.bytes);
  return roomy && readCff(roomy);
}

function hasRoom({ charset }: Cff, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return lengthOfCharset(charset) <= end - start;
}

/** Of format 0, which has an entry for each glyph but the first. */
function lengthOfCharset(charset: readonly number[]): number {
  return 1 + (charset.length - 1) * 2;
}

function usedGlyphs(font: Cff, use: CffUse): Set<number> | undefined {
  const { charset, isCidKeyed } = font;
  if ("cids" in use) {
    // ISO 32000-2, 9.7.4.2: in a font that is not CID-keyed, CIDs are glyph indices.
    if (!isCidKeyed) return new Set(use.cids);
    return new Set(charset.flatMap((cid, glyph) => (use.cids.has(cid) ? [glyph] : [])));
  }
  if (isCidKeyed) return undefined;
  const glyphs = new Set<number>();
  if (use.isBuiltIn) {
    const encoding = builtInEncoding(font);
    if (!encoding) return undefined;
    for (const code of use.codes) for (const glyph of encoding.get(code) ?? []) glyphs.add(glyph);
  }
  for (const name of use.names) {
    const found = glyphsNamed(font, name);
    if (found.length === 0) return undefined;
    for (const glyph of found) glyphs.add(glyph);
  }
  return glyphs;
}

/** Codes to glyphs in the font's own Encoding (tables 11 to 15). */
function builtInEncoding(font: Cff): ReadonlyMap<number, readonly number[]> | undefined {
  const { bytes, top, charset } = font;
  const at = top.get(ENCODING)?.values[0] ?? 0;
  const glyphs = new Map<number, number[]>();
  const add = (code: number, glyph: number) => glyphs.set(code, [...(glyphs.get(code) ?? []), glyph]);
  if (at === 1) return undefined;
  if (at === 0) {
    const bySid = new Map(charset.map((sid, glyph) => [sid, glyph]));
    for (let code = 0; code < 0x100; code++) {
      const glyph = bySid.get(standardSid(code) ?? 0);
      if (glyph) add(code, glyph);
    }
    return glyphs;
  }
  const format = bytes.readUInt8(at);
  const count = bytes.readUInt8(at + 1);
  if ((format & 0x7f) === 0)
    for (let index = 0; index < count; index++) add(bytes.readUInt8(at + 2 + index), index + 1);
  else if ((format & 0x7f) === 1) {
    let glyph = 1;
    for (let range = 0; range < count; range++) {
      const [first, left] = [bytes.readUInt8(at + 2 + range * 2), bytes.readUInt8(at + 3 + range * 2)];
      for (let step = 0; step <= left; step++) add(first + step, glyph++);
    }
  } else return undefined;
  return format & 0x80 ? undefined : glyphs;
}

function glyphsNamed({ bytes, strings, charset }: Cff, name: string): number[] {
  const sids = new Set<number>();
  const char = unicodeOfGlyphName(name);
  const isNamed = (other: string) => other === name || (char !== undefined && unicodeOfGlyphName(other) === char);
  for (const [sid, other] of STANDARD_STRINGS.entries()) if (isNamed(other)) sids.add(sid);
  for (let index = 0; index + 1 < strings.offsets.length; index++) {
    if (isNamed(bytes.toString("latin1", strings.offsets[index], strings.offsets[index + 1])))
      sids.add(FIRST_OWN_SID + index);
  }
  return charset.flatMap((sid, glyph) => (glyph > 0 && sids.has(sid) ? [glyph] : []));
}

/** Strings that named glyphs which are gone: "uni5F20". Those of the Top DICT are names and notices; they may stay. */
function blankNames({ bytes, strings, charset }: Cff, used: ReadonlySet<number>): void {
  for (const sid of charset) {
    const index = sid - FIRST_OWN_SID;
    if (index < 0 || used.has(sid) || index + 1 >= strings.offsets.length) continue;
    bytes.fill(0x2e, strings.offsets[index], strings.offsets[index + 1]);
  }
}

/** A charset, at the end of the font where need be, that names used glyphs only; undefined when its place cannot be written. */
function withCharset(font: Cff, glyphs: ReadonlySet<number>): Buffer | undefined {
  const { bytes, top, charset, charsetPlace } = font;
  const entry = top.get(CHARSET);
  if (!charsetPlace || !entry) return bytes;
  if (charset.every((_, glyph) => glyphs.has(glyph))) return bytes;
  const unused = unusedId(charset, font.isCidKeyed ? LAST_CID : FIRST_OWN_SID - 1);
  const next = Buffer.alloc(lengthOfCharset(charset));
  for (let glyph = 1; glyph < charset.length; glyph++) {
    next.writeUInt16BE(glyphs.has(glyph) ? charset[glyph]! : unused, 1 + (glyph - 1) * 2);
  }
  bytes.fill(0, charsetPlace.start, charsetPlace.end);
  if (hasRoom(font, charsetPlace)) {
    next.copy(bytes, charsetPlace.start);
    return bytes;
  }
  const { start, end } = entry.lastOperand;
  if (end - start !== LONG_OPERAND) return undefined;
  bytes.writeInt32BE(bytes.length, start + 1);
  return Buffer.concat([bytes, next]);
}

const LAST_CID = 0xfffe;

/** A CID or SID that no glyph has, for all that are gone: the last SIDs that every reader knows name no glyphs. */
function unusedId(charset: readonly number[], last: number): number {
  const taken = new Set(charset);
  for (let id = last; id > 0; id--) if (!taken.has(id)) return id;
  return 0;
}
