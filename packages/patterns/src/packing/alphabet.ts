import { packedAlphabet } from "../tables/packed.js";
import { unpacker } from "./unpacker.js";

/** Contexts: how many characters there are, steps between them, how frequent each is. */
const [COUNT, STEP, FREQUENCY] = [0, 1, 2];
/** Of frequency. */
const CLASSES = 5;

let known: readonly string[] | undefined;

/** The characters of all packed words, the frequent ones first. */
export function alphabet(): readonly string[] {
  known ??= unpacked();
  return known;
}

function unpacked(): string[] {
  const { number } = unpacker(packedAlphabet);
  const byFrequency: string[][] = Array.from({ length: CLASSES }, () => []);
  let unit = 0;
  for (let count = number(COUNT); count > 0; count--) {
    unit += number(STEP);
    byFrequency[number(FREQUENCY)]!.push(String.fromCharCode(unit));
  }
  return byFrequency.flat();
}
