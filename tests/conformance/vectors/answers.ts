import { detect, type Match } from "@tuhei/patterns";
import { anything, texts, values } from "./questions.ts";
import { isValue, type Row, valuesIn } from "./rows.ts";

/** Whether a value is found as a whole; or what is found in a text, in order. */
export type Answer = boolean | readonly string[];

/** What a peer says; of texts where it says how many alone, that many of what we find. */
export function theirs(row: Row): Answer {
  if (values[row.type]) return isValue(row);
  return valuesIn(row, ours(row) as readonly string[]);
}

/** What tuhei says. */
export function ours({ type, input }: Row): Answer {
  const question = values[type];
  if (question) {
    const text = question.label + input;
    const isWhole = ({ span }: Match) => span.start <= question.label.length && span.end >= text.length;
    return detect(text).some((match) => isWhole(match) && question.entityTypes.some((one) => one === match.entityType));
  }
  const types = texts[type]!;
  return detect(input)
    .filter(({ entityType }) => types === anything || types.some((one) => one === entityType))
    .map(({ span }) => input.slice(span.start, span.end));
}
