import type { Detector, Form } from "./detector.js";
import { detectors } from "./detectors/index.js";
import { createLabels, type Label, type Labels, labelIn } from "./labels.js";

/** A form with the detector that it belongs to. */
export interface Rule {
  readonly detector: Detector;
  readonly form: Form;
}

/** A set of detectors made ready for the single pass: what to look at where. */
export interface Engine {
  /** {@link charClass} bits of every UTF-16 unit. */
  readonly classes: Uint8Array;
  readonly labels: Labels;
  readonly digits: readonly (Rule & { readonly atLeast: number })[];
  readonly codes: readonly (Rule & { readonly atLeast: number })[];
  readonly characters: ReadonlyMap<number, readonly Rule[]>;
  /** By their first two UTF-16 units as one number, see {@link pairOf}. */
  readonly words: ReadonlyMap<number, readonly (Rule & { readonly word: string })[]>;
  readonly atSign: readonly Rule[];
  readonly labelled: readonly Rule[];
  /** Fewer digits in a row are no number that any detector knows. */
  readonly minDigits: number;
  readonly minCode: number;
}

/** What may stop the pass at a character; bits. */
export const charClass = {
  digit: 1,
  numberPrefix: 2,
  atSign: 4,
  character: 8,
  label: 16,
  separator: 32,
  letter: 64,
  word: 128,
} as const;

const byDetectors = new WeakMap<readonly Detector[], Engine>();

/** The engine of tuhei's own detectors, and of more when they are given. Made once for an array. */
export function engineFor(more?: readonly Detector[]): Engine {
  const key = more && more.length > 0 ? more : detectors;
  const known = byDetectors.get(key);
  if (known) return known;
  const engine = compile(key === detectors ? detectors : [...detectors, ...key]);
  byDetectors.set(key, engine);
  return engine;
}

/**
 * The label at the start of a text: a column header ("手机号", "customer_phone"), or a printed label with or without its
 * value ("收件人：王小明"). `end` is after the colon and spaces.
 *
 * @param options `ocr`: the text was read by OCR, so one character may be wrong, missing or too many
 */
export function labelOf(text: string, options: { readonly ocr?: boolean } = {}): Label | undefined {
  return labelIn(engineFor().labels, text, options);
}

/** Makes a set of detectors ready. */
export function compile(all: readonly Detector[]): Engine {
  const rules = all.flatMap((detector) => detector.forms.map((form) => ({ detector, form })));
  const labels = createLabels(all);
  const digits = rules.flatMap((rule) => countedOn("digits", rule));
  const codes = rules.flatMap((rule) => countedOn("code", rule));
  const characters = new Map<number, Rule[]>();
  const words = new Map<number, (Rule & { word: string })[]>();
  for (const rule of rules) {
    const { trigger } = rule.form;
    if (trigger.on === "characters")
      for (const one of trigger.characters) listAt(characters, one.charCodeAt(0)).push(rule);
    if (trigger.on === "words")
      for (const word of trigger.words) listAt(words, pairOf(word, 0)).push({ ...rule, word });
  }
  return {
    classes: classesOf(labels, characters, words),
    labels,
    digits,
    codes,
    characters,
    words,
    atSign: rules.filter(({ form }) => form.trigger.on === "at-sign"),
    labelled: rules.filter(({ form }) => form.trigger.on === "label"),
    minDigits: Math.min(...digits.map(({ atLeast }) => atLeast)),
    minCode: Math.min(...codes.map(({ atLeast }) => atLeast)),
  };
}

function countedOn(on: "digits" | "code", rule: Rule): (Rule & { atLeast: number })[] {
  const { trigger } = rule.form;
  return trigger.on === on ? [{ ...rule, atLeast: trigger.atLeast }] : [];
}

function listAt<T>(map: Map<number, T[]>, key: number): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** Two UTF-16 units as one number. */
export function pairOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function classesOf(
  labels: Labels,
  characters: ReadonlyMap<number, unknown>,
  words: ReadonlyMap<number, readonly { readonly word: string }[]>,
): Uint8Array {
  const classes = new Uint8Array(1 << 16);
  const mark = (units: Iterable<number>, bit: number) => {
    for (const unit of units) classes[unit]! |= bit;
  };
  mark(unitsOf("0123456789"), charClass.digit);
  mark(unitsOf("+("), charClass.numberPrefix);
  mark(unitsOf("@"), charClass.atSign);
  mark(unitsOf(":：=\t"), charClass.separator);
  mark(unitsOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), charClass.letter);
  mark(labels.starts, charClass.label);
  mark(characters.keys(), charClass.character);
  for (const sameStart of words.values()) mark(unitsOf(sameStart[0]!.word[0]!), charClass.word);
  return classes;
}

function unitsOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}
