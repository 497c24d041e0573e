import { standardName } from "./base-encodings.js";
import { unicodeOfGlyphName } from "./glyph-names.js";
import { type CharString, charStringsOf, hasAccentedParts } from "./type1-charstrings.js";
import { CHARSTRING_KEY, decrypted, EEXEC_KEY, encrypted } from "./type1-cipher.js";

/** What is asked of a Type 1 font: codes, looked up in its own encoding if `isBuiltIn`, and names of glyphs. */
export interface Type1Use {
  readonly codes: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
  readonly isBuiltIn: boolean;
}

/** Draws nothing: side bearing and width 0, hsbw, endchar (Adobe Type 1 Font Format, 6.4). */
const EMPTY = [139, 139, 13] as const;
const END_CHAR = 14;
/** Shown for codes that have no glyph. */
const NOT_DEFINED = ".notdef";
/** One character of a name that is gone. */
const BLANK = "_";

/**
 * The font program with the outlines and names of unused glyphs blanked in place; undefined when it cannot be followed.
 *
 * @param file as it stands in /FontFile: text, an encrypted binary part, and zeros
 * @param lengths /Length1 and /Length2
 */
export function withoutUnusedOutlines(
  file: Uint8Array,
  [textLength, privateLength]: readonly [number, number],
  use: Type1Use,
): Buffer | undefined {
  const bytes = Buffer.from(file);
  const text = bytes.subarray(0, textLength);
  if (!/eexec\s*$/.test(text.toString("latin1"))) return undefined;
  const secret = bytes.subarray(textLength, textLength + privateLength);
  const clear = decrypted(secret, EEXEC_KEY);
  const glyphs = charStringsOf(clear);
  const used = glyphs && usedNames(text.toString("latin1"), glyphs, use);
  if (!glyphs || !used) return undefined;
  for (const glyph of glyphs) {
    if (used.has(glyph.name)) {
      if (hasAccentedParts(clear, glyph)) return undefined;
    } else if (!blank(clear, glyph)) return undefined;
  }
  const isGone = new Set(glyphs.filter(({ name }) => !used.has(name)).map(({ name }) => name));
  blankNames(text, isGone);
  encrypted(clear, EEXEC_KEY).copy(secret);
  return bytes;
}

/** Names of the glyphs that are asked for; undefined when a code or a name leads to none. */
function usedNames(text: string, glyphs: readonly CharString[], use: Type1Use): ReadonlySet<string> | undefined {
  const used = new Set([NOT_DEFINED]);
  const encoding = new Map(
    [...text.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g)].map(([, code, name]) => [Number(code), name!]),
  );
  const isStandard = /\/Encoding\s+StandardEncoding/.test(text);
  const asked = [...use.names].map((name) => [name, unicodeOfGlyphName(name)] as const);
  for (const code of use.isBuiltIn ? use.codes : []) {
    const name = isStandard ? standardName(code) : encoding.get(code);
    if (name !== undefined) asked.push([name, undefined]);
    else if (isStandard) return undefined;
  }
  for (const [name, char] of asked) {
    const found = glyphs.filter(
      (glyph) => glyph.name === name || (char !== undefined && unicodeOfGlyphName(glyph.name) === char),
    );
    if (found.length === 0 && name !== NOT_DEFINED) return undefined;
    for (const glyph of found) used.add(glyph.name);
  }
  return used;
}

/** @returns whether there was room */
function blank(clear: Buffer, { name, nameAt, start, end, lead }: CharString): boolean {
  if (end - start < lead + EMPTY.length + 1) return false;
  const outline = Buffer.alloc(end - start, END_CHAR);
  outline.fill(0, 0, lead);
  outline.set(EMPTY, lead);
  encrypted(outline, CHARSTRING_KEY).copy(clear, start);
  clear.fill(BLANK, nameAt, nameAt + name.length, "latin1");
  return true;
}

/** Takes names out of the encoding. */
function blankNames(text: Buffer, isGone: ReadonlySet<string>): void {
  for (const { 1: name, index } of text.toString("latin1").matchAll(/\/([^\s/[\](){}<>%]+)/g)) {
    if (isGone.has(name!)) text.fill(BLANK, index + 1, index + 1 + name!.length, "latin1");
  }
}
