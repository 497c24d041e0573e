import type { EntityType } from "./detector.js";
import { firstWhere } from "./first-where.js";
import { type Label, type Labels, latinLabelBefore } from "./labels.js";
import type { Field, Nearness, Pass } from "./pass.js";
import { unitAt } from "./unit-at.js";

/** How far before a value its label may stand, in characters. */
const CONTEXT_DISTANCE = 24;
/** The same for a value that proves nothing by itself. */
const NAMING_DISTANCE = 8;

/** What labels say of a place. */
export interface Context {
  /** Types whose label is right before it, or that name its field. */
  readonly named: readonly EntityType[];
  /** Types whose label is close. */
  readonly near: readonly EntityType[];
}

const NO_TYPES: readonly EntityType[] = [];
const NOTHING: Context = { named: NO_TYPES, near: NO_TYPES };

/** What is known of the place `at`: by its field, the last label in Chinese characters, or a Latin one. */
export function contextAt(pass: Pass, at: number, last: Label | undefined): Context {
  const { folded, engine, fields } = pass;
  const { text } = folded;
  const latin = besideLatin(engine.labels, text, at);
  const han = last && at - last.end <= CONTEXT_DISTANCE ? besideLabel(text, at, last) : NOTHING;
  // A Latin label right before the value holds, whatever stands in Chinese characters before it.
  const beside = latin === NOTHING ? han : { named: [...latin.named, ...han.named], near: han.near };
  const field = fieldAt(fields, at);
  return field ? { ...beside, named: [...field.entityTypes, ...beside.named] } : beside;
}

/** How near a label for the type is. */
export function nearnessIn({ named, near }: Context, entityType: EntityType): Nearness {
  if (named.includes(entityType)) return "named";
  return near.includes(entityType) ? "near" : undefined;
}

function besideLabel(text: string, at: number, { entityTypes, end }: Label): Context {
  if (entityTypes.length === 0) return NOTHING;
  const between = text.slice(end, at);
  const isNaming = between.length <= NAMING_DISTANCE && !/[\d;；。\n]/.test(between);
  return isNaming ? { named: entityTypes, near: NO_TYPES } : { named: NO_TYPES, near: entityTypes };
}

function besideLatin(labels: Labels, text: string, at: number): Context {
  let end = at;
  while (end > 0 && at - end < CONTEXT_DISTANCE && BETWEEN.includes(text[end - 1]!)) end = beforeRemark(text, end - 1);
  const numeral = NUMERALS.includes(text[end - 1] ?? " ") ? 1 : 0;
  const before = unitAt(text, end - 1 - numeral) | 32;
  if (!(before >= 97 && before <= 122) || isInLineAbove(text, end, at)) return NOTHING;
  const named = latinLabelBefore(labels, text, end);
  return named && named.length > 0 ? { named, near: NO_TYPES } : NOTHING;
}

/** Whether what ends at `end` is the last of several things in a line above `at`: a table's last header, not a label. */
function isInLineAbove(text: string, end: number, at: number): boolean {
  if (!text.slice(end, at).includes("\n")) return false;
  const line = text.slice(Math.max(text.lastIndexOf("\n", end - 1) + 1, end - MAX_LINE_ABOVE), end);
  return /[,;|\t]/.test(line);
}

/** As much of the line above is looked at. */
const MAX_LINE_ABOVE = 80;
/** A label may be numbered: imei1. */
const NUMERALS = "0123456789";
/** What may stand between a Latin label and its value. */
export const BETWEEN = " \t\r\n:：=(\"'（#.+|>]】」》）[【「《“是为為*`";
/** The longest remark between a label and its colon: phone_no（必填）: */
const MAX_REMARK = 16;

/** Where a remark in brackets that ends at `end` begins; `end` itself without one. */
export function beforeRemark(text: string, end: number): number {
  if (text[end] !== "）" && text[end] !== ")") return end;
  for (let at = end - 1; at >= 0 && end - at <= MAX_REMARK + 1; at--) if (/[（(]/.test(text[at]!)) return at;
  return end;
}

/** The part with a label of its own that holds a place. */
export function fieldAt(fields: readonly Field[], at: number): Field | undefined {
  const field = fields[firstWhere(fields.length, (index) => fields[index]!.end > at)];
  return field !== undefined && field.start <= at ? field : undefined;
}
