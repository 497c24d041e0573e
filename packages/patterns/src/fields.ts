import type { EntityType, Span } from "./detector.js";
import { type Labels, labelIn } from "./labels.js";
import { type FoldedText, foldedIndex } from "./normalize.js";
import type { Field } from "./pass.js";

/** A part of a text that a column header, a field name or a printed label names. */
export interface LabelledPart {
  readonly span: Span;
  readonly label: string;
}

/** What stands between the parts of one value: a line end and its indentation. */
const MAX_FIELD_GAP = 4;

/** The labelled parts that name a type, in folded units; parts that follow one another under one label reach on. */
export function fieldsOf(labels: Labels, folded: FoldedText, parts: readonly LabelledPart[]): Field[] {
  const fields: Field[] = [];
  for (const { span, label } of parts) {
    const entityTypes = typesNamed(labels, label);
    if (entityTypes.length === 0) continue;
    const end = foldedIndex(folded, span.end);
    fields.push({ start: foldedIndex(folded, span.start), end, reach: end, label, entityTypes });
  }
  for (let index = fields.length - 2; index >= 0; index--) {
    const [field, next] = [fields[index]!, fields[index + 1]!];
    const isContinued = next.label === field.label && folded.text.slice(field.end, next.start).trim() === "";
    if (isContinued && next.start - field.end <= MAX_FIELD_GAP) field.reach = next.reach;
  }
  return fields;
}

/** The labels of a run of documents repeat for every row of a table. */
const knownLabels = new WeakMap<Labels, Map<string, readonly EntityType[]>>();
/** Enough for the columns of many tables. */
const MAX_KNOWN_LABELS = 1000;

/** The types that a header, a key or a printed label names. */
export function typesNamed(labels: Labels, label: string): readonly EntityType[] {
  const known = knownLabels.get(labels) ?? new Map<string, readonly EntityType[]>();
  knownLabels.set(labels, known);
  const before = known.get(label);
  if (before) return before;
  const types = labelIn(labels, label)?.entityTypes ?? [];
  if (known.size >= MAX_KNOWN_LABELS) known.clear();
  known.set(label, types);
  return types;
}
