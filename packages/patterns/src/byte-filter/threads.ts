import { createMarks } from "./marks.js";
import { ASCII_SIZE, type Sign } from "./pattern-tree.js";
import type { Program, Step } from "./program.js";

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

/** What looks behind say of a place, and what follows from it; the same for every place of which they say the same. */
interface Place {
  readonly id: number;
  readonly isStart: boolean;
  /** 1 for every look behind that has matched here. */
  readonly behind: Uint8Array;
  /** Threads that begin here, those of looks behind among them. */
  begun: ReadonlySet<number>;
  /** Those of them that depend on looks ahead. */
  beginLooking: readonly number[];
  /** By step: where it leads to here without reading. */
  readonly reached: (Reached | undefined)[];
  /** By thread that depends on looks ahead and the character before the place. */
  readonly advanced: Map<number, Reached>;
  /** By character behind the place: the steps that the threads begun here lead to. */
  readonly next: (readonly number[] | undefined)[];
}

interface Reached {
  /** Without those that begin at the place. */
  readonly threads: readonly number[];
  readonly sign: Sign | undefined;
}

/** A look ahead that a thread depends on: where it stands. */
interface Pending {
  readonly isNegative: boolean;
  readonly at: readonly number[];
}

/** Where a thread of the program stands. */
interface Thread {
  readonly step: number;
  readonly pending: readonly Pending[];
}

/** More looks ahead of one thread are not followed: more is taken for a match then. */
const MAX_LOOKS = 6;
/** Characters of ASCII, as a power of two. */
const CODE_BITS = 7;
const NOTHING: readonly number[] = [];
/** Keeps apart the hashes that are added up. */
const HASH_FACTOR = 31;

/** Makes a program ready to run. */
export function simulationOf(program: Program): Simulation {
  const { steps, start, behinds, lookOf } = program;
  const after = readingOf(program);
  /** By number; those that depend on no look ahead have the number of their step. */
  const threads: Thread[] = steps.map((_, step) => ({ step, pending: [] }));
  const numbers = new Map<string, number>();
  const places = new Map<string, Place>();
  /** By the steps that looks behind have come to. */
  const placesBehind = new Map<string, Reached & { readonly place: Place }>();
  const alike = new Map<number, Threads[]>();
  let count = 0;

  function numberOf(step: number, pending: readonly Pending[]): number {
    if (pending.length === 0) return step;
    const key = `${step}${pending.map(keyOf).join("")}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, threads.length);
    return threads.push({ step, pending }) - 1;
  }

  /** Whether a thread depends on looks ahead. */
  function isLooking(number: number): boolean {
    return number >= steps.length;
  }

  /** Whether a step that reads nothing goes on at a place. */
  function goesOn(step: Extract<Step, { kind: "start" | "behind" }>, { isStart, behind }: Place): boolean {
    return step.kind === "start" ? isStart : (behind[step.look] === 1) !== step.isNegative;
  }

  /** Where steps lead to without reading. Notes looks behind that match at the place. */
  function follow(from: readonly number[], pending: readonly Pending[], place: Place): Reached {
    const reached = new Set<number>();
    let sign: Sign | undefined;
    const seen = new Set<string>();
    const visit = (index: number, looks: readonly Pending[]): void => {
      const step = steps[index]!;
      if (step.kind === "set") reached.add(numberOf(index, looks));
      else if (step.kind === "accept") {
        if (looks.length > 0) reached.add(numberOf(index, looks));
        else sign = strongest(sign, step.sign);
      } else if (step.kind === "split") {
        const key = looks.length === 0 ? String(index) : `${index}${looks.map(keyOf).join("")}`;
        if (seen.size === seen.add(key).size) return;
        for (const target of step.targets) visit(target, looks);
      } else if (step.kind === "ahead") {
        const look = stands([step.start], place);
        if (look.isOver || look.at.length === 0) {
          if (look.isOver !== step.isNegative) visit(step.next, looks);
        } else visit(step.next, withLook(looks, { isNegative: step.isNegative, at: look.at }));
      } else if (step.kind === "end-of-behind") place.behind[step.look] = 1;
      else if (step.kind !== "end-of-ahead" && goesOn(step, place)) visit(step.next, looks);
    };
    for (const index of from) visit(index, pending);
    return { threads: [...reached], sign };
  }

  /** Where a look ahead stands that has come to some steps, and whether it has matched. */
  function stands(from: readonly number[], place: Place): { readonly at: readonly number[]; readonly isOver: boolean } {
    const at = new Set<number>();
    let isOver = false;
    const seen = new Set<number>();
    const visit = (index: number): void => {
      if (seen.size === seen.add(index).size) return;
      const step = steps[index]!;
      if (step.kind === "set") at.add(index);
      else if (step.kind === "end-of-ahead") isOver = true;
      else if (step.kind === "split") step.targets.forEach(visit);
      else if ((step.kind === "start" || step.kind === "behind") && goesOn(step, place)) visit(step.next);
    };
    from.forEach(visit);
    return { at: [...at].sort((a, b) => a - b), isOver };
  }

  /** The place behind a character to which looks behind have come with some steps, which are ascending. */
  function placeBehind(stepsOfLooks: readonly number[], isStart: boolean): Reached & { readonly place: Place } {
    const key = `${isStart}${stepsOfLooks.join()}`;
    const before = placesBehind.get(key);
    if (before) return before;
    const draft = { id: 0, isStart, behind: new Uint8Array(behinds.length) } as Place;
    const running = new Set<number>();
    // Those that stand in others come first.
    for (const [look, first] of behinds.entries()) {
      for (const step of stepsOfLooks) {
        if (lookOf[step] !== look) continue;
        const { threads: reached, isOver } = isNested[look] ? lookReach(step, draft) : alwaysReached(step);
        for (const thread of reached) running.add(thread);
        if (isOver) draft.behind[look] = 1;
      }
      if (isNested[look] || canBeEmpty[look]) follow([first], [], draft);
    }
    const made = { place: placeOf(draft), threads: [...running], sign: undefined };
    placesBehind.set(key, made);
    return made;
  }

  function placeOf({ isStart, behind }: Place): Place {
    const key = `${isStart}${behind.join("")}`;
    const known = places.get(key);
    if (known) return known;
    const place: Place = {
      id: places.size,
      isStart,
      behind,
      begun: new Set(),
      beginLooking: [],
      reached: [],
      advanced: new Map(),
      next: [],
    };
    place.begun = new Set(follow([start, ...behinds], [], { ...place, behind: behind.slice() }).threads);
    place.beginLooking = [...place.begun].filter(isLooking);
    places.set(key, place);
    return place;
  }

  /** Where a step of a look behind leads to without reading, and whether it is over then. */
  function lookReach(step: number, place: Place): { readonly threads: readonly number[]; readonly isOver: boolean } {
    const look = lookOf[step]!;
    const here = { ...place, behind: place.behind.slice() };
    here.behind[look] = 0;
    const { threads: reached } = follow([step], [], here);
    return { threads: reached, isOver: here.behind[look] === 1 };
  }

  const nowhere = { isStart: false, behind: new Uint8Array(behinds.length) } as Place;
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

  /** Where threads stand after a character that depend on no look ahead. */
  function afterAll(running: Iterable<number>, code: number): Set<number> {
    const next = new Set<number>();
    for (const number of running) {
      const step = isLooking(number) ? -1 : after(number, code);
      if (step >= 0) next.add(step);
    }
    return next;
  }

  /** Moves a thread on that depends on looks ahead, and them with it. */
  function advance({ step, pending }: Thread, code: number, place: Place): Reached {
    const left: Pending[] = [];
    for (const { isNegative, at } of pending) {
      const { at: now, isOver } = stands([...afterAll(at, code)], place);
      if (isOver ? isNegative : now.length === 0 && !isNegative) return { threads: NOTHING, sign: undefined };
      if (!isOver && now.length > 0) left.push({ isNegative, at: now });
    }
    // A pattern that has ended waits for what must or must not follow.
    const next = steps[step]!.kind === "accept" ? step : after(step, code);
    return next < 0 ? { threads: NOTHING, sign: undefined } : follow([next], left, place);
  }

  /** Of what follows from a place, what does not begin there anyway. */
  function besidesBegun({ threads: reached, sign }: Reached, { begun }: Place): Reached {
    return { threads: reached.filter((thread) => !begun.has(thread)), sign };
  }

  function reachedAt(place: Place, step: number): Reached {
    place.reached[step] ??= besidesBegun(follow([step], [], place), place);
    return place.reached[step];
  }

  function advancedAt(place: Place, number: number, code: number): Reached {
    const key = (number << CODE_BITS) | code;
    const known = place.advanced.get(key);
    if (known) return known;
    const made = besidesBegun(advance(threads[number]!, code, place), place);
    place.advanced.set(key, made);
    return made;
  }

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
    const reachedByLooks = placeBehind([...ofLooks.values()].sort(ascending), false);
    const { place } = reachedByLooks;
    let sign: Sign | undefined;
    const take = (reached: Reached) => {
      for (const number of reached.threads) (isLooking(number) ? looking : running).add(number);
      sign = strongest(sign, reached.sign);
    };
    take(reachedByLooks);
    for (const step of ofPatterns.values()) take(reachedAt(place, step));
    for (const number of before.beginLooking) take(advancedAt(place, number, code));
    for (const number of from.looking) take(advancedAt(place, number, code));
    return { threads: threadsAt(place), sign };
  }

  const marksOf = (step: number) => (lookOf[step]! >= 0 ? ofLooks : ofPatterns);

  return {
    start: threadsAt(placeBehind([], true).place),
    move,
    isOpen: ({ place, running, looking }) =>
      [...place.begun, ...running, ...looking].some((number) => steps[threads[number]!.step]!.kind === "accept"),
  };
}

/** Which step each step leads to with a character; -1 where it does not read it. */
function readingOf({ steps }: Program): (step: number, code: number) => number {
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

function ascending(first: number, second: number): number {
  return first - second;
}

/** What was recognised, where several things were. */
export function strongest(first: Sign | undefined, second: Sign | undefined): Sign | undefined {
  return first === "table" || second === undefined ? first : second;
}

function keyOf({ isNegative, at }: Pending): string {
  return `${isNegative ? "!" : "="}${at.join()}`;
}

function withLook(looks: readonly Pending[], look: Pending): readonly Pending[] {
  const key = keyOf(look);
  if (looks.length >= MAX_LOOKS || looks.some((one) => keyOf(one) === key)) return looks;
  return [...looks, look].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
