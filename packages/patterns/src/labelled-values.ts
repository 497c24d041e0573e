import type { EntityType, Span } from "./detector.js";
import { charClass, type Engine, type Rule } from "./engine.js";
import { hanLabelAt, type Label } from "./labels.js";
import { isWanted, type Pass } from "./pass.js";

/** A value by label is looked for in this many characters. */
export const MAX_FIELD = 160;
/** What stands between a label and its value. A table border, a colon, a tag and a "=" are firm; a space alone is not. */
const SEPARATORS =
  /[ \t]*(?:["'”】\]>」》]?\*{0,2}[ \t]*(?:[（(][^（()）\n]{1,8}[)）][ \t]*)?[:：=|\t]+\*{0,2}[ \t]*|[ \t]*--[ \t]*(?![ \t-])|[】\]>」》][ \t]*|(?:<\/?[A-Za-z][^<>\n]{0,80}>[ \t]*){1,4}|\r?\n[ \t]*|[是为為])?["'“【[「《]?/y;

/** "firm": the separator says that a value follows; "weak": a space, or nothing; then the value must prove itself. */
type Binding = "firm" | "weak";

/** Runs the label rules behind a label. `word` is the label as it stands in the text. */
export function matchLabelled(pass: Pass, label: Label, word: string, known?: "firm"): void {
  const named = rulesFor(pass.engine, label.entityTypes).filter(({ detector }) => isWanted(pass, detector));
  if (named.length === 0) return;
  const { text } = pass.folded;
  SEPARATORS.lastIndex = label.end;
  const separator = SEPARATORS.exec(text)![0];
  const start = label.end + separator.length;
  const binding = known ?? bindingOf(text, separator, word, label.end - word.length, pass.isOcr);
  if (!binding) return;
  const value = text.slice(start, endOfValue(pass, start));
  for (const rule of named) matchValue(pass, rule, value, start, binding);
}

/** Label rules on every part that has a label of its own. */
export function matchFields(pass: Pass): void {
  const { text } = pass.folded;
  for (const { start, end, reach, entityTypes } of pass.fields) {
    const rules = rulesFor(pass.engine, entityTypes);
    if (rules.length === 0) continue;
    const lead = FIELD_LEAD.exec(text.slice(start, Math.min(end, start + 8)))![0].length;
    const value = text.slice(start + lead, Math.min(reach, start + MAX_FIELD));
    for (const rule of rules) if (isWanted(pass, rule.detector)) matchValue(pass, rule, value, start + lead, "firm");
  }
}

/** By the types that a label names; the labels of a table repeat in every row. */
const rulesByTypes = new WeakMap<Engine, WeakMap<readonly EntityType[], readonly Rule[]>>();

function rulesFor(engine: Engine, entityTypes: readonly EntityType[]): readonly Rule[] {
  let known = rulesByTypes.get(engine);
  if (!known) {
    known = new WeakMap();
    rulesByTypes.set(engine, known);
  }
  const before = known.get(entityTypes);
  if (before) return before;
  const rules = engine.labelled.filter(({ detector }) => entityTypes.includes(detector.entityType));
  known.set(entityTypes, rules);
  return rules;
}

/** Quotes, spaces, and the specks and lines that OCR takes for dots and colons. */
const FIELD_LEAD = /^["'\s.·•:：,，*_|-]*/;

function bindingOf(text: string, separator: string, word: string, start: number, isOcr: boolean): Binding | undefined {
  if (/[:：=|\t>】\]」》]|--/.test(separator)) return "firm";
  if (separator.includes("\n")) return start === 0 || text[start - 1] === "\n" ? "weak" : undefined;
  if (separator !== "") return "weak";
  return isOcr || /(?:姓 *名|户 *名|址)$/.test(word) ? "weak" : undefined;
}

/** Up to the next label, or the end of the third line. */
function endOfValue(pass: Pass, start: number): number {
  const { text } = pass.folded;
  const limit = Math.min(text.length, start + MAX_FIELD);
  let lines = 0;
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && ++lines > 2) return at;
    if (pass.engine.classes[code]! & charClass.label && isNextLabel(pass, at, start)) return at;
  }
  return limit;
}

/** A label word inside a value (电话局路) is not one: a label is set off before or behind. */
function isNextLabel({ engine, folded: { text } }: Pass, at: number, start: number): boolean {
  const label = hanLabelAt(engine.labels, text, at);
  if (!label) return false;
  const before = at === start ? " " : text[at - 1]!;
  if (/[\s,，;；。|/)）]/.test(before) || /[:：]/.test(text[label.end] ?? "")) return true;
  const word = text.slice(at, label.end);
  return ID_LABEL.test(word) || (at - start <= MAX_UNPARTED && UNPARTED_LABEL.test(word));
}

/** Labels that follow a name without any separator on cards and forms: 姓名张三性别男民族汉. */
const UNPARTED_LABEL = /^(?:性 *别|民 *族|出 *生|年 *龄|电 *话|手 *机|住 *址|地 *址)/;
/** No place is named so. */
const ID_LABEL = /^(?:公民身份|身份证)/;
/** The longest name in Chinese characters without dots. */
const MAX_UNPARTED = 4;

function matchValue(pass: Pass, rule: Rule, value: string, start: number, binding: Binding): void {
  const lead = value.length - value.trimStart().length;
  const isFirm = binding === "firm" && !value.slice(0, lead).includes("\n");
  const found = matchedAt(rule, value, lead);
  if (isFirm && matchBroken(pass, rule, value, start, lead, found)) return;
  if (!found || (!isFirm && !(found.isValid && isClosed(value, found.end)))) return;
  addValue(pass, rule, found, { start: start + found.from, end: start + found.from + found.length });
}

interface FoundValue {
  readonly from: number;
  readonly length: number;
  /** After everything that the pattern took. */
  readonly end: number;
  readonly isValid: boolean;
}

function matchedAt({ form: { pattern, validate } }: Rule, value: string, lead: number): FoundValue | undefined {
  pattern.lastIndex = lead;
  const found = pattern.exec(value);
  if (!found || found[0] === "") return undefined;
  const [from, length] = narrowed(found);
  return { from, length, end: lead + found[0].length, isValid: validate?.(found[0]) ?? true };
}

function addValue(pass: Pass, { detector, form }: Rule, { isValid }: FoundValue, span: Span, also = ""): void {
  const score = isValid ? form.score.validInContext : form.score.invalidInContext;
  if (score === undefined) return;
  const reason = `${isValid && form.proof ? `label, ${form.proof}` : "label"}${also}`;
  pass.matches.push({ entityType: detector.entityType, span, score, reason });
}

/** The end of a line, and a next line that holds nothing but the rest of a number or an address of e-mail. */
const BROKEN =
  /^([^\n\r]{1,40}?)([ \t]*\r?\n[ \t]{0,8})([0-9A-Za-z@._+()-][0-9A-Za-z@._+() -]{0,40})(?=[ \t]*(?:\r?\n|$))/;

/** A value that the end of its line parts, as on narrow labels: the whole of both lines must be one. */
function matchBroken(
  pass: Pass,
  rule: Rule,
  value: string,
  start: number,
  lead: number,
  first: FoundValue | undefined,
): boolean {
  const parts = BROKEN.exec(value.slice(lead));
  if (!parts) return false;
  const [, head = "", gap = "", tail = ""] = parts;
  if (first && first.end < lead + head.length) return false;
  const whole = matchedAt(rule, head + tail, 0);
  if (!whole?.isValid || whole.end < head.length + tail.length || whole.length <= head.length) return false;
  const from = start + lead + whole.from;
  addValue(pass, rule, whole, { start: from, end: from + whole.length + gap.length }, ", over two lines");
  return true;
}

/** Where a match's value begins and how long it is: the group "before", "value" or both, where they meet; or all of it. */
export function narrowed({ 0: found, index, groups }: RegExpExecArray): readonly [from: number, length: number] {
  const before = groups?.before?.length;
  if (before !== undefined) return [index - before, before + (groups?.value?.length ?? 0)];
  if (groups?.value !== undefined) return [index + found.indexOf(groups.value), groups.value.length];
  return [index, found.length];
}

/** Without a firm separator a value must not be the beginning of a sentence. */
function isClosed(value: string, end: number): boolean {
  return !/^(?!先生|女士|小姐|同学|老师|经理)\p{Script=Han}/u.test(value.slice(end, end + 2));
}
