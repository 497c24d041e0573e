import { hasPlacedChars } from "./advances.js";
import type { LayoutLine } from "./line.js";

/**
 * Where Chinese meets a number so long that it is nobody's house or amount: a name before a phone, an address after it or
 * before a landline. And where a list's number meets a house: 4. 19幢.
 */
const NUMBER_EDGE =
  /(?<=\p{Script=Han})(?=\+?\d{7}|(?:86-)?\d{2,4}-\d{7})|(?<=\d{6}[\dXx])(?=\p{Script=Han})|(?<=^\d{1,2}[.、])(?=\d{1,2}(?:[栋幢座#]|号楼|-\d{1,2}-\d{3}))/gu;

/** A line with a blank between a long number and the words beside it, even where print or recogniser left none: 林晓峰 139…. */
export function spaced(line: LayoutLine): LayoutLine {
  const edges = new Set([...line.text.matchAll(NUMBER_EDGE)].map(({ index }) => index));
  if (edges.size === 0) return line;
  const text = line.text.replace(NUMBER_EDGE, " ");
  if (!hasPlacedChars(line)) return { ...line, text };
  let unit = 0;
  const chars = line.chars!.flatMap((char, index, all) => {
    const isEdge = edges.has(unit);
    unit += char.text.length;
    if (!isEdge) return [char];
    const [, topEnd, bottomEnd] = all[index - 1]!.quad;
    const [topStart, , , bottomStart] = char.quad;
    return [{ text: " ", quad: [topEnd, topStart, bottomStart, bottomEnd] as const }, char];
  });
  return { ...line, text, chars };
}
