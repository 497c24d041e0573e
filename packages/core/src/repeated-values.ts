import type { EncodedPart, Match } from "@tuhei/patterns";
import type { Page } from "./model/document.js";
import type { ValueIndex } from "./values.js";

/**
 * Where values that are known stand again outside of `matches`, in order of place. Of what is written in an encoding, the
 * parts that say them.
 */
export function repeatedOn({ text, encoded }: Page, matches: readonly Match[], values: ValueIndex): Match[] {
  const plain = values.find(text, matches);
  if (!encoded) return plain;
  const taken = [...matches, ...plain];
  const inParts = stretchesOf(encoded)
    .flatMap((parts) => repeatedIn(parts, values))
    .filter(({ span }) => taken.every((match) => match.span.end <= span.start || match.span.start >= span.end));
  return [...plain, ...inParts].sort((a, b) => a.span.start - b.span.start);
}

/** Parts that belong together: a value may begin in one and end in the next. */
function stretchesOf(encoded: readonly EncodedPart[]): EncodedPart[][] {
  const stretches: EncodedPart[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const part of encoded) {
    if (part.span.start > end) stretches.push([]);
    stretches.at(-1)!.push(part);
    end = part.span.end;
  }
  return stretches;
}

function repeatedIn(parts: readonly EncodedPart[], values: ValueIndex): Match[] {
  const ends: number[] = [];
  for (const { says } of parts) ends.push((ends.at(-1) ?? 0) + says.length);
  const indexAt = (unit: number) => ends.findIndex((end) => end > unit);
  return values.find(parts.map(({ says }) => says).join("")).map((match) => {
    const [first, last] = [indexAt(match.span.start), indexAt(match.span.end - 1)];
    const before = match.span.start - (ends[first - 1] ?? 0);
    return {
      ...match,
      span: { start: parts[first]!.span.start, end: parts[last]!.span.end },
      within: { start: before, end: before + match.span.end - match.span.start },
    };
  });
}
