import { contextAt, nearnessIn } from "./context.js";
import type { Label } from "./labels.js";
import { endAt, matchAt } from "./match-at.js";
import { add, isWanted, type Pass } from "./pass.js";

/** Letters and signs that OCR writes for a digit, behind it. */
const WRITTEN_FOR: readonly string[] = ["0OoDQ〇", "1Iil|", "2Zz", "5Ss", "6bG", "8B", "9qg"];
const CONFUSED = WRITTEN_FOR.map((written) => written.slice(1)).join("");
/** A number with such letters in it. */
const NUMBER = new RegExp(`[0-9${CONFUSED}](?:[ -]?[0-9${CONFUSED}]){9,20}(?:[ -]?[Xx])?(?![0-9A-Za-z])`, "y");
/** More in one number is a word or a code. */
const MAX_REPAIRS = 2;

/**
 * A number in which OCR took digits for letters. It counts when the repaired number passes a check, or when a label says
 * what it is. The span is that of the text as read.
 */
export function matchMisread(pass: Pass, at: number, last: Label | undefined): void {
  const { text } = pass.folded;
  const read = matchAt(NUMBER, text, at)?.[0];
  if (read === undefined) return;
  const { number, repairs } = repaired(read);
  if (repairs.length === 0 || repairs.length > MAX_REPAIRS) return;
  const { digits } = pass.engine;
  const context = contextAt(pass, at, last);
  for (const rule of [...digits.free, ...digits.named]) {
    const { detector, form } = rule;
    if (form.ocr || !isWanted(pass, detector) || endAt(form.pattern, number, 0) !== number.length) continue;
    const isValid = form.validate?.(number.replace(/[ -]/g, "").toUpperCase()) ?? true;
    const nearness = nearnessIn(context, detector.entityType);
    // Where a letter was read for a digit, a digit may have been read for another: then only the label is left.
    if ((isValid && form.proof?.includes("checksum")) || nearness === "named")
      add(pass, rule, { start: at, end: at + read.length }, isValid, nearness, repairs);
  }
}

/** The number that was meant, and what was changed: "repaired O→0 at 7", counted from 1 without separators. */
function repaired(read: string): { readonly number: string; readonly repairs: readonly string[] } {
  const repairs: string[] = [];
  let position = 0;
  const number = Array.from(read, (character) => {
    if (character === " " || character === "-") return character;
    position++;
    const digit = WRITTEN_FOR.find((written) => written.includes(character))?.[0];
    if (digit === undefined || digit === character) return character;
    repairs.push(`repaired ${character}→${digit} at ${position}`);
    return digit;
  }).join("");
  return { number, repairs };
}
