import type { Begins, Detector, Form, Trigger } from "./detector.js";
import { detectors } from "./detectors/index.js";
import { createLabels, type Label, type Labels, labelIn } from "./labels.js";
import { lazily } from "./lazily.js";
import { pushByPair } from "./unit-pairs.js";
import { mark } from "./unit-table.js";

/** A form with the detector that it belongs to. */
export interface Rule {
  readonly detector: Detector;
  readonly form: Form;
}

/** Rules of one trigger: `atLeast` is how many digits or characters they ask for, 0 where it does not matter. */
export interface Rules {
  /** Those that count without a label. */
  readonly free: readonly CountedRule[];
  /** Those that count only right behind their label. */
  readonly named: readonly CountedRule[];
}

/** A rule with what can be told of a place without running its pattern. */
export interface CountedRule extends Rule {
  readonly atLeast: number;
  readonly begins: Begins | undefined;
}

interface WordRules {
  readonly word: string;
  readonly rules: Rules;
}

/** A set of detectors made ready for the single pass: what to look at where. */
export interface Engine {
  /** Bits of {@link DIGIT} and the like of every UTF-16 unit. */
  readonly classes: Uint8Array;
  readonly labels: Labels;
  readonly digits: Rules;
  readonly codes: Rules;
  readonly characters: ReadonlyMap<number, Rules>;
  /** Those whose first two UTF-16 units are of one hash. */
  readonly words: readonly (readonly WordRules[])[];
  /** By {@link pairHash} of two units: the place of the words that may begin with them in `words`, from 1 on; 0 for none. */
  readonly wordPairs: Uint16Array;
  readonly atSign: Rules;
  /** What is looked for behind labels only. */
  readonly labelled: readonly Rule[];
  /** Fewer digits in a row are no number that any detector knows. */
  readonly minDigits: number;
  readonly minCode: number;
}

/** What may stop the pass at a character; bits. */
export const DIGIT = 1;
export const NUMBER_PREFIX = 2;
export const AT_SIGN = 4;
export const CHARACTER = 8;
export const LABEL = 16;
export const SEPARATOR = 32;
export const LETTER = 64;
export const WORD = 128;

/** A set of detectors made ready at first use. */
export interface Engines {
  /** For texts of ASCII alone, which have no label in Chinese characters. */
  readonly ascii: () => Engine;
  readonly any: () => Engine;
}

const byDetectors = new WeakMap<readonly Detector[], Engines>();

/** The engines of tuhei's own detectors, and of more when they are given. Made once for an array. */
export function enginesFor(more?: readonly Detector[]): Engines {
  const key = more && more.length > 0 ? more : detectors;
  const known = byDetectors.get(key);
  if (known) return known;
  const engines = enginesOf(key === detectors ? detectors : [...detectors, ...key]);
  byDetectors.set(key, engines);
  return engines;
}

/** Makes a set of detectors ready. */
export function enginesOf(all: readonly Detector[]): Engines {
  return { ascii: lazily(() => compile(all, true)), any: lazily(() => compile(all, false)) };
}

/**
 * The label at the start of a text: a column header ("手机号", "customer_phone"), or a printed label with or without its
 * value ("收件人：王小明"). `end` is after the colon and spaces.
 *
 * @param options `ocr`: the text was read by OCR, so one character may be wrong, missing or too many
 */
export function labelOf(text: string, options: { readonly ocr?: boolean } = {}): Label | undefined {
  return labelIn(enginesFor().any().labels, text, options);
}

function compile(all: readonly Detector[], ascii: boolean): Engine {
  const rules = all.flatMap((detector) => detector.forms.map((form) => counted(detector, form)));
  const on = (trigger: Trigger["on"]) => rules.filter(({ form }) => form.trigger.on === trigger);
  const labels = createLabels(all, { ascii });
  const characters = new Map<number, CountedRule[]>();
  for (const rule of rules)
    if (rule.form.trigger.on === "characters")
      for (const one of rule.form.trigger.characters) listAt(characters, one.charCodeAt(0)).push(rule);
  const words = new Map<string, CountedRule[]>();
  for (const rule of rules)
    if (rule.form.trigger.on === "words")
      for (const word of new Set(rule.form.trigger.words)) listAt(words, word).push(rule);
  const byPair: WordRules[][] = [];
  const wordPairs = new Uint16Array(1 << 16);
  for (const [word, ofWord] of words) pushByPair(byPair, wordPairs, word, { word, rules: parted(ofWord) });
  return {
    classes: classesOf(labels, characters.keys(), words.keys()),
    labels,
    digits: parted(on("digits")),
    codes: parted(on("code")),
    characters: new Map(Array.from(characters, ([unit, ofUnit]) => [unit, parted(ofUnit)])),
    words: byPair,
    wordPairs,
    atSign: parted(on("at-sign")),
    labelled: on("label"),
    minDigits: Math.min(...on("digits").map(({ atLeast }) => atLeast)),
    minCode: Math.min(...on("code").map(({ atLeast }) => atLeast)),
  };
}

function counted(detector: Detector, form: Form): CountedRule {
  const { atLeast = 0, begins }: { readonly on: string; readonly atLeast?: number; readonly begins?: Begins } =
    form.trigger;
  return { detector, form, atLeast, begins };
}

function parted(rules: readonly CountedRule[]): Rules {
  return {
    free: rules.filter(({ form }) => form.score.valid !== undefined),
    named: rules.filter(({ form }) => form.score.valid === undefined),
  };
}

function listAt<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function classesOf({ han }: Labels, characters: Iterable<number>, words: Iterable<string>): Uint8Array {
  const classes = new Uint8Array(1 << 16);
  mark(classes, "0123456789", DIGIT);
  mark(classes, "+(（", NUMBER_PREFIX);
  mark(classes, "@", AT_SIGN);
  mark(classes, ":：=\t|>】」是为為", SEPARATOR);
  mark(classes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", LETTER);
  mark(classes, words, WORD);
  for (const labels of han) for (const { word } of labels) mark(classes, [word], LABEL);
  for (const unit of characters) classes[unit]! |= CHARACTER;
  return classes;
}
