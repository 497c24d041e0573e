import type { EntityType } from "./detector.js";
import { type Label, type Labels, latinLabelBefore } from "./labels.js";
import type { Field, Nearness, Pass } from "./pass.js";

/** How far before a value its label may stand, in characters. */
const CONTEXT_DISTANCE = 24;
/** The same for a value that proves nothing by itself. */
const NAMING_DISTANCE = 8;

/** How near a label for the type is to the value at `at`: its field's, the last one in Chinese characters, or a Latin one. */
export function nearnessAt(
  { folded: { text }, fields, engine: { labels } }: Pass,
  at: number,
  entityType: EntityType,
  last: Label | undefined,
): Nearness {
  if (isInField(fields, at, entityType)) return "named";
  if (last && at - last.end <= CONTEXT_DISTANCE) return nearnessOfLabel(text, at, entityType, last);
  return isNamedInLatin(labels, text, at, entityType) ? "named" : undefined;
}

function nearnessOfLabel(text: string, at: number, entityType: EntityType, { entityTypes, end }: Label): Nearness {
  if (!entityTypes.includes(entityType)) return undefined;
  const between = text.slice(end, at);
  return between.length <= NAMING_DISTANCE && !/[\d;；。\n]/.test(between) ? "named" : "near";
}

function isNamedInLatin(labels: Labels, text: string, at: number, entityType: EntityType): boolean {
  let end = at;
  while (end > 0 && at - end < CONTEXT_DISTANCE && BETWEEN.includes(text[end - 1]!)) end--;
  if (!/[A-Za-z]/.test(text[end - 1] ?? "")) return false;
  return latinLabelBefore(labels, text, end)?.includes(entityType) ?? false;
}

/** What may stand between a Latin label and its value. */
const BETWEEN = " \t\r\n:：=(\"'（#.+";

function isInField(fields: readonly Field[], at: number, entityType: EntityType): boolean {
  let [low, high] = [0, fields.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fields[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const field = fields[low];
  return field !== undefined && field.start <= at && field.entityTypes.includes(entityType);
}
