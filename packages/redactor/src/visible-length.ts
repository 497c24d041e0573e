import { type Box, boxAround, type Finding, overlaps, type Page, type Quad } from "@tuhei/core";

/** Points or pixels that ends of lines may be apart and still be aligned, in heights of the line. */
const ALIGNED = 0.2;
/** Of the width of all text, how far from its left edge a line must begin to be set from the middle or the right. */
const INDENTED = 0.1;

/**
 * Tells of findings whether the text that stays shows how long they were although bars run over the white space: text goes on
 * right behind them, they fill more than one line, or their line is set from its middle or its end.
 */
export function lengthTeller(page: Page, findings: readonly Finding[]): (finding: Finding) => boolean {
  const removed = findings.flatMap(({ place }) => place.span ?? []);
  const isRemoved = (at: number) => removed.some(({ start, end }) => at >= start && at < end);
  const lines = page.locate({ start: 0, end: page.text.length }).map(boxAround);
  return ({ place: { span, quads } }) => {
    const last = quads.at(-1);
    if (!span || !last) return false;
    if (quads.some((quad) => !isSameLine(quad, last))) return true;
    const next = nextKept(page.text, span.end, isRemoved);
    if (next !== undefined) {
      const [following] = page.locate({ start: next, end: next + 1 });
      if (following && isSameLine(following, last)) return true;
    }
    return isSetFromElsewhere(boxAround(quads.flat()), page, span.start, lines, isRemoved);
  };
}

/** Index of the next character that stays and follows without a wide gap or a new line. */
function nextKept(text: string, from: number, isRemoved: (at: number) => boolean): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (isRemoved(at)) continue;
    if (text[at] === "\t" || text[at] === "\n") return undefined;
    if (/\S/.test(text[at]!)) return at;
  }
  return undefined;
}

/** Whether text before the value in its line would stand elsewhere if the value were longer. */
function isSetFromElsewhere(
  value: Box,
  { text, locate, size }: Page,
  start: number,
  lines: readonly Box[],
  isRemoved: (at: number) => boolean,
): boolean {
  let from = start;
  while (from > 0 && !/[\t\n]/.test(text[from - 1]!)) from--;
  const hasKept = [...text.slice(from, start)].some((char, at) => /\S/.test(char) && !isRemoved(from + at));
  const before = hasKept ? locate({ start: from, end: start }) : [];
  if (before.length === 0 || !size) return false;
  const { x: left } = boxAround(before.flat());
  const right = value.x + value.width;
  const all = boxAround(
    lines.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
  const tolerance = ALIGNED * value.height;
  if (left - all.x < INDENTED * all.width) return false;
  if (Math.abs(left + right - size.width) < 2 * tolerance) return true;
  return lines.some((line) => Math.abs(line.x + line.width - right) < tolerance && !overlaps(line, value));
}

/** Whether one quad begins within the height of the other's line. */
function isSameLine(a: Quad, b: Quad): boolean {
  const [x, y] = [(a[0].x + a[3].x) / 2, (a[0].y + a[3].y) / 2];
  const [top, bottom] = [distanceFrom(b[0], b[1], x, y), distanceFrom(b[3], b[2], x, y)];
  return top >= 0 && bottom <= 0;
}

/** How far below the line from `a` to `b` a point is; negative above it. */
function distanceFrom(a: Quad[number], b: Quad[number], x: number, y: number): number {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}
