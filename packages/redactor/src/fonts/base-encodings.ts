import { STANDARD_STRINGS, unicodeOfGlyphName } from "./glyph-names.js";

/** SIDs of ASCII, which Standard Encoding has in order but for its quotes (Adobe Technical Note 5176, appendix B). */
const FIRST_ASCII_SID = 1;
const FIRST_ASCII = 0x20;
const LAST_ASCII = 0x7e;
/** Codes of Standard Encoding beyond ASCII, first and last of each run; their SIDs are 96 to 149 in order. */
const HIGH_CODES: readonly (readonly [first: number, last: number])[] = [
  [161, 175],
  [177, 180],
  [182, 189],
  [191, 191],
  [193, 200],
  [202, 203],
  [205, 208],
  [225, 225],
  [227, 227],
  [232, 235],
  [241, 241],
  [245, 245],
  [248, 251],
];
const FIRST_HIGH_SID = 96;

const STANDARD_SIDS: ReadonlyMap<number, number> = new Map([
  ...Array.from({ length: LAST_ASCII - FIRST_ASCII + 1 }, (_, at) => [FIRST_ASCII + at, FIRST_ASCII_SID + at] as const),
  ...HIGH_CODES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)).map(
    (code, at) => [code, FIRST_HIGH_SID + at] as const,
  ),
]);

/** The SID of the glyph that Standard Encoding gives to a code; undefined where it gives none. */
export function standardSid(code: number): number | undefined {
  return STANDARD_SIDS.get(code);
}

/** The name that Standard Encoding gives to a code; undefined where it gives none. */
export function standardName(code: number): string | undefined {
  const sid = STANDARD_SIDS.get(code);
  return sid === undefined ? undefined : STANDARD_STRINGS[sid];
}

/** What WinAnsiEncoding and MacRomanEncoding have where the platform's tables have something else (ISO 32000-2, annex D). */
const SPACE = 0x20;
const HYPHEN = 0x2d;
const CURRENCY = 0xa4;
const OHM = 0x2126;
const MAC_DIFFERENCES: ReadonlyMap<number, number> = new Map([
  [0xca, SPACE],
  [0xdb, CURRENCY],
  [0xbd, OHM],
]);
const WIN_DIFFERENCES: ReadonlyMap<number, number> = new Map([
  [0xa0, SPACE],
  [0xad, HYPHEN],
]);
/** WinAnsiEncoding from 0x7f on, with bullets where nothing is. Node's own decoder has controls there in some versions. */
const WIN_FIRST = 0x7f;
const WIN_HIGH = "•€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";

/** The character that a base encoding of a simple font gives to a code; undefined where that is not known. */
export function characterIn(base: string, code: number): number | undefined {
  if (code < FIRST_ASCII) return undefined;
  if (base === "StandardEncoding") {
    const name = standardName(code);
    return name === undefined ? undefined : unicodeOfGlyphName(name);
  }
  if (base === "MacExpertEncoding") return undefined;
  if (base === "MacRomanEncoding") return MAC_DIFFERENCES.get(code) ?? macChar(code);
  return WIN_DIFFERENCES.get(code) ?? winChar(code);
}

/** What Windows' code page 1252 has at a code. */
export function winChar(code: number): number {
  return WIN_HIGH.codePointAt(code - WIN_FIRST) ?? code;
}

const MAC_CODES: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 0x100 }, (_, code) => [macChar(code), code]),
);

/** The code of a character in MacRomanEncoding, by which readers look a name up in an old font. */
export function macCode(char: number): number | undefined {
  return MAC_CODES.get(char);
}

/** What the Macintosh's code page has at a code. */
export function macChar(code: number): number {
  return new TextDecoder("macintosh").decode(Uint8Array.of(code)).codePointAt(0) ?? 0;
}
