import { advancesOf, hasPlacedChars, isWide } from "./advances.js";
import type { LayoutLine } from "./line.js";

/** Recognisers drop blanks. Where Chinese meets digits or Latin letters, one this wide counts, in Chinese characters. */
const BLANK_BETWEEN_SCRIPTS = 0.35;
/** Elsewhere only one that no letter-spacing explains. */
const BLANK_WITHIN_SCRIPT = 1;
/** Fewer characters do not tell how wide their neighbours' gaps usually are. */
const MIN_CHARS = 4;
/** A digit's width in Chinese characters. */
const NARROW_WIDTH = 0.55;
/** Where Chinese meets a number so long that it is nobody's house or amount: a name before a phone, an address after it. */
const NUMBER_EDGE = /(?<=[\p{Script=Han}])(?=\d{7})|(?<=\d{6}[\dXx])(?=\p{Script=Han})/gu;

/** A line with the blanks put back that its recogniser dropped: 林晓峰 139…, not 林晓峰139…. */
export function spaced(line: LayoutLine): LayoutLine {
  const characters = [...line.text];
  const isPlaced = hasPlacedChars(line) && line.chars?.length === characters.length;
  const before = new Set([...numberEdges(line.text), ...(isPlaced ? wideGaps(line) : [])]);
  if (before.size === 0) return line;
  const text = characters.map((character, index) => (before.has(index) ? ` ${character}` : character)).join("");
  if (!isPlaced) return { ...line, text };
  const chars = line.chars!.flatMap((char, index, all) => {
    if (!before.has(index)) return [char];
    const [, topEnd, bottomEnd] = all[index - 1]!.quad;
    const [topStart, , , bottomStart] = char.quad;
    return [{ text: " ", quad: [topEnd, topStart, bottomStart, bottomEnd] as const }, char];
  });
  return { ...line, text, chars };
}

/** Indices of characters that a long number's edge stands before. */
function numberEdges(text: string): number[] {
  return [...text.matchAll(NUMBER_EDGE)].map(({ index }) => [...text.slice(0, index)].length);
}

/** Indices of characters that stand farther from the one before than the line's own spacing explains. */
function wideGaps(line: LayoutLine): number[] {
  const chars = line.chars!;
  if (chars.length < MIN_CHARS) return [];
  const advances = advancesOf(line);
  let unit = 0;
  const centres = chars.map(({ text }) => {
    const { start, end } = advances[unit]!;
    unit += text.length;
    return (start + end) / 2;
  });
  const steps = chars.slice(1).map((char, index) => ({
    step: centres[index + 1]! - centres[index]!,
    usual: (widthOf(chars[index]!.text) + widthOf(char.text)) / 2,
  }));
  const scale = median(steps.map(({ step, usual }) => step / usual));
  // Boxes that stand on one another measure nothing.
  if (scale <= 0) return [];
  return steps.flatMap(({ step, usual }, index) => {
    const [left, right] = [chars[index]!.text, chars[index + 1]!.text];
    if (left === " " || right === " ") return [];
    const least = isWide(left) === isWide(right) ? BLANK_WITHIN_SCRIPT : BLANK_BETWEEN_SCRIPTS;
    return step / scale - usual < least ? [] : [index + 1];
  });
}

function widthOf(character: string): number {
  return isWide(character) ? 1 : NARROW_WIDTH;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
