import { detect } from "./detect.js";
import type { Detector, Form } from "./detector.js";

/** A detector of the user's own, for `detect`'s option `detectors`. */
export interface CustomDetector extends Omit<Detector, "entityType" | "legal"> {
  /** "custom-" and a name in kebab-case. */
  readonly entityType: `custom-${string}`;
  /** Left out: general. */
  readonly legal?: Detector["legal"];
  /** Checked at once; ⟦ ⟧ mark what must be found. */
  readonly examples: { readonly found: readonly string[]; readonly ignored: readonly string[] };
}

const ENTITY_TYPE = /^custom-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TRIGGERS = ["at-sign", "characters", "code", "digits", "label", "words"];
const LATIN = /^[\x20-\x7e]+$/;
/** Labels are looked up by their first two characters. */
const MIN_LABEL = 2;

/**
 * A detector of the user's own, checked: a rule that never finds its own example would be a silent miss.
 *
 * @throws {TypeError} that says which part is wrong; of an example only its number
 */
export function defineDetector(custom: CustomDetector): Detector {
  const { entityType } = custom;
  if (typeof entityType !== "string" || !ENTITY_TYPE.test(entityType))
    throw new TypeError('entityType must be "custom-" and a name in kebab-case, as in "custom-employee-number"');
  const check = (holds: boolean, claim: string) => {
    if (!holds) throw new TypeError(`${entityType}: ${claim}`);
  };
  check(isText(custom.title?.en) && isText(custom.title?.zh), "title needs an English and a Chinese name");
  check(Array.isArray(custom.forms) && custom.forms.length > 0, "forms must hold at least one form");
  for (const [index, form] of custom.forms.entries()) checkForm(form, custom, `forms[${index}]`, check);
  for (const [index, word] of (custom.context ?? []).entries())
    check(
      isText(word) && word.length >= MIN_LABEL && (!LATIN.test(word) || word === latinLabel(word)),
      `context[${index}] must be a label of two characters or more; a Latin one in lower case, its words parted by spaces`,
    );
  check(
    Array.isArray(custom.examples?.found) && Array.isArray(custom.examples.ignored),
    "examples must hold two lists, found and ignored",
  );
  const { examples, ...rest } = custom;
  const detector: Detector = { legal: { tier: "general" }, ...rest };
  checkExamples(detector, examples, check);
  return detector;
}

/** A label as it is looked up: "Employee_No" is "employee no". Those with Chinese characters stay as they are. */
export function latinLabel(label: string): string {
  const trimmed = label.trim();
  return LATIN.test(trimmed) ? trimmed.toLowerCase().replace(/[\s_-]+/g, " ") : trimmed;
}

type Check = (holds: boolean, claim: string) => void;

function checkForm(
  { trigger, pattern, score, validate }: Form,
  { context }: CustomDetector,
  at: string,
  check: Check,
): void {
  check(TRIGGERS.includes(trigger?.on), `${at}.trigger.on must be one of ${TRIGGERS.join(", ")}`);
  if (trigger.on === "label") check((context?.length ?? 0) > 0, `${at} asks for a label, but context names none`);
  if (trigger.on === "digits" || trigger.on === "code")
    check(
      Number.isInteger(trigger.atLeast) && trigger.atLeast > 0,
      `${at}.trigger.atLeast must be a number of characters`,
    );
  if (trigger.on === "characters") check(isText(trigger.characters), `${at}.trigger.characters must not be empty`);
  if (trigger.on === "words")
    check(
      trigger.words?.length > 0 && trigger.words.every((word) => word.length >= 2),
      `${at}.trigger.words must be of two characters or more`,
    );
  check(
    pattern instanceof RegExp && pattern.sticky && !pattern.global,
    `${at}.pattern must be a sticky RegExp (flag y, not g)`,
  );
  check(
    !/\\b/i.test(pattern.source.replace(/\\\\/g, "")),
    `${at}.pattern must draw its boundaries with look-arounds: \\b does not see Chinese characters`,
  );
  check(validate === undefined || typeof validate === "function", `${at}.validate must be a function`);
  const scores = Object.values(score ?? {}) as unknown[];
  check(
    scores.length > 0 && scores.every((one) => typeof one === "number" && one >= 0 && one <= 1),
    `${at}.score must hold scores between 0 and 1`,
  );
}

function checkExamples(detector: Detector, examples: CustomDetector["examples"], check: Check): void {
  const options = { detectors: [detector], only: new Set([detector.entityType]), minScore: 0 };
  const spansIn = (text: string) => detect(text, options).map(({ span }) => `${span.start}–${span.end}`);
  for (const [index, example] of examples.found.entries()) {
    const { text, spans } = marked(example);
    check(spans.length > 0, `examples.found[${index}] marks nothing with ⟦ ⟧`);
    const [wanted, found] = [spans.join(" "), spansIn(text).join(" ")];
    check(wanted === found, `examples.found[${index}] marks ${wanted}, but ${found || "nothing"} is found`);
  }
  for (const [index, example] of examples.ignored.entries()) {
    const found = spansIn(example);
    check(found.length === 0, `examples.ignored[${index}] must hold nothing, but ${found.join(" ")} is found`);
  }
}

/** "姓名：⟦王小明⟧" as its text and where the marks were. */
function marked(example: string): { text: string; spans: string[] } {
  const spans: string[] = [];
  let text = "";
  for (const [index, part] of example.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1) spans.push(`${text.length}–${text.length + part.length}`);
    text += part;
  }
  return { text, spans };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
