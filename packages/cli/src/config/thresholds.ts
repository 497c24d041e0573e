import type { EntityType } from "@tuhei/patterns";
import type { Config } from "./schema.js";

/** Least scores by type; a type left out has the default. */
export type Thresholds = Readonly<Partial<Record<EntityType, number>>>;

/** Above every score: the type is not looked for. */
const NEVER = Number.POSITIVE_INFINITY;

/** What a part of the configuration says of scores; `types` are all there are. */
export function thresholdsOf(
  { minScore, off = [] }: Pick<Config, "minScore" | "off">,
  types: readonly EntityType[],
): Thresholds {
  const least = typeof minScore === "number" ? Object.fromEntries(types.map((type) => [type, minScore])) : minScore;
  return { ...least, ...Object.fromEntries(off.map((type) => [type, NEVER])) };
}
