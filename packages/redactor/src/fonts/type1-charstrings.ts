import { CHARSTRING_KEY, decrypted } from "./type1-cipher.js";

/** A glyph in the private part of a Type 1 font. */
export interface CharString {
  readonly name: string;
  readonly nameAt: number;
  /** Its encrypted outline. */
  readonly start: number;
  readonly end: number;
  /** Bytes without meaning before the outline. */
  readonly lead: number;
}

/** What lenIV is when it is not told (Adobe Type 1 Font Format, 5.2). */
const DEFAULT_LEAD = 4;
/** A name, a length and the word, whatever it is called, that reads so many bytes after one blank. */
const ENTRY = /\s*\/(\S+)\s+(\d+)\s+\S+\s/y;
/** What ends an entry: ND, |-, "noaccess def". */
const AFTER = /\s*(?:noaccess\s+def|(?!end\b)[^\s/]+)/y;
const END = /\s*end\b/y;

/** Every glyph of the decrypted private part; undefined when it is not written as fonts are. */
export function charStringsOf(clear: Buffer): readonly CharString[] | undefined {
  const text = clear.toString("latin1");
  const lead = Number(/\/lenIV\s+(-?\d+)/.exec(text)?.[1] ?? DEFAULT_LEAD);
  const begin = /\/CharStrings\s+\d+\s+dict\s+dup\s+begin/.exec(text);
  if (!begin || lead < 0) return undefined;
  const glyphs: CharString[] = [];
  let at = begin.index + begin[0].length;
  while (!matchAt(END, text, at)) {
    const entry = matchAt(ENTRY, text, at);
    if (!entry) return undefined;
    const [whole, name = "", length] = entry;
    const start = at + whole.length;
    const end = start + Number(length);
    if (end > clear.length) return undefined;
    glyphs.push({ name, nameAt: at + whole.indexOf("/") + 1, start, end, lead });
    const after = matchAt(AFTER, text, end);
    if (!after) return undefined;
    at = end + after[0].length;
  }
  return glyphs;
}

/** Two-byte commands start with 12; seac, 6, draws a letter and an accent by their places in Standard Encoding (6.4). */
const [ESCAPE, SEAC] = [12, 6];
/** The first byte of numbers of one, of two and of five bytes (6.2). */
const [ONE, TWO, FIVE] = [32, 247, 255];

/** Whether a glyph is put together from other ones, which are then used, too. */
export function hasAccentedParts(clear: Buffer, { start, end, lead }: CharString): boolean {
  const outline = decrypted(clear.subarray(start, end), CHARSTRING_KEY);
  for (let at = lead; at < outline.length; ) {
    const byte = outline[at]!;
    if (byte === ESCAPE && outline[at + 1] === SEAC) return true;
    if (byte < ONE) at += byte === ESCAPE ? 2 : 1;
    else at += byte < TWO ? 1 : byte < FIVE ? 2 : 5;
  }
  return false;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
