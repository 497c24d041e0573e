import type { EntityType } from "./detector.js";
import type { Engine, Rule } from "./engine.js";
import { matchAt } from "./match-at.js";
import { narrowed } from "./narrowed.js";
import { isWanted, type Pass } from "./pass.js";

/** A value that a line end parts is no longer: a narrow form breaks lines sooner. */
const MAX_LINE = 40;
/** The rest of a value: letters, digits and signs, an extension behind 转, nothing of a sentence but what may follow a value in one. */
const REST = /[ \t]{0,8}([!-~转](?:[ -~转]{0,38}[!-~])?)[ \t]{0,8}(?=\r?\n|$|[，。；、）])/y;
/** Where the first line might be all, only more digits or the end of a domain are taken for more of it. */
const MORE = /^(?:[\d 转-]{3,}[Xx]?|[a-z\d-]{0,20}(?:\.[a-z]{2,10}){1,3})$/;
/** What a label alone gives away may be followed by anything: words of a name, a street, a secret. */
const OPEN: ReadonlySet<EntityType> = new Set(["name", "address", "password", "wechat"]);

/**
 * A value behind its label that goes on in the next line, as on narrow pages: 邮箱：sunny82⏎@126.com. The two lines as one
 * must be such a value, whole and without anything else.
 *
 * @param start where the value begins, behind its label and a colon
 * @param limit where it ends at the latest
 */
export function matchBroken(
  pass: Pass,
  entityTypes: readonly EntityType[],
  start: number,
  limit = Number.POSITIVE_INFINITY,
): void {
  const { text } = pass.folded;
  const end = endOfLine(text, start);
  if (end === undefined) return;
  const next = matchAt(REST, text, text.indexOf("\n", end) + 1);
  if (!next) return;
  const [first, rest] = [text.slice(start, end), next[1]!];
  const joined = first + rest;
  const after = next.index + next[0].trimEnd().length;
  if (after > limit) return;
  for (const rule of rulesOf(pass.engine, entityTypes)) {
    if (!isWanted(pass, rule.detector) || !isWhole(rule, joined)) continue;
    if (isWhole(rule, first) && !MORE.test(rest)) continue;
    const { detector, form } = rule;
    const score = form.score.validInContext ?? form.score.valid;
    if (score === undefined) continue;
    const reason = ["label", ...(form.proof?.split(", ") ?? []), "over two lines"].join(", ");
    pass.matches.push({ entityType: detector.entityType, span: { start, end: after }, score, reason });
  }
}

function endOfLine(text: string, start: number): number | undefined {
  for (let at = start; at <= start + MAX_LINE; at++) {
    if (text.charCodeAt(at) !== 10) continue;
    let end = at;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    return end > start ? end : undefined;
  }
  return undefined;
}

/** The rules of an engine by entity type: labels repeat. */
const rulesByType = new WeakMap<Engine, ReadonlyMap<EntityType, readonly Rule[]>>();

function rulesOf(engine: Engine, entityTypes: readonly EntityType[]): readonly Rule[] {
  const known = rulesByType.get(engine) ?? byType(engine);
  rulesByType.set(engine, known);
  return entityTypes.flatMap((entityType) => known.get(entityType) ?? []);
}

function byType({ digits, codes, atSign, words, labelled }: Engine): ReadonlyMap<EntityType, readonly Rule[]> {
  const anywhere = [digits, codes, atSign, ...words.flat().map(({ rules }) => rules)];
  const all = new Set([...anywhere.flatMap(({ free, named }) => [...free, ...named]), ...labelled]);
  const rules = new Map<EntityType, Rule[]>();
  for (const rule of all) {
    const { entityType } = rule.detector;
    if (rule.form.trigger.on === "words" || !OPEN.has(entityType))
      rules.set(entityType, [...(rules.get(entityType) ?? []), rule]);
  }
  return rules;
}

/** Whether a text is a value of a rule from its first character to its last. */
function isWhole({ form }: Rule, text: string): boolean {
  if (form.ocr) return false;
  const found = matchAt(form.pattern, text, 0);
  if (!found) return false;
  const [from, length] = narrowed(found);
  if (from !== 0 || length !== text.length) return false;
  const candidate = form.trigger.on === "label" ? text : text.replace(/[ -]/g, "").toUpperCase();
  return form.validate?.(candidate) ?? true;
}
