import type { Detector, EntityType, Match } from "./detector.js";
import { isPersonName } from "./detectors/name.js";
import { engineFor } from "./engine.js";
import { fieldsOf, type LabelledPart } from "./fields.js";
import { matchFields } from "./labelled-values.js";
import { nameNeighbours } from "./neighbours.js";
import { fold, originalSpan } from "./normalize.js";
import { withoutOverlaps } from "./overlaps.js";
import type { Pass } from "./pass.js";
import { walk } from "./triggers.js";

/** What is known of a text besides its characters. */
export interface DetectOptions {
  /** Parts that a column header, a field name or a printed label names; in order of place, not overlapping. */
  readonly labels?: readonly LabelledPart[];
  /** The text was read by OCR: labels at the start of a line may have a wrong character or no colon. */
  readonly ocr?: boolean;
  /** Only these entity types; all without it. */
  readonly only?: ReadonlySet<EntityType>;
  /** 0 to 1, for all types or by type; default 0.5. */
  readonly minScore?: number | Readonly<Partial<Record<EntityType, number>>>;
  /** Detectors of the caller's own, besides tuhei's. Give the same array every time: it is made ready once. */
  readonly detectors?: readonly Detector[];
}

/** Matches below are more often wrong than right. */
const DEFAULT_MIN_SCORE = 0.5;

/**
 * Personal information in a text, in order of place and without overlaps. One pass; spans index the text as given, in
 * UTF-16 units.
 */
export function detect(text: string, options: DetectOptions = {}): Match[] {
  const { only, labels = [], ocr = false, minScore = DEFAULT_MIN_SCORE } = options;
  const folded = fold(text);
  const engine = engineFor(options.detectors);
  const fields = fieldsOf(engine.labels, folded, labels);
  const pass: Pass = { engine, folded, isOcr: ocr, only, fields, matches: [] };
  matchFields(pass);
  walk(pass);
  if (!only || only.has("name")) pass.matches.push(...nameNeighbours(folded.text, pass.matches, isPersonName));
  const leastOf = (type: EntityType) =>
    typeof minScore === "number" ? minScore : (minScore[type] ?? DEFAULT_MIN_SCORE);
  const settled = withoutOverlaps(pass.matches.filter(({ score, entityType }) => score >= leastOf(entityType)));
  return folded.parts
    ? settled.map((match) => ({ ...match, span: originalSpan(folded, match.span.start, match.span.end) }))
    : settled;
}
