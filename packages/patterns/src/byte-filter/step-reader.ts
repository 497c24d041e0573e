import { ASCII_SIZE } from "./pattern-tree.js";
import type { Program } from "./program.js";

/** Characters of ASCII, as a power of two. */
export const CODE_BITS = 7;

/** Which step each step leads to with a character; -1 where it does not read it. */
export function stepReader({ steps }: Program): (step: number, code: number) => number {
  const sets = new Map<Uint8Array, number>();
  const [setOf, next] = [new Int32Array(steps.length), new Int32Array(steps.length)];
  for (const [index, step] of steps.entries()) {
    const set = step.kind === "set" ? step.set : NO_CHARACTER;
    const number = sets.get(set) ?? sets.size;
    sets.set(set, number);
    setOf[index] = number;
    if (step.kind === "set") next[index] = step.next;
  }
  const has = new Uint8Array(sets.size << CODE_BITS);
  for (const [set, number] of sets) has.set(set, number << CODE_BITS);
  return (step, code) => (has[(setOf[step]! << CODE_BITS) | code] === 1 ? next[step]! : -1);
}

const NO_CHARACTER = new Uint8Array(ASCII_SIZE);
