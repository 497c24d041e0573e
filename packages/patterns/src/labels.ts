import type { Detector, EntityType } from "./detector.js";
import { neutralLabels, neutralLatinLabels } from "./tables/neutral-labels.js";
import { unitAt } from "./unit-at.js";
import { pairHash, pushByPair } from "./unit-pairs.js";

/** A label that was recognised at a place. */
export interface Label {
  /** What it names; empty for labels such as 金额 whose values are of no entity type. */
  readonly entityTypes: readonly EntityType[];
  /** Index after the label's last character. */
  readonly end: number;
}

/** The label words of a set of detectors, ready for looking up. */
export interface Labels {
  /** Labels in Chinese characters whose first two are of one hash, longest first. */
  readonly han: readonly (readonly LabelWord[])[];
  /** Labels in Latin letters: lower case, words separated by single spaces. */
  readonly latin: ReadonlyMap<string, readonly EntityType[]>;
  /** By {@link pairHash} of two characters: the place of the labels that may begin with them in `han`, from 1 on; 0 for none. */
  readonly pairs: Uint16Array;
  /** The same for the last three letters of a Latin label. */
  readonly latinEnds: Uint8Array;
}

interface LabelWord {
  readonly word: string;
  readonly entityTypes: readonly EntityType[];
}

/**
 * The context words of detectors, and the labels whose values are of no entity type.
 *
 * @param options `ascii`: for texts without any other characters, so that none need be unpacked
 */
export function createLabels(
  detectors: readonly Detector[],
  { ascii = false }: { readonly ascii?: boolean } = {},
): Labels {
  const types = new Map<string, EntityType[]>();
  const add = (word: string, entityType?: EntityType) => {
    const key = isLatin(word) ? word.replace(/-/g, " ") : word;
    const known = types.get(key) ?? [];
    if (entityType && !known.includes(entityType)) known.push(entityType);
    types.set(key, known);
  };
  for (const { entityType, context = [], chineseContext } of detectors)
    for (const word of ascii ? context : [...(chineseContext?.() ?? []), ...context]) add(word, entityType);
  for (const word of ascii ? neutralLatinLabels : [...neutralLabels(), ...neutralLatinLabels]) add(word);
  const words = [...types].map(([word, entityTypes]) => ({ word, entityTypes }));
  const han: LabelWord[][] = [];
  const pairs = new Uint16Array(1 << 16);
  for (const label of words.filter(({ word }) => !isLatin(word)).sort((a, b) => b.word.length - a.word.length))
    pushByPair(han, pairs, label.word, label);
  const latinEnds = new Uint8Array(1 << 16);
  for (const { word } of words.filter((label) => isLatin(label.word) && label.entityTypes.length > 0))
    latinEnds[endHash(...lastThree(word, word.length))] = 1;
  return {
    han,
    latin: new Map(words.filter(({ word }) => isLatin(word)).map(({ word, entityTypes }) => [word, entityTypes])),
    pairs,
    latinEnds,
  };
}

function isLatin(word: string): boolean {
  return /^[a-z0-9 -]+$/.test(word);
}

/** A cheap look at the letters before `end`: false when no Latin label of an entity type ends there. */
export function endsLatinLabel({ latinEnds }: Labels, units: ArrayLike<number>, end: number): boolean {
  return latinEnds[endHash(units[end - 3] ?? 0, units[end - 2] ?? 0, units[end - 1] ?? 0)] !== 0;
}

/** Of three letters in lower case; of two, where what stands before them is no letter or they are a word of their own: qqNo. */
function endHash(first: number, second: number, third: number): number {
  const letter = isCapital(second) && !isCapital(first) ? 0 : first | 32;
  return ((letter >= 97 && letter <= 122 ? letter : 0) * 961 + (second | 32) * 31 + (third | 32)) & 0xffff;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function lastThree(text: string, end: number): [first: number, second: number, third: number] {
  return [unitAt(text, end - 3), unitAt(text, end - 2), unitAt(text, end - 1)];
}

/** A cheap look at two UTF-16 units: false when no label in Chinese characters begins with them. */
export function mayBeginLabel({ pairs }: Labels, first: number, second: number): boolean {
  return second === SPACE || pairs[pairHash(first, second)] !== 0;
}

const SPACE = 32;
/** Spaces that forms put between the characters of a short label: 姓　　名. */
const MAX_INNER_SPACES = 6;

/**
 * The label in Chinese characters that begins at `start`. Labels that follow one another directly count as one, named by
 * the last: 收件人 + 手机号.
 */
export function hanLabelAt(labels: Labels, text: string, start: number): Label | undefined {
  let label = singleLabelAt(labels, text, start);
  if (!label) return undefined;
  for (let next = singleLabelAt(labels, text, label.end); next; next = singleLabelAt(labels, text, next.end))
    label = next;
  return label;
}

function singleLabelAt({ han, pairs }: Labels, text: string, start: number): Label | undefined {
  const second = skipSpaces(text, start + 1);
  const place = pairs[pairHash(unitAt(text, start), unitAt(text, second))]!;
  if (place === 0) return undefined;
  for (const { word, entityTypes } of han[place - 1]!) {
    const end = endOfWord(text, start, word);
    if (end !== undefined) return { entityTypes, end };
  }
  return undefined;
}

function endOfWord(text: string, start: number, word: string): number | undefined {
  let at = start;
  for (let index = 0; index < word.length; index++) {
    if (index > 0) at = skipSpaces(text, at);
    if (unitAt(text, at) !== word.charCodeAt(index)) return undefined;
    at++;
  }
  return at;
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at - start < MAX_INNER_SPACES && unitAt(text, at) === SPACE) at++;
  return at;
}

/** The longest a label in Latin letters can be, words and separators. */
const MAX_LATIN_LENGTH = 32;
/** Quotes, emphasis and spaces between a label and its separator. */
const MAX_MARKS = 4;
const LATIN_PHRASE_END = /[A-Za-z][A-Za-z0-9 _./'-]*$/;

/** The label in Latin letters that ends where `end` is, separators and opening quotes left out. */
export function latinLabelBefore(labels: Labels, text: string, end: number): readonly EntityType[] | undefined {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) === 32) at--;
  while (at > 0 && end - at < MAX_MARKS && /["'”*_`]/.test(text[at - 1]!)) at--;
  // imei1, phone2
  if (at > 1 && isNumeral(text, at - 1) && !isNumeral(text, at - 2)) at--;
  if (labels.latinEnds[endHash(...lastThree(text, at))] === 0) return undefined;
  const phrase = LATIN_PHRASE_END.exec(text.slice(Math.max(0, at - MAX_LATIN_LENGTH), at))?.[0];
  return phrase === undefined ? undefined : latinLabel(labels, phrase);
}

function isNumeral(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
}

/** Labels that name their value only where they stand alone, as those of names do: size_mm is no password. */
const WHOLE_ONLY: ReadonlySet<string> = new Set(["mm"]);

/** What a Latin phrase such as "customer_phone" or "homeAddress" names. */
function latinLabel({ latin }: Labels, phrase: string): readonly EntityType[] | undefined {
  const words = phrase
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  const whole = latin.get(words.join(" "));
  if (whole) return whole;
  for (let from = Math.max(1, words.length - 3); from < words.length; from++) {
    const tail = words.slice(from).join(" ");
    const types = latin.get(tail);
    if (!types) continue;
    const isBare = from === words.length - 1 && types.includes("name");
    return isBare || WHOLE_ONLY.has(tail) ? undefined : types;
  }
  return undefined;
}

/** Column headers and printed labels are not longer; a longer text is a value. */
const MAX_LABEL_LENGTH = 16;
/** One wrong or missing character is forgiven from this length on. */
const MIN_TOLERANT_LENGTH = 3;
/** From this length on it says more than a label at its end, behind other words: 公民身分号码 is none of a telephone's. */
const LONG_LENGTH = 5;
/** Labels of one character, on waybills: a name, a telephone number and an address follow. */
const SINGLE_CHARACTER_LABELS: ReadonlySet<string> = new Set(["收", "寄"]);
const PARTY: readonly EntityType[] = ["address", "name", "phone"];

/** The label at the start of a text, see `labelOf`. */
export function labelIn(labels: Labels, text: string, options: { readonly ocr?: boolean } = {}): Label | undefined {
  const start = text.length - text.trimStart().length;
  const misread = (atLeast: number) => (options.ocr ? misreadLabel(labels, text, start, atLeast) : undefined);
  const label =
    hanLabelAt(labels, text, start) ??
    singleCharacterLabel(text, start) ??
    misread(LONG_LENGTH) ??
    qualifiedLabel(labels, text, start) ??
    (options.ocr ? alikeLabel(labels, text, start) : undefined) ??
    misread(MIN_TOLERANT_LENGTH) ??
    latinLabelOf(labels, text, start);
  return label && { ...label, end: afterSeparators(text, label.end) };
}

function afterSeparators(text: string, end: number): number {
  return end + /^[\s:：*(（[【]*/.exec(text.slice(end))![0].length;
}

function singleCharacterLabel(text: string, start: number): Label | undefined {
  const isAlone = start + 1 >= text.length || /[\s:：]/.test(text[start + 1]!);
  return isAlone && SINGLE_CHARACTER_LABELS.has(text[start]!) ? { entityTypes: PARTY, end: start + 1 } : undefined;
}

/** A label with words before it that are none: 宝妈手机号, 被访者姓名, WiFi密码, 联系QQ. */
function qualifiedLabel(labels: Labels, text: string, start: number): Label | undefined {
  const head = /^[^:：(（\s]{1,16}/.exec(text.slice(start))?.[0] ?? "";
  const isWhole = start + head.length >= text.length || /[:：(（]/.test(text[start + head.length]!);
  const [, han = "", latin = ""] = MIXED.exec(head) ?? [];
  if (!isWhole || han === "") return undefined;
  const end = start + head.length;
  if (latin !== "") {
    const entityTypes = latinLabel(labels, latin);
    return entityTypes && { entityTypes, end };
  }
  for (let from = 1; from < head.length - 1; from++) {
    const label = hanLabelAt(labels, head, from);
    if (label?.end !== head.length) continue;
    // Git地址, API地址: nobody lives there.
    return /^[A-Za-z]/.test(head) && label.entityTypes.includes("address") ? undefined : { ...label, end };
  }
  return undefined;
}

/** Words with Chinese characters among them, and the Latin letters they end in. */
const MIXED = /^([^\p{Script=Han}]{0,8}\p{Script=Han}.*?)([A-Za-z][A-Za-z_]*\d?)?$/u;

/** What OCR reads for the characters of labels of two, which are too short to forgive any slip. No pair with them is a word. */
const ALIKE: Readonly<Record<string, string>> = { 圵: "址", 扯: "址", 往: "住", 各: "名", 申: "电", 活: "话" };

function alikeLabel(labels: Labels, text: string, start: number): Label | undefined {
  const meant = Array.from(text.slice(start, start + 2), (character) => ALIKE[character] ?? character).join("");
  const label = text.startsWith(meant, start) ? undefined : singleLabelAt(labels, meant, 0);
  return label && { ...label, end: start + meant.length };
}

function misreadLabel({ han }: Labels, text: string, start: number, atLeast: number): Label | undefined {
  const bounded = /^\p{Script=Han}{2,12}(?=[\s:：\d]|$)/u.exec(text.slice(start, start + MAX_LABEL_LENGTH))?.[0] ?? "";
  if (bounded.length < atLeast) return undefined;
  for (const sameStart of han) {
    for (const { word, entityTypes } of sameStart) {
      if (word.length < MIN_TOLERANT_LENGTH || Math.abs(word.length - bounded.length) > 1) continue;
      if (isOneSlipAway(word, bounded)) return { entityTypes, end: start + bounded.length };
    }
  }
  return undefined;
}

/** Whether one character replaced, missing or added makes the second string of the first. */
function isOneSlipAway(word: string, read: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === read[start]) start++;
  let end = 0;
  while (end < Math.min(word.length, read.length) - start && word.at(-1 - end) === read.at(-1 - end)) end++;
  return word.length - start - end <= 1 && read.length - start - end <= 1;
}

function latinLabelOf(labels: Labels, text: string, start: number): Label | undefined {
  const phrase = /^[A-Za-z][A-Za-z _./'-]{1,31}\d?/.exec(text.slice(start))?.[0];
  if (phrase === undefined) return undefined;
  const after = text[start + phrase.length];
  const isLabel = after === undefined || /[:：=(（]/.test(after);
  const entityTypes = isLabel ? latinLabel(labels, phrase.trimEnd()) : undefined;
  return entityTypes && { entityTypes, end: start + phrase.trimEnd().length };
}
