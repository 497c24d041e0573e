import { type DetectOptions, detect, type EntityType, type Match } from "@tuhei/patterns";
import { type CellLine, columnFrom, nextInColumn } from "./cell-columns.js";

/** What parts a line of a cell from the one above it, where the value goes on. */
export type WrapSeparator = "" | "\n" | " ";

/** A piece of a line in its reading order; `wrappedBy` where it goes on with the value of the piece before. */
export interface ReadCell<T> {
  readonly line: T;
  readonly wrappedBy?: WrapSeparator;
}

const SEPARATORS: readonly WrapSeparator[] = ["", "\n", " "];

/** Types that prove themselves. Of others, columns of short numbers and words make some by chance. */
const SURE: ReadonlySet<EntityType> = new Set(["address", "email", "id-card"]);

/** A cell with the value that goes on over its lines. */
interface WrappedCell<T> {
  readonly lines: readonly T[];
  readonly wrappedBy: WrapSeparator;
  readonly isSure: boolean;
}

/**
 * Lines in which a value that is wrapped within a narrow cell is read in one piece, where the cell begins. Cells stand side
 * by side, so the next line of one is not what is read next. Lines one under the other are taken for one value's
 * where detectors then see more than in each line by itself, and nothing less.
 *
 * @param lines in reading order, of pieces from left to right
 */
export function withWrappedCells<T extends CellLine>(
  lines: readonly (readonly T[])[],
  options: Pick<DetectOptions, "ocr"> = {},
): ReadCell<T>[][] {
  const below = nextInColumn(lines.flat());
  const isReadNext = readNext(lines);
  const wrapOf = wrapsOnce(options);
  const found: WrappedCell<T>[] = [];
  const taken = new Set<T>();
  for (const first of below.keys()) {
    const cell = taken.has(first) ? undefined : cellFrom(columnFrom(first, below, taken), isReadNext, wrapOf);
    if (!cell) continue;
    found.push(cell);
    for (const line of cell.lines) taken.add(line);
  }
  const sure = found.filter(({ isSure }) => isSure);
  const cells = new Map(
    found
      .filter((cell) => cell.isSure || sure.some((other) => areBeside(cell, other)))
      .map((cell) => [cell.lines[0]!, cell]),
  );
  const further = new Set([...cells.values()].flatMap((cell) => cell.lines.slice(1)));
  const read = lines.map((line) =>
    line
      .filter((one) => !further.has(one))
      .flatMap((one): ReadCell<T>[] => {
        const cell = cells.get(one);
        return cell
          ? cell.lines.map((part) => (part === one ? { line: part } : { line: part, wrappedBy: cell.wrappedBy }))
          : [{ line: one }];
      }),
  );
  return read.filter((line) => line.length > 0);
}

/** What parts a piece of a line from the one before it where either is of a cell with several lines; undefined elsewhere. */
export function separatorOfCell(line: readonly ReadCell<unknown>[], index: number): WrapSeparator | "\t" | undefined {
  const [before, piece, next] = [line[index - 1], line[index], line[index + 1]];
  if (piece?.wrappedBy !== undefined) return piece.wrappedBy;
  return before?.wrappedBy !== undefined || next?.wrappedBy !== undefined ? "\t" : undefined;
}

/** Whether two cells share a row of their table. */
function areBeside({ lines: a }: WrappedCell<CellLine>, { lines: b }: WrappedCell<CellLine>): boolean {
  const [top, bottom] = [a[0]!.place!, a.at(-1)!.place!];
  const [otherTop, otherBottom] = [b[0]!.place!, b.at(-1)!.place!];
  return top.direction === otherTop.direction && top.level <= otherBottom.level && otherTop.level <= bottom.level;
}

/** Whether a piece is the whole line after the one that another ends: detectors see those two together anyway. */
function readNext<T>(lines: readonly (readonly T[])[]): (one: T, next: T) => boolean {
  const following = new Map(
    lines.map((line, at) => {
      const [next, ...others] = lines[at + 1] ?? [];
      return [line.at(-1), others.length === 0 ? next : undefined];
    }),
  );
  return (one, next) => following.get(one) === next;
}

/** The lines of the value that begins a column, if it goes on in the next. */
function cellFrom<T extends CellLine>(
  column: readonly T[],
  isReadNext: (one: T, next: T) => boolean,
  wrapOf: (column: Column) => Wrap | undefined,
): WrappedCell<T> | undefined {
  const areReadOn = column.map((line, at) => at === 0 || isReadNext(column[at - 1]!, line));
  const wrap = wrapOf({ lines: column, areReadOn });
  if (!wrap) return undefined;
  const lines = column.slice(0, wrap.count);
  return { lines, wrappedBy: wrap.wrappedBy, isSure: lines[0]!.cell !== undefined || isSure(wrap.value) };
}

/** Lines one under the other, and whether each begins the line after the one that the line before it ends. */
interface Column {
  readonly lines: readonly CellLine[];
  readonly areReadOn: readonly boolean[];
}

/** A value over the first lines of a column. */
interface Wrap {
  readonly count: number;
  readonly wrappedBy: WrapSeparator;
  readonly value: Match;
}

/** Looks for the wrapped value of a column, and remembers: many columns of a table say the same, from each of their lines on. */
function wrapsOnce(options: Pick<DetectOptions, "ocr">): (column: Column) => Wrap | undefined {
  const known = new Map<string, Wrap | undefined>();
  return (column) => {
    const key = column.lines
      .map(({ text, label }, at) => [column.areReadOn[at] ? 1 : 0, label ?? "\0", text].join("\0"))
      .join("\0");
    if (!known.has(key)) known.set(key, wrapIn(column, options));
    return known.get(key);
  };
}

/** The longest that there is. */
function wrapIn({ lines, areReadOn }: Column, options: Pick<DetectOptions, "ocr">): Wrap | undefined {
  for (let count = lines.length; count > 1; count--) {
    const first = lines.slice(0, count);
    const isReadOn = areReadOn.slice(0, count).every((isOne) => isOne);
    if (isReadOn && valueOver(first, "\n", options)) return undefined;
    for (const wrappedBy of SEPARATORS) {
      // That of lines which are read on was looked for already.
      const value = isReadOn && wrappedBy === "\n" ? undefined : valueOver(first, wrappedBy, options);
      if (value) return { count, wrappedBy, value };
    }
  }
  return undefined;
}

/** Whether a value proves itself, or a label says what it is: beside it, before it, or at the head of its column. */
function isSure({ entityType, reason }: Match): boolean {
  return SURE.has(entityType) || /\blabel\b/.test(reason);
}

/** The value that begins in the first line and ends in the last, where the lines by themselves do not tell as much. */
function valueOver(
  lines: readonly CellLine[],
  separator: string,
  options: Pick<DetectOptions, "ocr">,
): Match | undefined {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const text = lines.map((line) => line.text).join(separator);
  const matches = matchesIn(text, first.label, options);
  const value = matches.find(({ span }) => span.start < first.text.length && span.end > text.length - last.text.length);
  if (!value) return undefined;
  let [offset, known] = [0, 0];
  for (const line of lines) {
    for (const { span } of matchesIn(line.text, line.label, options)) {
      const [start, end] = [offset + span.start, offset + span.end];
      if (!matches.some((match) => match.span.start <= start && match.span.end >= end)) return undefined;
      known += Math.max(0, Math.min(end, value.span.end) - Math.max(start, value.span.start));
    }
    offset += line.text.length + separator.length;
  }
  const length = value.span.end - value.span.start - separator.length * (lines.length - 1);
  return known < length ? value : undefined;
}

function matchesIn(text: string, label: string | undefined, options: Pick<DetectOptions, "ocr">): readonly Match[] {
  return detect(text, {
    ...options,
    ...(label !== undefined && { labels: [{ span: { start: 0, end: text.length }, label }] }),
  });
}
