import type { FollowedSteps, Reached, Spot } from "./followed-steps.js";
import type { Program } from "./program.js";
import { CODE_BITS } from "./step-reader.js";

/** What looks behind say of a place, and what follows from it; the same for every place of which they say the same. */
export interface Place extends Spot {
  readonly id: number;
  /** Threads that begin here, those of looks behind among them. */
  readonly begun: ReadonlySet<number>;
  /** Those of them that depend on looks ahead. */
  readonly beginLooking: readonly number[];
  /** By step: where it leads to here without reading. */
  readonly reached: (Reached | undefined)[];
  /** By thread that depends on looks ahead and the character before the place. */
  readonly advanced: Map<number, Reached>;
  /** By character behind the place: the steps that the threads begun here lead to. */
  readonly next: (readonly number[] | undefined)[];
}

/** The places of a program, by what looks behind say of them. */
export interface Places {
  /** The place behind a character to which looks behind have come with some steps, which are ascending; their threads run on. */
  behind(stepsOfLooks: readonly number[], isStart: boolean): Reached & { readonly place: Place };
  /** Where a step leads to at a place, without what begins there anyway. */
  reached(place: Place, step: number): Reached;
  /** The same of a thread that depends on looks ahead, behind a character. */
  advanced(place: Place, thread: number, code: number): Reached;
}

/** Makes places as they are needed. */
export function placesOf({ steps, start, behinds, lookOf }: Program, followed: FollowedSteps): Places {
  const { follow, advance, isLooking } = followed;
  const places = new Map<string, Place>();
  /** By the steps that looks behind have come to. */
  const placesBehind = new Map<string, ReturnType<Places["behind"]>>();

  function placeBehind(stepsOfLooks: readonly number[], isStart: boolean): ReturnType<Places["behind"]> {
    const key = `${isStart}${stepsOfLooks.join()}`;
    const before = placesBehind.get(key);
    if (before) return before;
    const draft = { isStart, behind: new Uint8Array(behinds.length) };
    const running = new Set<number>();
    // Those that stand in others come first.
    for (const [look, first] of behinds.entries()) {
      for (const step of stepsOfLooks) {
        if (lookOf[step] !== look) continue;
        const { threads: reached, isOver } = isNested[look] ? lookReach(step, draft) : alwaysReached(step);
        for (const thread of reached) running.add(thread);
        if (isOver) draft.behind[look] = 1;
      }
      if (isNested[look] || canBeEmpty[look]) follow([first], draft);
    }
    const made = { place: placeOf(draft), threads: [...running], sign: undefined };
    placesBehind.set(key, made);
    return made;
  }

  function placeOf({ isStart, behind }: Spot): Place {
    const key = `${isStart}${behind.join("")}`;
    const known = places.get(key);
    if (known) return known;
    const begun = new Set(follow([start, ...behinds], { isStart, behind: behind.slice() }).threads);
    const beginLooking = [...begun].filter(isLooking);
    const place: Place = {
      ...{ id: places.size, isStart, behind, begun, beginLooking },
      ...{ reached: [], advanced: new Map(), next: [] },
    };
    places.set(key, place);
    return place;
  }

  /** Where a step of a look behind leads to without reading, and whether it is over then. */
  function lookReach(step: number, place: Spot): { readonly threads: readonly number[]; readonly isOver: boolean } {
    const look = lookOf[step]!;
    const here = { ...place, behind: place.behind.slice() };
    here.behind[look] = 0;
    const { threads: reached } = follow([step], here);
    return { threads: reached, isOver: here.behind[look] === 1 };
  }

  const nowhere = { isStart: false, behind: new Uint8Array(behinds.length) };
  const reachOfSteps = new Map<number, ReturnType<typeof lookReach>>();

  /** The same of a look behind that depends on no other, and is so everywhere. */
  function alwaysReached(step: number): ReturnType<typeof lookReach> {
    const known = reachOfSteps.get(step) ?? lookReach(step, nowhere);
    reachOfSteps.set(step, known);
    return known;
  }

  const isNested = behinds.map(() => false);
  for (const [index, { kind }] of steps.entries())
    if ((kind === "behind" || kind === "start") && lookOf[index]! >= 0) isNested[lookOf[index]!] = true;
  const canBeEmpty = behinds.map((first) => lookReach(first, nowhere).isOver);

  /** Of what follows from a place, what does not begin there anyway. */
  function besidesBegun({ threads: reached, sign }: Reached, { begun }: Place): Reached {
    return { threads: reached.filter((thread) => !begun.has(thread)), sign };
  }

  function reachedAt(place: Place, step: number): Reached {
    place.reached[step] ??= besidesBegun(follow([step], place), place);
    return place.reached[step];
  }

  function advancedAt(place: Place, number: number, code: number): Reached {
    const key = (number << CODE_BITS) | code;
    const known = place.advanced.get(key);
    if (known) return known;
    const made = besidesBegun(advance(number, code, place), place);
    place.advanced.set(key, made);
    return made;
  }

  return { behind: placeBehind, reached: reachedAt, advanced: advancedAt };
}
