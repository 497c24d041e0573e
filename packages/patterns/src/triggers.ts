import { beforeRemark, type Context, contextAt, nearnessIn } from "./context.js";
import {
  AT_SIGN,
  CHARACTER,
  DIGIT,
  type Engine,
  LABEL,
  LETTER,
  NUMBER_PREFIX,
  type Rule,
  type Rules,
  SEPARATOR,
  WORD,
} from "./engine.js";
import { MAX_FIELD, matchLabelled } from "./labelled-values.js";
import { endsLatinLabel, hanLabelAt, type Label, labelIn, latinLabelBefore, mayBeginLabel } from "./labels.js";
import { matchAt } from "./match-at.js";
import { matchMisread } from "./misread.js";
import { narrowed } from "./narrowed.js";
import { add, isWanted, type Pass } from "./pass.js";
import { matchAcrossLines } from "./split-numbers.js";
import { unitAt } from "./unit-at.js";
import { pairHash } from "./unit-pairs.js";

/** More digits in a row than any detector asks for. */
const ENOUGH_DIGITS = 18;
/** The longest local part of an address (RFC 5321, 4.5.3.1.1). */
const MAX_LOCAL_PART = 64;

/** The single pass: stops at what may begin a value, and runs there the rules that ask for it. */
export function walk(pass: Pass): void {
  const { engine, folded, isOcr } = pass;
  const { text, units } = folded;
  const { classes, labels, wordPairs } = engine;
  /** The last label in Chinese characters, and where it stands. */
  let last: Label | undefined;
  let isLineStart = true;
  for (let at = 0; at < text.length; at++) {
    const code = units[at]!;
    if (isOcr && isLineStart && code > 0x7f) {
      const label = labelIn(labels, text.slice(at, at + MAX_FIELD), { ocr: true });
      if (label) {
        const end = endOfLabel(text, at + label.end);
        last = { ...label, end };
        matchLabelled(pass, last, text.slice(at, end));
        at = Math.max(at, end - 1);
        isLineStart = false;
        continue;
      }
    }
    isLineStart = code === 10;
    const kind = classes[code]!;
    if (kind === 0) continue;
    if (kind & WORD && wordPairs[pairHash(code, units[at + 1]!)] !== 0) matchWords(pass, at, last);
    if (isOcr && kind & (LETTER | DIGIT) && !(at > 0 && isWordUnit(engine, units, at - 1)))
      matchMisread(pass, at, last);
    if (kind & CHARACTER) matchAll(pass, engine.characters.get(code)!, at, last);
    if (kind & LABEL && mayBeginLabel(labels, code, units[at + 1]!)) {
      const label = wholeLabelAt(engine, folded, at);
      if (label) {
        last = label;
        matchLabelled(pass, label, text.slice(at, label.end));
        // 账号密码: a label in a label may be a word that is looked for.
        for (at++; at < label.end; at++)
          if (wordPairs[pairHash(units[at]!, units[at + 1]!)] !== 0) matchWords(pass, at, last);
        at--;
        continue;
      }
    }
    if (kind & LETTER) {
      if (at > 0 && isWordUnit(engine, units, at - 1)) continue;
      const start = at;
      while ((classes[units[at + 1]!]! & LETTER) !== 0) at++;
      if (isDigit(engine, units, at + 1)) matchCode(pass, start, last);
      continue;
    }
    if (kind & DIGIT) {
      at = matchDigits(pass, at, last) - 1;
      continue;
    }
    if (kind & NUMBER_PREFIX && isDigit(engine, units, at + (text[at + 1] === "+" ? 2 : 1)))
      matchAll(pass, engine.digits, at, last);
    if (kind & AT_SIGN) matchAll(pass, engine.atSign, startOfLocalPart(text, at), last);
    if (kind & SEPARATOR && at > 0) {
      const entityTypes = typesBefore(pass, at);
      const known = LINKING.includes(text[at]!) ? undefined : "firm";
      if (entityTypes && entityTypes.length > 0) matchLabelled(pass, { entityTypes, end: at }, "", known);
    }
  }
}

/** Verbs between a Latin label and its value in a Chinese sentence. */
const LINKING = "是为為";

/** What a Latin label that ends before a separator names. */
function typesBefore(
  { engine: { labels }, folded: { text, units } }: Pass,
  at: number,
): Label["entityTypes"] | undefined {
  const [secondBefore, before] = [units[at - 2] ?? 0, units[at - 1]!];
  // Nothing is left out between a letter, or a number of two digits, and the separator.
  const isClose = isLetter(before) || (isNumeral(before) && isNumeral(secondBefore));
  if (isClose && !endsLatinLabel(labels, units, at)) return undefined;
  const end = beforeRemark(text, at - 1);
  const labelEnd = end < at - 1 ? end : at;
  return isEndOfLatin(text, labelEnd - 1) ? latinLabelBefore(labels, text, labelEnd) : undefined;
}

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

function isNumeral(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The label at a place, unless a Latin letter of it is part of a longer word: IMEI号, EMS单号. */
function wholeLabelAt(engine: Engine, { text, units }: Pass["folded"], at: number): Label | undefined {
  if (at > 0 && isWordUnit(engine, units, at) && isWordUnit(engine, units, at - 1)) return undefined;
  const label = hanLabelAt(engine.labels, text, at);
  return label && isWordUnit(engine, units, label.end - 1) && isWordUnit(engine, units, label.end) ? undefined : label;
}

/** OCR may leave its label without a colon; the separators were skipped by the label itself. */
function endOfLabel(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s:：(（[【*]/.test(text[at - 1]!)) at--;
  return at;
}

/** Whether a digit stands at a place. */
function isDigit({ classes }: Engine, units: Uint16Array, at: number): boolean {
  return (classes[units[at]!]! & DIGIT) !== 0;
}

/** Whether an ASCII letter or digit stands at a place. */
function isWordUnit({ classes }: Engine, units: Uint16Array, at: number): boolean {
  return (classes[units[at]!]! & (DIGIT | LETTER)) !== 0;
}

/** Runs the rules for an ASCII word with letters and digits in it. */
function matchCode(pass: Pass, start: number, last: Label | undefined): void {
  const { engine, folded } = pass;
  let end = start;
  while (isWordUnit(engine, folded.units, end)) end++;
  if (end - start >= engine.minCode) matchAll(pass, engine.codes, start, last, end - start);
}

/** Runs the rules for digits, and for codes that begin with one. Returns the end of the run of digits. */
function matchDigits(pass: Pass, start: number, last: Label | undefined): number {
  const { engine, folded } = pass;
  const { units } = folded;
  const end = endOfDigits(units, start);
  const count = countDigits(engine, units, start, end);
  if (count >= engine.minDigits) matchAll(pass, engine.digits, start, last, count);
  if (units[end] === 10 || units[end] === 13) matchAcrossLines(pass, start, end, last);
  if (engine.classes[units[end]!]! & LETTER && !(start > 0 && isWordUnit(engine, units, start - 1)))
    matchCode(pass, start, last);
  return end;
}

/** The end of a run of digits. */
function endOfDigits(units: Uint16Array, start: number): number {
  let end = start + 1;
  while (isNumeral(units[end]!)) end++;
  return end;
}

/** Digits from `start` on, of which those up to `end` stand together, as far as detectors ask; single separators allowed. */
function countDigits(engine: Engine, units: Uint16Array, start: number, end: number): number {
  let count = end - start;
  for (let at = end; count < ENOUGH_DIGITS && isNumberSeparator(units[at]!) && isDigit(engine, units, at + 1); ) {
    const next = endOfDigits(units, at + 1);
    count += next - at - 1;
    at = next;
  }
  return count;
}

/** Space, hyphen, full stop, closing bracket. */
function isNumberSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 46 || code === 41;
}

function matchWords(pass: Pass, at: number, last: Label | undefined): void {
  const { engine, folded } = pass;
  for (const { word, rules } of engine.words[
    engine.wordPairs[pairHash(folded.units[at]!, folded.units[at + 1]!)]! - 1
  ]!)
    if (folded.text.startsWith(word, at)) matchAll(pass, rules, at, last);
}

/** A Latin letter, the number of a label (imei1), or a mark that closes it: a JSON key's quote, emphasis. */
function isEndOfLatin(text: string, at: number): boolean {
  return isLetter(unitAt(text, at)) || LATIN_ENDS.includes(text[at] ?? "-");
}

const LATIN_ENDS = "\"' *`0123456789";

/** Where the local part of an address with its "@" at a place begins. */
function startOfLocalPart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL_PART && /[A-Za-z0-9._%+\u00c0-\u024f-]/.test(text[start - 1]!)) start--;
  while (start < at && /[.-]/.test(text[start]!)) start++;
  return start;
}

/** Runs rules at one place, those that ask for at most so many digits or characters. */
function matchAll(
  pass: Pass,
  { free, named }: Rules,
  at: number,
  last: Label | undefined,
  length = Number.POSITIVE_INFINITY,
): void {
  // Most places hold nothing, and what stands around them is not asked for.
  let context: Context | undefined;
  // Forms of one detector may share a pattern: it is run once.
  let [pattern, found]: [RegExp | undefined, RegExpExecArray | null] = [undefined, null];
  for (const rule of free) {
    if (rule.atLeast > length || rule.begins?.(pass.folded.units, at) === false || !isApplied(pass, rule)) continue;
    if (rule.form.pattern !== pattern) {
      pattern = rule.form.pattern;
      found = matchAt(pattern, pass.folded.text, at);
    }
    if (!found) continue;
    context ??= contextAt(pass, at, last);
    judge(pass, rule, found, at, context, last);
  }
  for (const rule of named) {
    if (rule.atLeast > length) continue;
    context ??= contextAt(pass, at, last);
    if (context.named.length === 0) return;
    if (!context.named.includes(rule.detector.entityType) || !isApplied(pass, rule)) continue;
    const ofNamed = matchAt(rule.form.pattern, pass.folded.text, at);
    if (ofNamed) judge(pass, rule, ofNamed, at, context, last);
  }
}

function isApplied(pass: Pass, { detector, form }: Rule): boolean {
  return isWanted(pass, detector) && (!form.ocr || pass.isOcr);
}

/** A candidate as checks see it; most have nothing to change. */
function plain(value: string): string {
  return /[^0-9A-Z]/.test(value) ? value.replace(/[ -]/g, "").toUpperCase() : value;
}

/** Takes up what a rule's pattern matched at `at`, if the rule's check holds. */
function judge(
  pass: Pass,
  rule: Rule,
  found: RegExpExecArray,
  at: number,
  context: Context,
  last: Label | undefined,
): void {
  const { detector, form } = rule;
  const { text } = pass.folded;
  const [start, length] = narrowed(found);
  const value = found.groups ? text.slice(start, start + length) : found[0];
  const isValid = form.validate?.(plain(value)) ?? true;
  if (!isValid && form.score.invalidInContext === undefined) return;
  const known = start === at ? context : contextAt(pass, start, last);
  add(pass, rule, { start, end: start + length }, isValid, nearnessIn(known, detector.entityType));
}
