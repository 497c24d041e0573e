import type { Detector, EntityType, Form, Match } from "./detector.js";
import type { Engine, Rule } from "./engine.js";
import type { FoldedText } from "./normalize.js";

/** A part of the text with a label of its own, in folded units. */
export interface Field {
  readonly start: number;
  readonly end: number;
  /** End of the last of the parts that follow one another under the same label: a value may go on in the next. */
  reach: number;
  readonly label: string;
  readonly entityTypes: readonly EntityType[];
}

/** What the single pass works on. Positions are in folded units. */
export interface Pass {
  readonly engine: Engine;
  readonly folded: FoldedText;
  readonly isOcr: boolean;
  readonly only: ReadonlySet<EntityType> | undefined;
  readonly fields: readonly Field[];
  /** Found so far. */
  readonly matches: Match[];
}

/** "named": its label is right before it; "near": a label of its kind is close. */
export type Nearness = "named" | "near" | undefined;

/** Whether the caller asks for a type. */
export function isWanted({ only }: Pass, { entityType }: Detector): boolean {
  return only === undefined || only.has(entityType);
}

/** Adds a match of a rule, if what is known of it is enough. `repairs` tells what was read otherwise, for the reason. */
export function add(
  { matches }: Pass,
  { detector, form }: Rule,
  span: { readonly start: number; readonly end: number },
  isValid: boolean,
  nearness: Nearness,
  repairs: readonly string[] = [],
): void {
  const score = scoreOf(form.score, isValid, nearness);
  if (score === undefined) return;
  const proof = isValid ? (form.proof ?? "format") : "checksum failed";
  const reason = [nearness ? `${proof}, label` : proof, ...repairs].join(", ");
  matches.push({ entityType: detector.entityType, span, score, reason });
}

function scoreOf(score: Form["score"], isValid: boolean, nearness: Nearness): number | undefined {
  if (!isValid) return nearness === "named" ? score.invalidInContext : undefined;
  if (score.valid === undefined) return nearness === "named" ? score.validInContext : undefined;
  return nearness ? (score.validInContext ?? score.valid) : score.valid;
}
