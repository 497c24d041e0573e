import { ASCII_SIZE, choice, type PatternTree, type Sign, sequence } from "./pattern-tree.js";

/** A step of a program; `next` and the like are indices of steps. */
export type Step =
  | { readonly kind: "set"; readonly set: Uint8Array; readonly next: number }
  | { readonly kind: "split"; readonly targets: number[] }
  | { readonly kind: "accept"; readonly sign: Sign }
  /** Goes on where something else holds: from a start of its own up to the end of a look. */
  | { readonly kind: "ahead"; readonly isNegative: boolean; readonly start: number; readonly next: number }
  /** Goes on where a look behind has (not) just matched. */
  | { readonly kind: "behind"; readonly isNegative: boolean; readonly look: number; readonly next: number }
  | { readonly kind: "start"; readonly next: number }
  | { readonly kind: "end-of-ahead" }
  | { readonly kind: "end-of-behind"; readonly look: number };

/** Patterns made ready to run beside each other (Thompson, Regular Expression Search Algorithm, 1968). */
export interface Program {
  readonly steps: readonly Step[];
  /** Where every pattern begins, at every character of the text. */
  readonly start: number;
  /** Where each look behind begins, those that stand in others first. */
  readonly behinds: readonly number[];
  /** Of every step, the look behind that it belongs to; -1 for those of patterns. */
  readonly lookOf: Int16Array;
}

/** From so many on, how often a part is repeated is not counted: the program matches more then, with fewer steps. */
const COUNTED = 48;

/**
 * "more": the steps may match more than the tree. "look": so too, and they have no looks ahead. "exact": they match what the
 * tree matches, or there are none.
 */
type Mode = "more" | "look" | "exact";

/** A part that the steps cannot match exactly. */
class Inexact extends Error {}

/**
 * The program of patterns, each of which ends with signs. It misses nothing that one of them matches in ASCII; here and there
 * it takes more for a match.
 */
export function programOf(patterns: readonly PatternTree[]): Program {
  const steps: Step[] = [];
  const behinds: number[] = [];
  const lookOf: number[] = [];
  const known = new Map<string, number>();
  let look = -1;

  const add = (step: Step): number => {
    lookOf.push(look);
    return steps.push(step) - 1;
  };

  /** Steps that were made of a tree, by what they lead to: patterns go on alike. */
  const made = new Map<PatternTree, Map<number, number>>();
  const accepts = new Map<Sign, number>();

  function compile(tree: PatternTree, next: number, mode: Mode): number {
    if (mode !== "more" || (tree.kind !== "sequence" && tree.kind !== "choice")) return compileAnew(tree, next, mode);
    const ofTree = made.get(tree) ?? new Map<number, number>();
    made.set(tree, ofTree);
    const before = ofTree.get(next);
    if (before !== undefined) return before;
    const step = compileAnew(tree, next, mode);
    ofTree.set(next, step);
    return step;
  }

  function acceptOf(sign: Sign): number {
    const step = accepts.get(sign) ?? add({ kind: "accept", sign });
    accepts.set(sign, step);
    return step;
  }

  function compileAnew(tree: PatternTree, next: number, mode: Mode): number {
    switch (tree.kind) {
      case "set":
        return add({ kind: "set", set: tree.set, next });
      case "sequence":
        return tree.parts.reduceRight((after, part) => compile(part, after, mode), next);
      case "choice":
        return add({ kind: "split", targets: tree.parts.map((part) => compile(part, next, mode)) });
      case "repeat":
        return compileRepeat(tree.part, tree.least, tree.most, next, mode);
      case "sign":
        return acceptOf(tree.sign);
      case "start":
        return add({ kind: "start", next });
      case "look":
        return tree.isAhead ? compileAhead(tree, next, mode) : compileBehind(tree, next, mode);
      default:
        if (mode === "exact") throw new Inexact();
        return tree.kind === "again" ? compile(tree.part, next, mode) : next;
    }
  }

  function compileRepeat(part: PatternTree, least: number, most: number, next: number, mode: Mode): number {
    const isEndless = most === Infinity || (mode !== "exact" && most >= COUNTED);
    let after = next;
    if (isEndless) {
      const targets = [next];
      after = add({ kind: "split", targets });
      targets.push(compile(part, after, mode));
    } else
      for (let times = least; times < most; times++)
        after = add({ kind: "split", targets: [next, compile(part, after, mode)] });
    for (let times = 0; times < least; times++) after = compile(part, after, mode);
    return after;
  }

  function compileAhead({ isNegative, part }: Look, next: number, mode: Mode): number {
    if (mode !== "more") {
      if (mode === "exact") throw new Inexact();
      return next;
    }
    const start = followable(part, isNegative, (one) =>
      compile(closed(one), add({ kind: "end-of-ahead" }), isNegative ? "exact" : "look"),
    );
    return start === undefined ? next : add({ kind: "ahead", isNegative, start, next });
  }

  function compileBehind({ isNegative, part }: Look, next: number, mode: Mode): number {
    const isExact = isNegative || mode === "exact";
    const index = followable(part, isNegative && mode !== "exact", (one) =>
      lookBehind(one, isExact ? "exact" : "look"),
    );
    return index === undefined ? next : add({ kind: "behind", isNegative, look: index, next });
  }

  /** What is made of a look; where it must not be in front of several things, of those among them that are exact. */
  function followable(part: PatternTree, isParted: boolean, make: (part: PatternTree) => number): number | undefined {
    if (!isParted) return make(part);
    const whole = tried(() => make(part));
    if (whole !== undefined || part.kind !== "choice") return whole;
    const exact = part.parts.filter((one) => tried(() => make(one)) !== undefined);
    return exact.length === 0 ? undefined : make(choice(exact));
  }

  function lookBehind(part: PatternTree, mode: Mode): number {
    const key = `${mode}${keyOf(part)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const outer = look;
    // Those that stand inside come first.
    const trial = steps.length;
    look = NESTED;
    let start: number;
    const end = add({ kind: "end-of-behind", look: NESTED });
    try {
      start = compile(part, end, mode);
    } finally {
      look = outer;
    }
    const index = behinds.push(start) - 1;
    steps[end] = { kind: "end-of-behind", look: index };
    for (let step = trial; step < steps.length; step++) if (lookOf[step] === NESTED) lookOf[step] = index;
    known.set(key, index);
    return index;
  }

  function tried(make: () => number): number | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Inexact)) throw error;
      return undefined;
    }
  }

  const start = add({ kind: "split", targets: patterns.map((tree) => compile(tree, -1, "more")) });
  return { steps, start, behinds, lookOf: Int16Array.from(lookOf) };
}

type Look = Extract<PatternTree, { kind: "look" }>;
/** Steps of a look behind whose number is not known yet. */
const NESTED = -2;

/** What a look ahead holds, with a look at the one character behind it taken as that character: at its end it comes to the same. */
function closed(tree: PatternTree): PatternTree {
  if (tree.kind === "choice") return choice(tree.parts.map(closed));
  if (tree.kind === "sequence")
    return sequence(tree.parts.map((part, at) => (at < tree.parts.length - 1 ? part : closed(part))));
  if (tree.kind !== "look" || !tree.isAhead) return tree;
  const set = singleSet(tree.part);
  if (!set) return tree;
  return { kind: "set", set: tree.isNegative ? set.map((has) => 1 - has) : set };
}

/** The characters of a pattern that matches one of them. */
function singleSet(tree: PatternTree): Uint8Array | undefined {
  if (tree.kind === "set") return tree.set;
  if (tree.kind !== "choice") return undefined;
  const all = new Uint8Array(ASCII_SIZE);
  for (const part of tree.parts) {
    const set = singleSet(part);
    if (!set) return undefined;
    for (let code = 0; code < ASCII_SIZE; code++) all[code]! |= set[code]!;
  }
  return all;
}

const setIds = new Map<Uint8Array, number>();

/** The same for trees that are alike. */
function keyOf(tree: PatternTree): string {
  if (tree.kind === "set") {
    const id = setIds.get(tree.set) ?? setIds.size;
    setIds.set(tree.set, id);
    return String(id);
  }
  if (tree.kind === "sequence" || tree.kind === "choice") return `${tree.kind}(${tree.parts.map(keyOf).join()})`;
  if (tree.kind === "repeat") return `${keyOf(tree.part)}{${tree.least},${tree.most}}`;
  if (tree.kind === "look") return `${tree.isAhead}${tree.isNegative}(${keyOf(tree.part)})`;
  return tree.kind === "again" ? `again(${keyOf(tree.part)})` : tree.kind;
}
