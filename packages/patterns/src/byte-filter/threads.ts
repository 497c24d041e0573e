import type { Sign } from "./pattern-tree.js";
import type { Program, Step } from "./program.js";

/** The threads of a program: where it stands behind some text. Found by what they are, so that the same are the same object. */
export interface Threads {
  readonly place: Place;
  /** Besides those that begin at the place. */
  readonly running: readonly number[];
}

/** Threads behind one more character; `sign` where a pattern has ended before it or with it. */
export interface Moved extends Threads {
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
  readonly reached: Map<number, Reached>;
  /** By thread that depends on looks ahead and the character before the place. */
  readonly advanced: Map<number, Reached>;
  /** By character behind the place: the steps that the threads begun here lead to. */
  readonly next: Map<number, readonly number[]>;
}

interface Reached {
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

/** Makes a program ready to run. */
export function simulationOf({ steps, start, behinds, lookOf }: Program): Simulation {
  /** By number; those that depend on no look ahead have the number of their step. */
  const threads: Thread[] = steps.map((_, step) => ({ step, pending: [] }));
  const numbers = new Map<string, number>();
  const places = new Map<string, Place>();

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

  /** The place behind a character to which looks behind have come with some steps. */
  function placeBehind(
    ofLooks: ReadonlyMap<number, readonly number[]>,
    isStart: boolean,
  ): { place: Place; running: Set<number> } {
    const draft = { id: 0, isStart, behind: new Uint8Array(behinds.length) } as Place;
    const running = new Set<number>();
    // Those that stand in others come first.
    for (const [look, first] of behinds.entries()) {
      for (const step of ofLooks.get(look) ?? NOTHING) {
        const { threads: reached, isOver } = isNested[look] ? lookReach(step, draft) : alwaysReached(step);
        for (const thread of reached) running.add(thread);
        if (isOver) draft.behind[look] = 1;
      }
      if (isNested[look] || canBeEmpty[look]) follow([first], [], draft);
    }
    const key = `${isStart}${draft.behind.join("")}`;
    const known = places.get(key);
    if (known) return { place: known, running };
    const place: Place = {
      ...draft,
      id: places.size,
      begun: new Set(),
      beginLooking: [],
      reached: new Map(),
      advanced: new Map(),
      next: new Map(),
    };
    place.begun = new Set(follow([start, ...behinds], [], { ...place, behind: draft.behind.slice() }).threads);
    place.beginLooking = [...place.begun].filter(isLooking);
    places.set(key, place);
    return { place, running };
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

  function after(index: number, code: number): number {
    const step = steps[index]!;
    return step.kind === "set" && step.set[code] === 1 ? step.next : -1;
  }

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

  function known(map: Map<number, Reached>, key: number, make: () => Reached): Reached {
    const before = map.get(key);
    if (before) return before;
    const made = make();
    map.set(key, made);
    return made;
  }

  function move({ place: before, running }: Threads, code: number): Moved {
    let ofBegun = before.next.get(code);
    if (!ofBegun) {
      ofBegun = [...afterAll(before.begun, code)];
      before.next.set(code, ofBegun);
    }
    const next = afterAll(running, code);
    for (const step of ofBegun) next.add(step);
    const ofLooks = new Map<number, number[]>();
    const ofPatterns: number[] = [];
    for (const step of next) {
      const look = lookOf[step]!;
      const same = look < 0 ? ofPatterns : ofLooks.get(look);
      if (same) same.push(step);
      else ofLooks.set(look, [step]);
    }
    const { place, running: all } = placeBehind(ofLooks, false);
    let sign: Sign | undefined;
    const take = (reached: Reached) => {
      for (const thread of reached.threads) if (!place.begun.has(thread)) all.add(thread);
      sign = strongest(sign, reached.sign);
    };
    for (const step of ofPatterns) take(known(place.reached, step, () => follow([step], [], place)));
    const takeLooking = (number: number) =>
      take(known(place.advanced, (number << CODE_BITS) | code, () => advance(threads[number]!, code, place)));
    before.beginLooking.forEach(takeLooking);
    for (const number of running) if (isLooking(number)) takeLooking(number);
    return { place, running: [...all].sort((a, b) => a - b), sign };
  }

  return {
    start: { place: placeBehind(new Map(), true).place, running: [] },
    move,
    isOpen: ({ place, running }) =>
      [...place.begun, ...running].some((number) => steps[threads[number]!.step]!.kind === "accept"),
  };
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
