import type { EntityType } from "../detector.js";
import type { Labels } from "../labels.js";
import { ASCII_SIZE, choice, type PatternTree, sequence, treeOf } from "./pattern-tree.js";

/** Labels in Latin letters that name the same types. */
export interface LabelWords {
  readonly types: readonly EntityType[];
  readonly words: PatternTree;
}

/** The labels in Latin letters, by what they name: phoneNo, PHONE_NO, "phone no". */
export function labelWords({ latin }: Labels): LabelWords[] {
  const byTypes = new Map<string, { readonly types: readonly EntityType[]; readonly labels: string[] }>();
  for (const [label, types] of latin) {
    if (types.length === 0) continue;
    const known = byTypes.get(types.join()) ?? { types, labels: [] };
    byTypes.set(types.join(), known);
    known.labels.push(label);
  }
  return Array.from(byTypes.values(), ({ types, labels }) => ({
    types,
    words: choice([
      sequence([NO_LETTER_BEFORE, choice(labels.map((label) => labelTree(label)))]),
      sequence([SMALL_LETTER_BEFORE, choice(labels.map((label) => labelTree(label, true)))]),
    ]),
  }));
}

/** A label of Chinese detectors that happens to have no Chinese character: GPS. */
export function asciiHanLabels({ han }: Labels): PatternTree[] {
  const words = han.flat().map(({ word }) => word);
  const isAscii = (word: string) => Array.from(word).every((one) => one.charCodeAt(0) < ASCII_SIZE);
  return words.filter(isAscii).map((word) => sequence(Array.from(word, (one) => setFor(one))));
}

/** The number of a label (imei1), quotes and spaces behind it, and then a pattern. See `latinLabelBefore`. */
export function afterLabel(pattern: RegExp): PatternTree {
  return sequence([AFTER_LABEL, treeOf(pattern)]);
}

const AFTER_LABEL = treeOf(/[0-9]?["'*_`]{0,4} *[0-9]?/);
/** Where a label begins; with a capital in a longer word: userPhone. */
const NO_LETTER_BEFORE = treeOf(/(?<![A-Za-z])/);
const SMALL_LETTER_BEFORE = treeOf(/(?<=[a-z])/);
const WITHIN_LABEL = treeOf(/[0-9 _./'-]*/);

function labelTree(label: string, isCapital = false): PatternTree {
  return sequence(
    label
      .split(/[^a-z]+/)
      .flatMap((word, index) => [
        ...(index > 0 ? [WITHIN_LABEL] : []),
        ...Array.from(word, (letter, at) =>
          isCapital && index + at === 0 ? setFor(letter.toUpperCase()) : setFor(letter, letter.toUpperCase()),
        ),
      ]),
  );
}

const sets = new Map<string, PatternTree>();

function setFor(...characters: string[]): PatternTree {
  const key = characters.join("");
  const known = sets.get(key);
  if (known) return known;
  const set = new Uint8Array(ASCII_SIZE);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  const tree: PatternTree = { kind: "set", set };
  sets.set(key, tree);
  return tree;
}
