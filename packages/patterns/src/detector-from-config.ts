import { type CheckName, customChecks } from "./custom-checks.js";
import { defineDetector, latinLabel } from "./define-detector.js";
import type { Detector, Form, LegalClass } from "./detector.js";
import { shapeOf } from "./pattern-shape.js";

/** A detector as plain data, fit for a JSON file. */
export interface DetectorConfig {
  /** "custom-" and a name in kebab-case. */
  readonly entityType: `custom-${string}`;
  /** Name for people; left out: the entity type. */
  readonly title?: string;
  /**
   * A regular expression over ASCII digits and letters (full-width ones are read as ASCII), without `^`, `$` and `\b`: a
   * match next to further letters or digits does not count. See `shapeOf` for what is refused.
   */
  readonly pattern: string;
  /** Words before the value, or of its column. Case and "_" do not matter in Latin ones; "QQ号" must stand as written. */
  readonly labels?: readonly string[];
  /** Check digits that the value must pass. */
  readonly check?: CheckName;
  /** Whether the value counts only behind one of its labels. */
  readonly labelRequired?: boolean;
  readonly tier?: LegalClass["tier"];
  /** ⟦ ⟧ mark what must be found; checked at once. */
  readonly examples?: { readonly found?: readonly string[]; readonly ignored?: readonly string[] };
}

const KEYS = ["check", "entityType", "examples", "labelRequired", "labels", "pattern", "tier", "title"];
const TIERS: readonly string[] = ["business", "general", "property", "transaction"] satisfies LegalClass["tier"][];
/** Without any proof the user's word alone says that it is personal. */
const SCORES = { valid: 0.7, validInContext: 0.9 };
const CHECKED_SCORES = { valid: 0.85, validInContext: 0.95, invalidInContext: 0.6 };

/** Both ends stand apart from letters and digits, if they are such themselves. */
const NO_WORD_BEFORE = "(?<![0-9A-Za-z_](?=[0-9A-Za-z_]))";
const NO_WORD_AFTER = "(?!(?<=[0-9A-Za-z_])[0-9A-Za-z_])";

/**
 * A detector from configuration.
 *
 * @throws {TypeError} that says which key is wrong, and why a pattern is refused
 */
export function detectorFromConfig(config: DetectorConfig): Detector {
  const unknown = Object.keys(config).filter((key) => !KEYS.includes(key));
  const of = String(config.entityType);
  if (unknown.length > 0) throw new TypeError(`${of}: unknown ${unknown.join(", ")}; known are ${KEYS.join(", ")}`);
  if (typeof config.pattern !== "string") throw new TypeError(`${of}: pattern must be a string`);
  if (config.tier !== undefined && !TIERS.includes(config.tier))
    throw new TypeError(`${of}: tier must be one of ${TIERS.join(", ")}`);
  if (config.check !== undefined && !Object.hasOwn(customChecks, config.check))
    throw new TypeError(`${of}: check must be one of ${Object.keys(customChecks).join(", ")}`);
  const context = contextOf(config.labels ?? [], of);
  const title = config.title ?? of;
  return defineDetector({
    entityType: config.entityType,
    title: { en: title, zh: title },
    forms: formsOf(config, context.length > 0, of),
    context,
    legal: { tier: config.tier ?? "general" },
    examples: { found: config.examples?.found ?? [], ignored: config.examples?.ignored ?? [] },
  });
}

function contextOf(labels: readonly string[], of: string): string[] {
  if (!Array.isArray(labels) || labels.some((label) => typeof label !== "string"))
    throw new TypeError(`${of}: labels must be a list of words`);
  return labels.map(latinLabel);
}

function formsOf({ pattern, check, labelRequired }: DetectorConfig, hasLabels: boolean, of: string): [Form, ...Form[]] {
  const { isEmpty, starts } = shapeOf(pattern, `${of}: pattern`);
  if (isEmpty) throw new TypeError(`${of}: pattern matches the empty string`);
  const [scores, proof] = check ? [CHECKED_SCORES, `pattern, ${check}`] : [SCORES, "pattern"];
  const { valid: _, ...labelledScores } = scores;
  const form = {
    pattern: new RegExp(`${NO_WORD_BEFORE}(?:${pattern})${NO_WORD_AFTER}`, "uy"),
    ...(check ? { validate: validator(check) } : {}),
    proof,
  };
  const labelled: Form = { ...form, trigger: { on: "label" }, score: labelledScores };
  if (labelRequired) {
    if (!hasLabels) throw new TypeError(`${of}: labelRequired, but there are no labels`);
    return [labelled];
  }
  if (!starts)
    throw new TypeError(
      `${of}: pattern may begin with too many characters to look for it everywhere; begin it with certain ones, or set labelRequired`,
    );
  const anywhere: Form = { ...form, trigger: { on: "characters", characters: starts }, score: scores };
  return hasLabels ? [anywhere, labelled] : [anywhere];
}

/** Label forms hand over the value as it stands. */
function validator(check: CheckName): (candidate: string) => boolean {
  return (candidate) => customChecks[check](candidate.replace(/[ -]/g, "").toUpperCase());
}
