import { followedSteps, type Reached, strongest } from "./followed-steps.js";
import { createMarks } from "./marks.js";
import type { Sign } from "./pattern-tree.js";
import { type Place, placesOf } from "./places.js";
import type { Program } from "./program.js";
import { stepReader } from "./step-reader.js";

/** The threads of a program: where it stands behind some text. The same are the same object. */
export interface Threads {
  readonly id: number;
  readonly place: Place;
  /** Besides those that begin at the place, in any order: threads that depend on no look ahead, and those that do. */
  readonly running: Int32Array;
  readonly looking: Int32Array;
}

/** Threads behind one more character. */
export interface Moved {
  readonly threads: Threads;
  /** Where a pattern has ended before the character or with it. */
  readonly sign: Sign | undefined;
}

/** Runs all threads of a program side by side. */
export interface Simulation {
  /** At the start of a text. */
  readonly start: Threads;
  move(threads: Threads, code: number): Moved;
  /** Whether a pattern ends when the text does. */
  isOpen(threads: Threads): boolean;
}

/** Keeps apart the hashes that are added up. */
const HASH_FACTOR = 31;

/** Makes a program ready to run. */
export function simulationOf(program: Program): Simulation {
  const { lookOf } = program;
  const after = stepReader(program);
  const followed = followedSteps(program, after);
  const { afterAll, isLooking } = followed;
  const places = placesOf(program, followed);
  const alike = new Map<number, Threads[]>();
  let count = 0;

  const [ofLooks, ofPatterns, running, looking] = [createMarks(), createMarks(), createMarks(), createMarks()];

  /** Those of {@link running} and {@link looking}: the same object where they are known. */
  function threadsAt(place: Place): Threads {
    const hash = HASH_FACTOR * place.id + running.hash() + HASH_FACTOR * looking.hash();
    const bucket = alike.get(hash | 0) ?? [];
    const known = bucket.find((one) => one.place === place && running.are(one.running) && looking.are(one.looking));
    if (known) return known;
    const made = { id: count++, place, running: running.values().slice(), looking: looking.values().slice() };
    alike.set(hash | 0, [...bucket, made]);
    return made;
  }

  function move(from: Threads, code: number): Moved {
    const { place: before } = from;
    for (const marks of [ofLooks, ofPatterns, running, looking]) marks.clear();
    before.next[code] ??= [...afterAll(before.begun, code)];
    for (const step of before.next[code]) marksOf(step).add(step);
    for (const number of from.running) {
      const step = after(number, code);
      if (step >= 0) marksOf(step).add(step);
    }
    const reachedByLooks = places.behind([...ofLooks.values()].sort(ascending), false);
    const { place } = reachedByLooks;
    let sign: Sign | undefined;
    const take = (reached: Reached) => {
      for (const number of reached.threads) (isLooking(number) ? looking : running).add(number);
      sign = strongest(sign, reached.sign);
    };
    take(reachedByLooks);
    for (const step of ofPatterns.values()) take(places.reached(place, step));
    for (const number of before.beginLooking) take(places.advanced(place, number, code));
    for (const number of from.looking) take(places.advanced(place, number, code));
    return { threads: threadsAt(place), sign };
  }

  const marksOf = (step: number) => (lookOf[step]! >= 0 ? ofLooks : ofPatterns);

  return {
    start: threadsAt(places.behind([], true).place),
    move,
    isOpen: ({ place, running, looking }) => [...place.begun, ...running, ...looking].some(followed.isAccept),
  };
}

function ascending(first: number, second: number): number {
  return first - second;
}
