import { announcesValue, isOnlyLabels } from "../layout/label-words.js";
import { isLineBelow } from "../layout/line-below.js";
import { placeOf } from "./line-place.js";
import type { PageChars } from "./page-chars.js";
import { textOfSegment } from "./segment-text.js";
import type { Line } from "./segments.js";

/** Lines of this many heights or more are a text's: cells of tables are narrower. */
const MIN_WIDTH = 8;
/** Fewer lines one under the other may stand beside others by chance. */
const MIN_LINES = 3;

/**
 * The columns of text that lines belong to, each a number: lines written one after the other and one under the other. What
 * stands beside them on their level is of another column. Labels are no text, for their values do stand beside them.
 *
 * @param lines in the order of the file
 */
export function textColumns(lines: readonly Line[], chars: PageChars): Map<Line, number> {
  const columns = new Map<Line, number>();
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while (end < lines.length && goesOn(lines[end - 1]!, lines[end]!, lines[at]!)) end++;
    const column = lines.slice(at, end);
    if (isText(column, chars)) for (const line of column) columns.set(line, at);
    at = end;
  }
  return columns;
}

function goesOn([before]: Line, [next]: Line, [first]: Line): boolean {
  if (!before || !next || before.isVertical || next.isVertical) return false;
  return isLineBelow(placeOf(before), placeOf(next), first!.extent.start);
}

function isText(lines: readonly Line[], chars: PageChars): boolean {
  if (lines.length < MIN_LINES) return false;
  const wide = lines.filter(([segment, ...others]) => {
    const { start, end } = segment!.extent;
    return others.length === 0 && end - start >= MIN_WIDTH * segment!.lineHeight;
  });
  return wide.length * 2 > lines.length && lines.filter((line) => isLabel(line, chars)).length * 2 < lines.length;
}

function isLabel([segment]: Line, chars: PageChars): boolean {
  const text = textOfSegment(segment!, chars);
  return announcesValue(text) || isOnlyLabels(text);
}
