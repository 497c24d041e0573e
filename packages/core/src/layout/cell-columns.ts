import { labelOf } from "@tuhei/patterns";
import { isLineBelow, type LinePlace, MAX_PITCH } from "./line-below.js";

/** A piece of a line: a cell of a table, or one line of a cell. */
export interface CellLine {
  readonly text: string;
  readonly label?: string;
  /** Absent where the text is written downward. */
  readonly place?: LinePlace;
  /** What the rules of a table enclose it in, the same for all lines of a cell. */
  readonly cell?: unknown;
}

/** Longer lines, in UTF-16 units, are prose: their values go on in the line that is read next. */
const MAX_UNITS = 32;
/** An address in a column of four characters has as many. */
const MAX_LINES = 8;
/** How much larger the step to a further line of a cell may be than the first, as a part. */
const SAME_PITCH = 0.18;

/** The piece right beneath each one, where a value may go on; from top to bottom. */
export function nextInColumn<T extends CellLine>(lines: readonly T[]): Map<T, T> {
  const placed = lines.flatMap((line) =>
    line.place && line.text.length <= MAX_UNITS ? [{ line, place: line.place }] : [],
  );
  const fromTop = placed.toSorted((a, b) => a.place.level - b.place.level);
  const below = new Map<T, T>();
  for (const [at, { line, place }] of fromTop.entries()) {
    if (!/[\p{L}\p{N}@.·-]$/u.test(line.text)) continue;
    const reach = place.level + MAX_PITCH * place.height;
    for (let index = at + 1; index < fromTop.length && fromTop[index]!.place.level <= reach; index++) {
      const next = fromTop[index]!;
      if (!isBeneath(place, next.place) || !/^[\p{L}\p{N}@.·-]/u.test(next.line.text) || labelOf(next.line.text))
        continue;
      below.set(line, next.line);
      break;
    }
  }
  return below;
}

function isBeneath(above: LinePlace, next: LinePlace): boolean {
  return Math.min(above.end, next.end) > Math.max(above.start, next.start) && isLineBelow(above, next);
}

/**
 * A piece and what stands evenly one below the other beneath it, under the same label.
 *
 * @param taken pieces that belong to other cells
 */
export function columnFrom<T extends CellLine>(first: T, below: ReadonlyMap<T, T>, taken: ReadonlySet<T>): T[] {
  const column = [first];
  for (let next = below.get(first); next && column.length < MAX_LINES; next = below.get(next)) {
    if (taken.has(next) || next.cell !== first.cell || (next.label !== undefined && next.label !== first.label)) break;
    if (column.length > 1 && !isEven(column, next)) break;
    column.push(next);
  }
  return column;
}

/** Whether a line stands no further below than the second below the first: rows of a table are further apart. */
function isEven([first, second, ...rest]: readonly CellLine[], next: CellLine): boolean {
  return pitchOf(rest.at(-1) ?? second!, next) <= (1 + SAME_PITCH) * pitchOf(first!, second!);
}

function pitchOf(above: CellLine, next: CellLine): number {
  return next.place!.level - above.place!.level;
}
