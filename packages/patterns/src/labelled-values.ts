import { matchBroken } from "./broken-lines.js";
import type { EntityType } from "./detector.js";
import { type Engine, LABEL, type Rule } from "./engine.js";
import { hanLabelAt, type Label } from "./labels.js";
import { matchAt } from "./match-at.js";
import { narrowed } from "./narrowed.js";
import { isWanted, type Pass } from "./pass.js";

/** A value by label is looked for in this many characters. */
export const MAX_FIELD = 160;
/** What stands between a label and its value. A table border, a colon, a tag and a "=" are firm; a space alone is not. */
export const SEPARATORS =
  /[ \t]*(?:(?:["'”】\]>」》]|[*_`]{1,3})?[ \t]*(?:[（(][^（()）\n]{1,16}[)）][ \t]*)?[:：=|\t]+(?:[*_`]{1,3}(?![*_`]))?[ \t]*|--[ \t]*(?![ \t-])|[】\]>」》][ \t]*|(?:<\/?[A-Za-z][^<>\n]{0,80}>[ \t]*){1,4}|\r?\n[ \t]*|[是为為])?["'“【[「《]?/y;

/** "firm": the separator says that a value follows; "weak": a space, or nothing; then the value must prove itself. */
type Binding = "firm" | "weak";

/** Runs the label rules behind a label. `word` is the label as it stands in the text. */
export function matchLabelled(pass: Pass, label: Label, word: string, known?: "firm"): void {
  const named = rulesFor(pass.engine, label.entityTypes).filter(({ detector }) => isWanted(pass, detector));
  const { text } = pass.folded;
  const separator = matchAt(SEPARATORS, text, label.end)![0];
  const start = label.end + separator.length;
  const binding = known ?? bindingOf(text, separator, word, label.end - word.length, pass.isOcr);
  if (!binding) return;
  matchBroken(pass, label.entityTypes, start);
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
    if (value.includes("\n")) matchBroken(pass, entityTypes, start + lead, reach);
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
    if (pass.engine.classes[code]! & LABEL && isNextLabel(pass, at, start)) return at;
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

function matchValue(pass: Pass, { detector, form }: Rule, value: string, start: number, binding: Binding): void {
  const lead = value.length - value.trimStart().length;
  const isFirm = binding === "firm" && !value.slice(0, lead).includes("\n");
  const found = matchAt(form.pattern, value, lead);
  if (!found || found[0] === "") return;
  const isValid = form.validate?.(found[0]) ?? true;
  if (!isFirm && !(isValid && isClosed(value, lead + found[0].length))) return;
  const score = isValid ? form.score.validInContext : form.score.invalidInContext;
  if (score === undefined) return;
  const [from, length] = narrowed(found);
  const span = { start: start + from, end: start + from + length };
  const reason = isValid && form.proof ? `label, ${form.proof}` : "label";
  pass.matches.push({ entityType: detector.entityType, span, score, reason });
}

/** Without a firm separator a value must not be the beginning of a sentence. */
function isClosed(value: string, end: number): boolean {
  return !/^(?!先生|女士|小姐|同学|老师|经理)\p{Script=Han}/u.test(value.slice(end, end + 2));
}
