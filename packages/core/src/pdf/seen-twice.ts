import type { Mark } from "../model/document.js";
import { type Box, boxAround } from "../model/geometry.js";
import type { OcrLine } from "../ocr/engine.js";
import { GENERATED, INVISIBLE, type PageChars, UNMAPPED } from "./page-chars.js";
import type { PageSpace } from "./page-space.js";

/** Part of a line's characters that the text layer must have in the same place. Fewer may be another text under a picture. */
const SAME_TEXT = 0.6;

/** Lines of OCR that do not merely repeat what the visible text layer says in their place. */
export function unseenLines(lines: readonly OcrLine[], chars: PageChars, space: PageSpace): OcrLine[] {
  if (lines.length === 0) return [];
  const centres = visibleCentres(chars, space);
  return lines.filter((line) => {
    const { x, y, width, height } = boxAround(line.quad);
    const under = new Map<string, number>();
    for (const { x: cx, y: cy, text } of centres) {
      if (cx >= x && cx <= x + width && cy >= y && cy <= y + height) under.set(text, (under.get(text) ?? 0) + 1);
    }
    const read = [...normalized(line.text)];
    let same = 0;
    for (const character of read) {
      const left = under.get(character) ?? 0;
      if (left === 0) continue;
      same++;
      under.set(character, left - 1);
    }
    return read.length === 0 || same < SAME_TEXT * read.length;
  });
}

/** Lines of the text layer from which on what they stand in is a paragraph or a chart: a symbol set in a font is one or two. */
const MANY_LINES = 3;

/** Without barcodes that were located and not decoded where the visible text layer has several lines. */
export function withoutPrint(marks: readonly Mark[], chars: PageChars, space: PageSpace): Mark[] {
  const isDoubtful = ({ entityType, payload }: Mark) => entityType === "barcode" && payload === undefined;
  const centres = marks.some(isDoubtful) ? visibleCentres(chars, space) : [];
  return marks.filter((mark) => !isDoubtful(mark) || linesIn(boxAround(mark.quad), centres) < MANY_LINES);
}

/** How many heights characters of a place stand at. */
function linesIn({ x, y, width, height }: Box, centres: ReturnType<typeof visibleCentres>): number {
  const inside = centres.filter((at) => at.x > x && at.x < x + width && at.y > y && at.y < y + height);
  return new Set(inside.map((at) => Math.round(at.y / SAME_LINE))).size;
}

/** Points within which characters are of one line: print is seldom smaller. */
const SAME_LINE = 5;

function visibleCentres({ count, codes, boxes, flags }: PageChars, space: PageSpace) {
  const centres: { x: number; y: number; text: string }[] = [];
  for (let index = 0; index < count; index++) {
    if (codes[index] === 0 || (flags[index]! & (INVISIBLE | UNMAPPED)) !== 0) continue;
    const [left, bottom, right, top] = boxes.subarray(index * 4, index * 4 + 4);
    const { x, y } = space.toPage((left! + right!) / 2, (bottom! + top!) / 2);
    for (const text of normalized(String.fromCodePoint(codes[index]!))) centres.push({ x, y, text });
  }
  return centres;
}

function normalized(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

/** Whether every visible glyph without Unicode stands where OCR read something, or alone between spaces as boxes to tick do. */
export function isAllRead(lines: readonly OcrLine[], chars: PageChars, space: PageSpace): boolean {
  const { count, boxes, flags } = chars;
  const places = lines.filter(({ text }) => text !== "").map(({ quad }) => boxAround(quad));
  for (let index = 0; index < count; index++) {
    if ((flags[index]! & UNMAPPED) === 0 || (flags[index]! & INVISIBLE) !== 0) continue;
    if (isBlank(chars, index - 1) && isBlank(chars, index + 1)) continue;
    const [left, bottom, right, top] = boxes.subarray(index * 4, index * 4 + 4);
    const { x, y } = space.toPage((left! + right!) / 2, (bottom! + top!) / 2);
    if (!places.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height))
      return false;
  }
  return true;
}

function isBlank({ count, codes, flags }: PageChars, index: number): boolean {
  if (index < 0 || index >= count || (flags[index]! & GENERATED) !== 0) return true;
  return codes[index] === 0x20 || codes[index] === 0x3000;
}
