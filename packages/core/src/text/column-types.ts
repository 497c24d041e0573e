import { detect, detectors, type EntityType, labelOf } from "@tuhei/patterns";

/** Rows looked at; tables are even. */
export const SAMPLE_ROWS = 200;
/** Fewer cells say nothing of their column. */
const MIN_CELLS = 4;
/** Share of cells of one type that makes the column one of that type: the others are typing slips and odd forms. */
const TYPE_SHARE = 0.6;
/** The same for names without any header, which are told by their shape alone. */
const NAME_SHARE = 0.9;
/** Names differ from row to row; categories, units and towns repeat. */
const DISTINCT_SHARE = 0.5;
/** What makes the people of a table: a column of two to four characters beside one of these is one of names. */
const PERSONAL: ReadonlySet<EntityType> = new Set<EntityType>(["bank-card", "id-card", "landline", "phone"]);

/**
 * Labels for the columns that no header names, from what most of their cells hold: a cell with a typing slip, which proves
 * nothing by itself, is then found as what its neighbours are.
 *
 * @param columns cells of each column, without the header
 * @param labels what the header says; undefined where it says nothing
 */
export function labelsFromCells(
  columns: readonly (readonly string[])[],
  labels: readonly (string | undefined)[],
): (string | undefined)[] {
  const types = columns.map((cells, column) => (labels[column] === undefined ? commonType(cells) : undefined));
  const isOfPeople =
    types.some((type) => type !== undefined && PERSONAL.has(type)) ||
    labels.some((label) => label !== undefined && labelOf(label)?.entityTypes.some((type) => PERSONAL.has(type)));
  return columns.map((cells, column) => {
    const known = labels[column];
    if (known !== undefined) return known;
    const type = types[column];
    if (type !== undefined) return labelFor(type);
    return isOfPeople && looksLikeNames(cells) ? labelFor("name") : undefined;
  });
}

/** Whether a first row is one of values, not of headers. */
export function isRowOfValues(cells: readonly string[]): boolean {
  return !cells.some((cell) => labelOf(cell) !== undefined) && cells.some((cell) => typeOf(cell) !== undefined);
}

function commonType(cells: readonly string[]): EntityType | undefined {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length < MIN_CELLS) return undefined;
  const enough = filled.length * TYPE_SHARE;
  const counts = new Map<EntityType, number>();
  let others = 0;
  for (const cell of filled) {
    const type = typeOf(cell);
    if (type === undefined) {
      others++;
      // Most columns hold no type, and a few cells say so.
      if (filled.length - others < enough) return undefined;
      continue;
    }
    const count = (counts.get(type) ?? 0) + 1;
    if (count >= enough) return type;
    counts.set(type, count);
  }
  return undefined;
}

/** What the whole of a cell is. */
function typeOf(cell: string): EntityType | undefined {
  const [match, ...others] = detect(cell);
  if (match === undefined || others.length > 0) return undefined;
  return match.span.start === 0 && match.span.end === cell.length ? match.entityType : undefined;
}

function looksLikeNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length < MIN_CELLS || new Set(filled).size < filled.length * DISTINCT_SHARE) return false;
  let others = 0;
  for (const cell of filled) {
    if (cell.length <= MAX_NAME_UNITS && isNameWhenLabelled(cell)) continue;
    others++;
    if (filled.length - others < filled.length * NAME_SHARE) return false;
  }
  return true;
}

/** Two to four characters, or a name with a dot in it. */
const MAX_NAME_UNITS = 12;

function isNameWhenLabelled(cell: string): boolean {
  const labels = [{ span: { start: 0, end: cell.length }, label: labelFor("name")! }];
  return detect(cell, { labels, only: new Set(["name"]) }).some(
    ({ span, reason }) => span.end - span.start === cell.length && reason.includes("surname"),
  );
}

/** A word that names this type and no other, as a header would: what people call it, where that is one. */
function labelFor(type: EntityType): string | undefined {
  const detector = detectors.find(({ entityType }) => entityType === type);
  if (!detector) return undefined;
  const words = [detector.title.zh, ...(detector.chineseContext?.() ?? []), ...(detector.context ?? [])];
  return words.find((word) => labelOf(word)?.entityTypes.length === 1);
}
