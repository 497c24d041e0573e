import { advancesOf, hasPlacedChars, isWide } from "./advances.js";
import type { LayoutLine } from "./line.js";

/** Recognisers drop blanks. Where Chinese meets digits or Latin letters, one this wide counts, in Chinese characters. */
const BLANK_BETWEEN_SCRIPTS = 0.35;
/** Elsewhere only one that no letter-spacing explains. */
const BLANK_WITHIN_SCRIPT = 1;
/** Fewer characters do not tell how wide their neighbours' gaps usually are. */
const MIN_CHARS = 4;

/** A line with a blank put back where its characters stand apart: 林晓峰 139…, not 林晓峰139…. */
export function spaced(line: LayoutLine): LayoutLine {
  const { chars } = line;
  if (!chars || chars.length < MIN_CHARS || !hasPlacedChars(line)) return line;
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
  const spacedChars = chars.flatMap((char, index) => {
    const before = index > 0 ? steps[index - 1]! : undefined;
    if (!before || char.text === " " || chars[index - 1]!.text === " ") return [char];
    const blank = before.step / scale - before.usual;
    const isBetween = isWide(char.text) !== isWide(chars[index - 1]!.text);
    if (blank < (isBetween ? BLANK_BETWEEN_SCRIPTS : BLANK_WITHIN_SCRIPT)) return [char];
    const [, topEnd, bottomEnd] = chars[index - 1]!.quad;
    const [topStart, , , bottomStart] = char.quad;
    return [{ text: " ", quad: [topEnd, topStart, bottomStart, bottomEnd] as const }, char];
  });
  return { ...line, text: spacedChars.map(({ text }) => text).join(""), chars: spacedChars };
}

function widthOf(character: string): number {
  return isWide(character) ? 1 : NARROW_WIDTH;
}

/** A digit's width in Chinese characters. */
const NARROW_WIDTH = 0.55;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
