import type { Detector, EntityType, Match, Span } from "./detector.js";
import { detectors } from "./detectors/index.js";
import { hanLabelAt, type Label, labelOf, labelStarts, latinLabelBefore } from "./labels.js";
import { type FoldedText, fold, foldedIndex, originalSpan } from "./normalize.js";
import { withoutOverlaps } from "./overlaps.js";

/** What is known of a text besides its characters. */
export interface DetectOptions {
  /** Parts that a column header, a field name or a printed label names; in order of place, not overlapping. */
  readonly labels?: readonly { readonly span: Span; readonly label: string }[];
  /** The text was read by OCR: labels at the start of a line may have a wrong character or no colon. */
  readonly ocr?: boolean;
  /** Only these entity types; all without it. */
  readonly only?: ReadonlySet<EntityType>;
  /** 0 to 1; default 0.5. */
  readonly minScore?: number;
}

/** Matches below are more often wrong than right. */
const DEFAULT_MIN_SCORE = 0.5;

/**
 * Personal information in a text, in order of place and without overlaps. One pass; spans index the text as given, in
 * UTF-16 units.
 */
export function detect(text: string, options: DetectOptions = {}): Match[] {
  const { only, minScore = DEFAULT_MIN_SCORE } = options;
  const folded = fold(text);
  const pass: Pass = {
    folded,
    options,
    wanted: only ? detectors.filter(({ entityType }) => only.has(entityType)) : detectors,
    fields: fieldsOf(folded, options),
    matches: [],
  };
  matchFields(pass);
  walk(pass);
  matchNeighbours(pass);
  const matches = pass.matches.filter(({ score }) => score >= minScore);
  const settled = withoutOverlaps(matches);
  return folded.origin
    ? settled.map((match) => ({ ...match, span: originalSpan(folded, match.span.start, match.span.end) }))
    : settled;
}

/** A part of the text with a label of its own, in folded units. */
interface Field {
  readonly start: number;
  readonly end: number;
  /** End of the last of the parts that follow one another under the same label: a value may go on in the next. */
  reach: number;
  readonly label: string;
  readonly entityTypes: readonly EntityType[];
}

/** What the single pass works on. */
interface Pass {
  readonly folded: FoldedText;
  readonly options: DetectOptions;
  readonly wanted: readonly Detector[];
  readonly fields: readonly Field[];
  /** Found so far, in folded units. */
  readonly matches: Match[];
}

/** What may stop the pass at a character; bits. */
const DIGIT = 1;
const NUMBER_PREFIX = 2;
const AT_SIGN = 4;
const SPECIAL = 8;
const LABEL = 16;
const SEPARATOR = 32;

const classes = new Uint8Array(1 << 16);
for (const digit of "0123456789") mark(digit, DIGIT);
for (const prefix of "+(") mark(prefix, NUMBER_PREFIX);
mark("@", AT_SIGN);
for (const separator of ":：=\t") mark(separator, SEPARATOR);
for (const start of labelStarts) classes[start]! |= LABEL;
for (const { trigger } of detectors)
  if (trigger.on === "characters") for (const one of trigger.characters) mark(one, SPECIAL);

function mark(character: string, bit: number): void {
  classes[character.charCodeAt(0)]! |= bit;
}

/** Fewer digits in a row are no number that any detector knows. */
const MIN_DIGITS = Math.min(...detectors.flatMap(({ trigger }) => (trigger.on === "digits" ? [trigger.atLeast] : [])));
/** More digits in a row than any detector asks for. */
const ENOUGH_DIGITS = 18;
/** The longest local part of an address (RFC 5321, 4.5.3.1.1). */
const MAX_LOCAL_PART = 64;

function walk(pass: Pass): void {
  const { text } = pass.folded;
  const on = (trigger: Detector["trigger"]["on"]) => pass.wanted.filter((detector) => detector.trigger.on === trigger);
  const [characters, atSign, labelled] = [on("characters"), on("at-sign"), on("label")];
  const digits = on("digits").map((detector) => ({
    detector,
    atLeast: (detector.trigger as { atLeast: number }).atLeast,
  }));
  /** The last label in Chinese characters, and where it stands. */
  let last: Label | undefined;
  let isLineStart = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineStart && pass.options.ocr && code > 0x7f) {
      const label = labelOf(text.slice(at, at + MAX_FIELD), { ocr: true });
      if (label) {
        const end = endOfLabel(text, at + label.end);
        last = { ...label, end };
        matchLabelled(pass, labelled, last, undefined, text.slice(at, end));
        at = Math.max(at, end - 1);
        isLineStart = false;
        continue;
      }
    }
    isLineStart = code === 10;
    const kind = classes[code]!;
    if (kind === 0) continue;
    if (kind & DIGIT) {
      const end = endOfDigits(text, at);
      const count = countDigits(text, at, end);
      if (count >= MIN_DIGITS) {
        for (const { detector, atLeast } of digits) if (count >= atLeast) matchAt(pass, detector, at, last);
      }
      at = end - 1;
      continue;
    }
    if (kind & LABEL) {
      const label = hanLabelAt(text, at);
      if (label) {
        last = label;
        matchLabelled(pass, labelled, label, undefined, text.slice(at, label.end));
        at = label.end - 1;
        continue;
      }
    }
    if (kind & SPECIAL)
      for (const detector of characters) if (startsOn(detector, text[at]!)) matchAt(pass, detector, at, last);
    if (kind & NUMBER_PREFIX && isDigit(text, at + (text[at + 1] === "+" ? 2 : 1)))
      for (const { detector } of digits) matchAt(pass, detector, at, last);
    if (kind & AT_SIGN) for (const detector of atSign) matchAt(pass, detector, startOfWord(text, at), last);
    if (kind & SEPARATOR && labelled.length > 0 && isLatin(text, at - 1)) {
      const entityTypes = latinLabelBefore(text, at);
      if (entityTypes && entityTypes.length > 0) matchLabelled(pass, labelled, { entityTypes, end: at }, "firm");
    }
  }
}

/** OCR may leave its label without a colon; the separators were skipped by the label itself. */
function endOfLabel(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s:：(（[【*]/.test(text[at - 1]!)) at--;
  return at;
}

function isDigit(text: string, at: number): boolean {
  return (classes[text.charCodeAt(at)]! & DIGIT) !== 0;
}

/** A Latin letter, or the quote that closes a JSON key. */
function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return (code >= 97 && code <= 122) || text[at] === '"' || text[at] === "'" || text[at] === " ";
}

function startsOn({ trigger }: Detector, character: string): boolean {
  return trigger.on === "characters" && trigger.characters.includes(character);
}

function endOfDigits(text: string, start: number): number {
  let end = start + 1;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) end++;
  return end;
}

/** Digits from `start` on, of which those up to `end` stand together, as far as detectors ask; single separators allowed. */
function countDigits(text: string, start: number, end: number): number {
  let count = end - start;
  for (let at = end; count < ENOUGH_DIGITS && isNumberSeparator(text.charCodeAt(at)) && isDigit(text, at + 1); ) {
    const next = endOfDigits(text, at + 1);
    count += next - at - 1;
    at = next;
  }
  return count;
}

/** Space, hyphen, full stop, closing bracket. */
function isNumberSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 46 || code === 41;
}

function startOfWord(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL_PART && /[A-Za-z0-9._%+-]/.test(text[start - 1]!)) start--;
  while (start < at && /[.-]/.test(text[start]!)) start++;
  return start;
}

/** Runs one detector at one place. */
function matchAt(pass: Pass, detector: Detector, at: number, label: Label | undefined): void {
  const { text } = pass.folded;
  const { pattern, entityType } = detector;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return;
  const end = at + found[0].length;
  const isBare = found.groups?.bare !== undefined;
  const isValid = detector.validate?.(found[0].replace(/[ -]/g, "").toUpperCase()) ?? true;
  const isNamed = isInField(pass.fields, at, entityType);
  const nearness = isNamed ? "named" : nearnessOf(text, at, entityType, label);
  add(pass, detector, { start: at, end }, isValid, isBare, nearness);
}

/** How far before a value its label may stand, in characters. */
const CONTEXT_DISTANCE = 24;
/** The same for a value that proves nothing by itself. */
const NAMING_DISTANCE = 8;

/** "named": its label is right before it; "near": a label of its kind is close. */
type Nearness = "named" | "near" | undefined;

function nearnessOf(text: string, at: number, entityType: EntityType, label: Label | undefined): Nearness {
  if (label && at - label.end <= CONTEXT_DISTANCE) {
    if (!label.entityTypes.includes(entityType)) return undefined;
    const between = text.slice(label.end, at);
    return between.length <= NAMING_DISTANCE && !/[\d;；。\n]/.test(between) ? "named" : "near";
  }
  const before = text.slice(Math.max(0, at - CONTEXT_DISTANCE), at).replace(/[\s:：=("'（#.+]+$/, "");
  return before !== "" && /[A-Za-z]$/.test(before) && latinLabelBefore(before, before.length)?.includes(entityType)
    ? "named"
    : undefined;
}

function add(pass: Pass, detector: Detector, span: Span, isValid: boolean, isBare: boolean, nearness: Nearness): void {
  const { score, entityType, proof } = detector;
  const value = scoreOf(score, isValid, isBare, nearness);
  if (value === undefined) return;
  const reasons = [
    ...(isValid ? (proof?.split(", ") ?? ["format"]) : ["checksum failed"]),
    ...(nearness ? ["label"] : []),
  ];
  pass.matches.push({ entityType, span, score: value, reason: reasons.join(", ") });
}

function scoreOf(score: Detector["score"], isValid: boolean, isBare: boolean, nearness: Nearness): number | undefined {
  if (!isValid) return nearness === "named" ? score.invalidInContext : undefined;
  if (isBare) return nearness === "named" ? score.validInContext : undefined;
  return nearness ? score.validInContext : score.valid;
}

/** A value by label is looked for in this many characters. */
const MAX_FIELD = 160;
/** What stands between a label and its value. A table border, a colon and a "=" are firm; a space alone is not. */
const SEPARATORS =
  /[ \t]*(?:["'”]?[ \t]*(?:[（(][^（()）\n]{1,8}[)）][ \t]*)?[:：=|\t]+[ \t]*|\r?\n[ \t]*|[是为])?["'“]?/y;

/** Runs the label detectors behind a label. */
function matchLabelled(pass: Pass, labelled: readonly Detector[], label: Label, known?: "firm", word = ""): void {
  const named = labelled.filter(({ entityType }) => label.entityTypes.includes(entityType));
  if (named.length === 0) return;
  const { text } = pass.folded;
  SEPARATORS.lastIndex = label.end;
  const separator = SEPARATORS.exec(text)![0];
  const start = label.end + separator.length;
  const binding = known ?? bindingOf(text, separator, word, label.end - word.length, pass.options.ocr);
  if (!binding) return;
  const value = text.slice(start, endOfValue(text, start));
  for (const detector of named) matchValue(pass, detector, value, start, binding);
}

/** "firm": the separator says that a value follows; "weak": a space, or nothing; then the value must prove itself. */
function bindingOf(
  text: string,
  separator: string,
  word: string,
  start: number,
  isOcr = false,
): "firm" | "weak" | undefined {
  if (/[:：=|\t]/.test(separator)) return "firm";
  if (separator.includes("\n")) return start === 0 || text[start - 1] === "\n" ? "weak" : undefined;
  if (separator !== "") return "weak";
  return isOcr || /(?:姓 *名|户 *名|址)$/.test(word) ? "weak" : undefined;
}

/** Up to the next label, or the end of the third line. */
function endOfValue(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_FIELD);
  let lines = 0;
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && ++lines > 2) return at;
    if (classes[code]! & LABEL && isNextLabel(text, at, start)) return at;
  }
  return limit;
}

/** A label word inside a value (电话局路) is not one: a label is set off before or behind. */
function isNextLabel(text: string, at: number, start: number): boolean {
  const label = hanLabelAt(text, at);
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

function matchValue(pass: Pass, detector: Detector, value: string, start: number, binding: "firm" | "weak"): void {
  const { pattern } = detector;
  const lead = value.length - value.trimStart().length;
  const isFirm = binding === "firm" && !value.slice(0, lead).includes("\n");
  pattern.lastIndex = lead;
  const found = pattern.exec(value);
  if (!found || found[0] === "") return;
  const isValid = detector.validate?.(found[0]) ?? true;
  if (!isFirm && !(isValid && isClosed(value, lead + found[0].length))) return;
  const score = isValid ? detector.score.validInContext : detector.score.invalidInContext;
  if (score === undefined) return;
  const span = { start: start + lead, end: start + lead + found[0].length };
  const reason = isValid && detector.proof ? `label, ${detector.proof}` : "label";
  pass.matches.push({ entityType: detector.entityType, span, score, reason });
}

/** Without a firm separator a value must not be the beginning of a sentence. */
function isClosed(value: string, end: number): boolean {
  return !/^(?!先生|女士|小姐|同学|老师|经理)\p{Script=Han}/u.test(value.slice(end, end + 2));
}

/** What stands between the parts of one value: a line end and its indentation. */
const MAX_FIELD_GAP = 4;

/** The labels of a run of documents repeat for every row of a table. */
const labelTypes = new Map<string, readonly EntityType[]>();
/** Enough for the columns of many tables. */
const MAX_KNOWN_LABELS = 1000;

function typesOf(label: string): readonly EntityType[] {
  const known = labelTypes.get(label);
  if (known) return known;
  const types = labelOf(label)?.entityTypes ?? [];
  if (labelTypes.size >= MAX_KNOWN_LABELS) labelTypes.clear();
  labelTypes.set(label, types);
  return types;
}

function fieldsOf(folded: FoldedText, { labels = [] }: DetectOptions): Field[] {
  const fields: Field[] = [];
  for (const { span, label } of labels) {
    const entityTypes = typesOf(label);
    if (entityTypes.length === 0) continue;
    const end = foldedIndex(folded, span.end);
    fields.push({ start: foldedIndex(folded, span.start), end, reach: end, label, entityTypes });
  }
  for (let index = fields.length - 2; index >= 0; index--) {
    const [field, next] = [fields[index]!, fields[index + 1]!];
    const isContinued = next.label === field.label && folded.text.slice(field.end, next.start).trim() === "";
    if (isContinued && next.start - field.end <= MAX_FIELD_GAP) field.reach = next.reach;
  }
  return fields;
}

/** Quotes, spaces, and the specks and lines that OCR takes for dots and colons. */
const FIELD_LEAD = /^["'\s.·•:：,，*_|-]*/;

/** Label detectors on every part that has a label of its own. */
function matchFields(pass: Pass): void {
  const labelled = pass.wanted.filter(({ trigger }) => trigger.on === "label");
  for (const { start, end, reach, entityTypes } of pass.fields) {
    for (const detector of labelled) {
      if (!entityTypes.includes(detector.entityType)) continue;
      const lead = FIELD_LEAD.exec(pass.folded.text.slice(start, Math.min(end, start + 8)))![0].length;
      matchValue(
        pass,
        detector,
        pass.folded.text.slice(start + lead, Math.min(reach, start + MAX_FIELD)),
        start + lead,
        "firm",
      );
    }
  }
}

/** A name right after an identity number, as tickets print it, ends the line or stands alone. */
const NAME_AFTER_ID = /[ \t]{0,4}(\p{Script=Han}{2,4})(?=[ \t]*(?:\n|$)|[ \t]{2}|\t)/uy;

/** An identity number that was starred out where it was printed. */
const STARRED_ID = /\d{4,14}\*{4,12}\d{2,4}[\dXx]/g;

/** Names that only their neighbour gives away. */
function matchNeighbours({ folded: { text }, wanted, matches }: Pass): void {
  const name = wanted.find(({ entityType }) => entityType === "name");
  if (!name) return;
  const ends = matches.flatMap(({ entityType, span }) => (entityType === "id-card" ? [span.end] : []));
  if (text.includes("****"))
    for (const starred of text.matchAll(STARRED_ID)) ends.push(starred.index + starred[0].length);
  for (const start of ends) {
    NAME_AFTER_ID.lastIndex = start;
    const found = NAME_AFTER_ID.exec(text);
    if (!found?.[1] || !name.validate?.(found[1]) || name.score.validInContext === undefined) continue;
    const end = start + found[0].length;
    const place = { start: end - found[1].length, end };
    matches.push({
      entityType: "name",
      span: place,
      score: name.score.validInContext,
      reason: "next to id-card, surname",
    });
  }
}

function isInField(fields: readonly Field[], at: number, entityType: EntityType): boolean {
  let [low, high] = [0, fields.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fields[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const field = fields[low];
  return field !== undefined && field.start <= at && field.entityTypes.includes(entityType);
}
