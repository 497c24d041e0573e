import { packedAlphabet } from "../tables/packed.js";
import { unpacker } from "./unpacker.js";

/** Contexts: how many characters there are, steps between them, how frequent each is. */
const [COUNT, STEP, FREQUENCY] = [0, 1, 2];
/** Of frequency. */
const CLASSES = 5;

let known: readonly number[] | undefined;

/** The UTF-16 units of all packed words, the frequent ones first. */
export function alphabet(): readonly number[] {
  known ??= unpacked();
  return known;
}

function unpacked(): number[] {
  const { number } = unpacker(packedAlphabet);
  const byFrequency: number[][] = Array.from({ length: CLASSES }, () => []);
  let unit = 0;
  for (let count = number(COUNT); count > 0; count--) {
    unit += number(STEP);
    byFrequency[number(FREQUENCY)]!.push(unit);
  }
  return byFrequency.flat();
}
