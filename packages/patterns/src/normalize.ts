/** Text made uniform for matching, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** Original index of every folded index, and the original length at the end; absent where both are the same. */
  readonly origin?: Int32Array;
}

/** Characters that readers do not see: soft hyphen, zero-width and direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** Everything {@link foldCharacter} changes. */
const FOLDABLE =
  /[\u00a0\u2000-\u200a\u202f\u3000\u2010-\u2015\u2212\ufe58\ufe63\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/g;

/**
 * Full-width digits, letters and signs as ASCII (Unicode, Halfwidth and Fullwidth Forms), every space as " " and every
 * dash as "-", one for one; invisible characters are taken out. Unicode's own NFKC is not one for one.
 */
export function fold(text: string): FoldedText {
  if (!INVISIBLE.test(text)) return { text: text.replace(FOLDABLE, foldCharacter) };
  const kept: string[] = [];
  const origin = new Int32Array(text.length + 1);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (INVISIBLE.test(character)) continue;
    kept.push(character);
    origin[length++] = index;
  }
  origin[length] = text.length;
  return { text: kept.join("").replace(FOLDABLE, foldCharacter), origin: origin.subarray(0, length + 1) };
}

/** How far a full-width form stands from its ASCII character. */
const FULL_WIDTH_SHIFT = 0xfee0;

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff00) return String.fromCharCode(code - FULL_WIDTH_SHIFT);
  const isDash = (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63;
  return isDash ? "-" : " ";
}

/** Where a folded range stands in the original. Invisible characters inside belong to it, those around it do not. */
export function originalSpan({ origin }: FoldedText, start: number, end: number): { start: number; end: number } {
  return origin ? { start: origin[start]!, end: origin[end - 1]! + 1 } : { start, end };
}

/** First folded index at or after an original one. */
export function foldedIndex({ text, origin }: FoldedText, index: number): number {
  if (!origin) return index;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
