import { type Baseline, createBaseline } from "./baseline.js";
import { isEntry } from "./baseline-entry.js";
import { isBaselineKey, keyedLetters } from "./baseline-key.js";

/** What a baseline begins with, whatever its key. */
const BASELINE_HEAD = "# tuhei baseline 1 ";
/** Bits that tell one key from another: 64. */
const KEY_LETTERS = 16;

/** Why a text is no baseline under a key. */
export type BaselineProblem =
  | { readonly kind: "format" }
  /** Another key, or a first line that was changed. */
  | { readonly kind: "key" }
  /** A line, from 1, that is not as it was written. */
  | { readonly kind: "line"; readonly line: number };

/**
 * The text of a baseline: a line that tells the key from others, then an entry a line, sorted. The same entries give the same
 * text, and nothing in it moves when lines, pages or other files do; branches merge line by line, in any order.
 *
 * @throws {TypeError} where the key is none
 */
export function formatBaseline(entries: Iterable<string>, key: string): string {
  if (!isBaselineKey(key)) throw new TypeError("baseline: Expected a key of createBaselineKey");
  return `${[firstLine(key), ...[...new Set(entries)].sort()].join("\n")}\n`;
}

/** The baseline in a text, or the first thing that is wrong with it. Order and repetitions, as merges leave them, are not. */
export function parseBaseline(
  text: string,
  key: string,
): { readonly baseline: Baseline } | { readonly problem: BaselineProblem } {
  if (!text.startsWith(BASELINE_HEAD)) return { problem: { kind: "format" } };
  const lines = text.split(/\r?\n/);
  if (lines[0] !== firstLine(key)) return { problem: { kind: "key" } };
  // A text that was cut off ends without a line end.
  if (lines.pop() !== "") return { problem: { kind: "line", line: lines.length + 1 } };
  const entries = lines.slice(1);
  const wrong = entries.findIndex((entry) => !isEntry(entry, key));
  if (wrong >= 0) return { problem: { kind: "line", line: wrong + 2 } };
  return { baseline: createBaseline(entries, key) };
}

function firstLine(key: string): string {
  return `${BASELINE_HEAD}${keyedLetters(key, ["key"], KEY_LETTERS)}`;
}
