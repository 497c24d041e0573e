import type { Sign } from "./pattern-tree.js";
import type { Program, Step } from "./program.js";
import type { stepReader } from "./step-reader.js";

/** What looks behind say of a place. */
export interface Spot {
  readonly isStart: boolean;
  /** 1 for every look behind that has matched here. */
  readonly behind: Uint8Array;
}

/** What steps lead to without reading. */
export interface Reached {
  /** By number: those that depend on no look ahead have the number of their step. */
  readonly threads: readonly number[];
  readonly sign: Sign | undefined;
}

/** Follows steps that read nothing, and looks ahead. */
export interface FollowedSteps {
  /** Where steps lead to without reading. Notes looks behind that match at the place. */
  follow(from: readonly number[], place: Spot): Reached;
  /** Moves a thread on that depends on looks ahead, and them with it. */
  advance(thread: number, code: number, place: Spot): Reached;
  /** Where threads stand after a character that depend on no look ahead. */
  afterAll(threads: Iterable<number>, code: number): Set<number>;
  /** Whether a thread depends on looks ahead. */
  isLooking(thread: number): boolean;
  /** Whether a pattern has ended where a thread stands. */
  isAccept(thread: number): boolean;
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
const NO_THREADS: Reached = { threads: [], sign: undefined };

/** The steps of a program, followed; `after` reads them. */
export function followedSteps({ steps }: Program, after: ReturnType<typeof stepReader>): FollowedSteps {
  const threads: Thread[] = steps.map((_, step) => ({ step, pending: [] }));
  const numbers = new Map<string, number>();

  function numberOf(step: number, pending: readonly Pending[]): number {
    if (pending.length === 0) return step;
    const key = `${step}${pending.map(keyOf).join("")}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, threads.length);
    return threads.push({ step, pending }) - 1;
  }

  const isLooking = (number: number) => number >= steps.length;

  /** Whether a step that reads nothing goes on at a place. */
  function goesOn(step: Extract<Step, { kind: "start" | "behind" }>, { isStart, behind }: Spot): boolean {
    return step.kind === "start" ? isStart : (behind[step.look] === 1) !== step.isNegative;
  }

  function followWith(from: readonly number[], pending: readonly Pending[], place: Spot): Reached {
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
  function stands(from: readonly number[], place: Spot): { readonly at: readonly number[]; readonly isOver: boolean } {
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

  function afterAll(running: Iterable<number>, code: number): Set<number> {
    const next = new Set<number>();
    for (const number of running) {
      const step = isLooking(number) ? -1 : after(number, code);
      if (step >= 0) next.add(step);
    }
    return next;
  }

  function advance(thread: number, code: number, place: Spot): Reached {
    const { step, pending } = threads[thread]!;
    const left: Pending[] = [];
    for (const { isNegative, at } of pending) {
      const { at: now, isOver } = stands([...afterAll(at, code)], place);
      if (isOver ? isNegative : now.length === 0 && !isNegative) return NO_THREADS;
      if (!isOver && now.length > 0) left.push({ isNegative, at: now });
    }
    // A pattern that has ended waits for what must or must not follow.
    const next = steps[step]!.kind === "accept" ? step : after(step, code);
    return next < 0 ? NO_THREADS : followWith([next], left, place);
  }

  return {
    follow: (from, place) => followWith(from, [], place),
    advance,
    afterAll,
    isLooking,
    isAccept: (thread) => steps[threads[thread]!.step]!.kind === "accept",
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
