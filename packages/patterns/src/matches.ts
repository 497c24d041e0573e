import type { Detector, EntityType, Match } from "./detector.js";
import type { Engines } from "./engine.js";
import { fieldsOf, type LabelledPart } from "./fields.js";
import { matchFields } from "./labelled-values.js";
import { type EncodedPart, fold, originalSpan, withinEscapes } from "./normalize.js";
import { withoutOverlaps } from "./overlaps.js";
import type { Pass } from "./pass.js";
import { isInHeader, tableFields } from "./text-tables/table-fields.js";
import { walk } from "./triggers.js";

/** What is known of a text besides its characters. */
export interface DetectOptions {
  /** Parts that a column header, a field name or a printed label names; in order of place, not overlapping. */
  readonly labels?: readonly LabelledPart[];
  /** Parts in an encoding, and what they say; in order of place, not overlapping. What is found in one covers the whole part. */
  readonly encoded?: readonly EncodedPart[];
  /** The text was read by OCR: labels at the start of a line may have a wrong character or no colon. */
  readonly ocr?: boolean;
  /** Only these entity types; all without it. */
  readonly only?: ReadonlySet<EntityType>;
  /** 0 to 1, for all types or by type; default 0.5. */
  readonly minScore?: number | Readonly<Partial<Record<EntityType, number>>>;
  /** Detectors of the caller's own, besides tuhei's. Give the same array every time: it is made ready once. */
  readonly detectors?: readonly Detector[];
  /** Says of a value as it stands in the text that it is nobody's secret, see `createAllowList`. */
  readonly allow?: (value: string, entityType: EntityType) => boolean;
}

/** Matches below are more often wrong than right. */
export const DEFAULT_MIN_SCORE = 0.5;

/** What a small bundle does without. */
export interface Extras {
  /** Adds what only other matches of the pass give away. */
  readonly beside?: (pass: Pass) => readonly Match[];
}

/** What a set of detectors finds in a text, in order of place and without overlaps. One pass. */
export function matchesIn(engines: Engines, text: string, options: DetectOptions, { beside }: Extras = {}): Match[] {
  const { only, labels = [], ocr = false, minScore = DEFAULT_MIN_SCORE, allow, encoded } = options;
  const folded = fold(text, encoded);
  const engine = folded.isAscii && labels.length === 0 ? engines.ascii() : engines.any();
  // Who names the columns has seen the tables.
  const { fields, headers } =
    labels.length === 0
      ? tableFields(engine.labels, folded.text)
      : { fields: fieldsOf(engine.labels, folded, labels), headers: [] };
  const pass: Pass = { engine, folded, isOcr: ocr, only, fields, matches: [] };
  matchFields(pass);
  walk(pass);
  if (beside) for (const match of beside(pass)) pass.matches.push(match);
  const leastOf = (type: EntityType) =>
    typeof minScore === "number" ? minScore : (minScore[type] ?? DEFAULT_MIN_SCORE);
  const inText = ({ start, end }: Match["span"]) => (folded.parts ? originalSpan(folded, start, end) : { start, end });
  const isAllowed = ({ span, entityType }: Match) => {
    const { start, end } = inText(span);
    return allow?.(text.slice(start, end), entityType) ?? false;
  };
  // Before overlaps are settled: what an allowed value covers may be somebody's.
  const candidates = pass.matches.filter(
    (match) => match.score >= leastOf(match.entityType) && !isInHeader(headers, match.span) && !isAllowed(match),
  );
  const settled = withoutOverlaps(candidates, folded.text);
  if (!folded.parts) return settled;
  return settled.map((match) => {
    const within = encoded && withinEscapes(folded, match.span.start, match.span.end);
    return { ...match, span: inText(match.span), ...(within && { within }) };
  });
}
