import type { PageChars } from "./page-chars.js";
import { partOfSegment } from "./part-of-segment.js";
import type { Line, Segment } from "./segments.js";

/** Fewer boxes in a row are columns of a table with short numbers. */
const MIN_BOXES = 6;
/** How far the distance between two boxes may differ from the first, as a part of it: letters are not as wide as digits. */
const SAME_PITCH = 0.2;

/**
 * Forms give each digit of a number a box of its own. Single characters at equal distances read as one word, without the
 * spaces between the boxes.
 */
export function joinCombs(line: Line, chars: PageChars): Line {
  const words = line.flatMap((segment) => (segment.isVertical ? [[...segment.chars]] : wordsOf(segment)));
  if (words.length < MIN_BOXES) return line;
  const combs = combsIn(words, chars);
  if (combs.length === 0) return line;
  return line.flatMap((segment) => regroup(segment, combs, chars));
}

function wordsOf({ chars }: Segment): number[][] {
  const words: number[][] = [[]];
  for (const index of chars) {
    if (index < 0) words.push([]);
    else words.at(-1)!.push(index);
  }
  return words;
}

/** Runs of single characters at equal distances. */
function combsIn(words: readonly (readonly number[])[], chars: PageChars): number[][] {
  const combs: number[][] = [];
  let comb: number[] = [];
  let pitch = 0;
  for (const word of [...words, []]) {
    const [index] = word;
    const isBox = word.length === 1 && index !== undefined && isAlphanumeric(chars.codes[index]!);
    const step = isBox && comb.length > 0 ? distance(chars, comb.at(-1)!, index) : 0;
    if (comb.length === 1) pitch = step;
    const fits = isBox && (comb.length === 0 || Math.abs(step - pitch) <= SAME_PITCH * pitch);
    if (fits) {
      comb.push(index);
      continue;
    }
    if (comb.length >= MIN_BOXES) combs.push(comb);
    comb = isBox ? [index] : [];
  }
  return combs;
}

/** Between the centres of two characters. */
function distance({ boxes }: PageChars, a: number, b: number): number {
  const x = boxes[b * 4]! + boxes[b * 4 + 2]! - boxes[a * 4]! - boxes[a * 4 + 2]!;
  const y = boxes[b * 4 + 1]! + boxes[b * 4 + 3]! - boxes[a * 4 + 1]! - boxes[a * 4 + 3]!;
  return Math.hypot(x, y) / 2;
}

/** The segment without the characters of combs that began before it, and with each comb whole where it begins. */
function regroup(segment: Segment, combs: readonly (readonly number[])[], chars: PageChars): Segment[] {
  const parts: number[][] = [[]];
  for (const index of segment.chars) {
    const comb = index < 0 ? undefined : combs.find((candidate) => candidate.includes(index));
    if (!comb) parts.at(-1)!.push(index);
    else if (comb[0] === index) parts.push([...comb], []);
  }
  return parts.flatMap((part) => partOfSegment(segment, part, chars) ?? []);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
