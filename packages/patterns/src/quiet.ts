import { beforeRemark, contextAt } from "./context.js";
import { charClass, type Rules } from "./engine.js";
import { endsLatinLabel, latinLabelBefore, mayBeginLabel } from "./labels.js";
import type { Pass } from "./pass.js";
import { partedNumber } from "./split-numbers.js";
import {
  countDigits,
  endOfDigits,
  isDigit,
  isEndOfLatin,
  isWordUnit,
  matchOf,
  startOfLocalPart,
  wholeLabelAt,
  wordFrom,
} from "./triggers.js";
import { pairHash, pairOf } from "./unit-pairs.js";

/**
 * Whether a pass over ASCII text finds nothing, told in a fraction of its time: most of a log. It stops where the pass does
 * (`walk`), and is over at the first label and at the first pattern that matches, whatever its check would say. What only
 * Chinese characters give away (names, addresses) is in no such text; of any other, and of what OCR read, it says no.
 */
export function isQuiet(pass: Pass): boolean {
  const { engine, folded, isOcr, fields } = pass;
  const { text, units, isAscii } = folded;
  if (!isAscii || isOcr || fields.length > 0) return false;
  const { classes, labels, wordPairs } = engine;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = units[at]!;
    const kind = classes[code]!;
    if (kind === 0) continue;
    if (kind & charClass.word && wordPairs[pairHash(code, units[at + 1]!)] !== 0 && isWord(pass, at)) return false;
    if (kind & charClass.character && isMatched(pass, engine.characters.get(code)!, at)) return false;
    if (kind & charClass.label && mayBeginLabel(labels, code, units[at + 1]!) && wholeLabelAt(engine, folded, at))
      return false;
    if (kind & charClass.letter) {
      if (at > 0 && isWordUnit(engine, units, at - 1)) continue;
      const start = at;
      while ((classes[units[at + 1]!]! & charClass.letter) !== 0) at++;
      if ((classes[units[at + 1]!]! & charClass.digit) === 0) continue;
      if (isCode(pass, start, wordFrom(engine, units, at + 1).end)) return false;
      continue;
    }
    if (kind & charClass.digit) {
      const end = endOfDigits(units, at);
      if (isNumber(pass, at, end)) return false;
      at = end - 1;
      continue;
    }
    if (kind & charClass.numberPrefix && isDigit(engine, units, at + (units[at + 1] === PLUS ? 2 : 1))) {
      if (isMatched(pass, engine.digits, at)) return false;
    }
    if (kind & charClass.atSign && isMatched(pass, engine.atSign, startOfLocalPart(text, at))) return false;
    if (kind & charClass.separator && at > 0 && isBehindLabel(pass, at)) return false;
  }
  return true;
}

const PLUS = 43;

function isWord(pass: Pass, at: number): boolean {
  const { engine, folded } = pass;
  const ofPair = engine.words.get(pairOf(folded.units[at]!, folded.units[at + 1]!)) ?? [];
  return ofPair.some(({ word, rules }) => folded.text.startsWith(word, at) && isMatched(pass, rules, at));
}

function isCode(pass: Pass, start: number, end: number): boolean {
  const { engine } = pass;
  return end - start >= engine.minCode && isMatched(pass, engine.codes, start, end - start);
}

function isNumber(pass: Pass, start: number, end: number): boolean {
  const { engine, folded } = pass;
  const { units } = folded;
  const count = countDigits(engine, units, start, end);
  if (count >= engine.minDigits && isMatched(pass, engine.digits, start, count)) return true;
  const after = units[end]!;
  if ((after === 10 || after === 13) && partedNumber(folded.text, start, end)) return true;
  const isWordStart = start === 0 || !isWordUnit(engine, units, start - 1);
  return (
    (engine.classes[after]! & charClass.letter) !== 0 &&
    isWordStart &&
    isCode(pass, start, wordFrom(engine, units, start).end)
  );
}

function isMatched(pass: Pass, { free, named }: Rules, at: number, length = Number.POSITIVE_INFINITY): boolean {
  const { text, units } = pass.folded;
  // Forms of one detector may share a pattern: it is run once.
  let pattern: RegExp | undefined;
  for (const rule of free) {
    if (rule.atLeast > length || rule.form.pattern === pattern || rule.begins?.(units, at) === false) continue;
    pattern = rule.form.pattern;
    if (matchOf(pattern, text, at)) return true;
  }
  return named.some(({ atLeast }) => atLeast <= length) && contextAt(pass, at, undefined).named.length > 0;
}

function isBehindLabel({ engine, folded: { text, units } }: Pass, at: number): boolean {
  const [secondBefore, before] = [units[at - 2] ?? 0, units[at - 1]!];
  // Nothing is left out between a label and the separator.
  const isClose = isLetter(before) || (isNumeral(before) && isNumeral(secondBefore));
  if (isClose && !endsLatinLabel(engine.labels, units, at)) return false;
  const end = beforeRemark(text, at - 1);
  const labelEnd = end < at - 1 ? end : at;
  if (!isEndOfLatin(text, labelEnd - 1)) return false;
  return (latinLabelBefore(engine.labels, text, labelEnd)?.length ?? 0) > 0;
}

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

function isNumeral(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
