import { diceOf } from "../people.ts";

/** Seeded choices; the same seed makes the same ones. */
export interface Chance {
  /** From `least` to `most`, both included. */
  readonly from: (least: number, most: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Several different choices, in their order. */
  readonly some: <T>(choices: readonly T[], count: number) => readonly T[];
  /** True in one of so many cases. */
  readonly oneIn: (cases: number) => boolean;
  readonly digits: (count: number) => string;
  /** Characters of an alphabet. */
  readonly letters: (alphabet: string, count: number) => string;
  /** What each of `count` turns makes. */
  readonly times: <T>(count: number, make: (index: number) => T) => readonly T[];
}

/** Choices that follow a seed. */
export function chanceOf(seed: number): Chance {
  const dice = diceOf(seed);
  const from = (least: number, most: number) => least + dice(most - least + 1);
  const pick = <T>(choices: readonly T[]): T => choices[dice(choices.length)]!;
  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const letters = (alphabet: string, count: number) => times(count, () => alphabet[dice(alphabet.length)]!).join("");
  return {
    from,
    pick,
    times,
    letters,
    oneIn: (cases) => dice(cases) === 0,
    digits: (count) => letters("0123456789", count),
    some: (choices, count) => {
      const left = choices.map((_, index) => index);
      const taken = times(Math.min(count, left.length), () => left.splice(dice(left.length), 1)[0]!);
      return taken.sort((a, b) => a - b).map((index) => choices[index]!);
    },
  };
}
