import type { Detector } from "../detector.js";
import { enginesFor } from "../engine.js";
import { DEFAULT_MIN_SCORE, type DetectOptions } from "../matches.js";
import { LAST_ASCII } from "../normalize.js";
import { PARTS, runInParts } from "./in-parts.js";
import { type Machine, machineOf, ROW_BITS } from "./machine.js";
import type { Sign } from "./pattern-tree.js";
import { programOf } from "./program.js";
import { signsOf } from "./signs.js";

/** How far before a place where a look at bytes stops the value or label begins, at most, in bytes. */
export const FILTER_SIGHT = 1024;

/**
 * Tells of bytes, without decoding them, where `detect` can find nothing: most of a log. One look at each byte. Sound for
 * text in ASCII and whatever extends it; every other character counts as something.
 */
export interface ByteFilter {
  /**
   * The first place between two where something may have ended, or stands that is none of ASCII: what it is begins at most
   * {@link FILTER_SIGHT} bytes before. Looks at as many bytes before them. Undefined where nothing does.
   */
  find(bytes: Uint8Array, from: number, to: number): Stop | undefined;
  /** Whether something may end where the bytes do that were looked at last. */
  isOpen(): boolean;
}

/** Where a look at bytes stopped, and at what. */
export interface Stop {
  /** Behind the last byte that it took. */
  readonly at: number;
  /** Something that may be a value, the header of a table (which labels all that follows), or a character outside of ASCII. */
  readonly sign: Sign;
}

/** What a filter is for. */
export interface ByteFilterOptions extends Pick<DetectOptions, "detectors" | "minScore"> {}

const machines = new WeakMap<readonly Detector[], Map<boolean, Machine>>();
const NO_MORE: readonly Detector[] = [];
/** Shorter stretches are not worth looking at in parts. */
const MIN_IN_PARTS = 16 * FILTER_SIGHT;

/**
 * A filter for what `detect` finds with the same options. Making the first takes a tenth of a second: it is worth it for
 * megabytes. Undefined where a pattern of the caller's own cannot be read.
 */
export function createByteFilter({ detectors = NO_MORE, minScore }: ByteFilterOptions = {}): ByteFilter | undefined {
  const least = Math.min(
    DEFAULT_MIN_SCORE,
    ...(typeof minScore === "number" ? [minScore] : Object.values(minScore ?? {}).map(Number)),
  );
  const isUsual = least === DEFAULT_MIN_SCORE;
  const known = machines.get(detectors) ?? new Map<boolean, Machine>();
  machines.set(detectors, known);
  let machine = known.get(isUsual);
  if (!machine || machine.isFull) {
    machine = machineFor(detectors, isUsual ? least : 0);
    if (!machine) return undefined;
    known.set(isUsual, machine);
  }
  return filterOf(machine);
}

function machineFor(detectors: readonly Detector[], minScore: number): Machine | undefined {
  try {
    return machineOf(programOf(signsOf(enginesFor(detectors).any(), minScore)));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function filterOf(machine: Machine): ByteFilter {
  const { columns, table } = machine;
  let state = machine.start;
  /** Where the state stands. */
  let known: { readonly bytes: Uint8Array; readonly at: number } | undefined;

  /** From the state to the first stop. */
  function run(bytes: Uint8Array, from: number, to: number): Stop | undefined {
    let current = state;
    known = undefined;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      const next = table[(current << ROW_BITS) | columns[byte]!]!;
      if (next !== 0) {
        current = next;
        continue;
      }
      if (byte > LAST_ASCII) return { at: at + 1, sign: "foreign" };
      const stepped = machine.step(current, byte);
      current = stepped.state;
      if (stepped.sign !== undefined) {
        state = current;
        if (stepped.sign !== "foreign") known = { bytes, at: at + 1 };
        return { at: at + 1, sign: stepped.sign };
      }
    }
    state = current;
    known = { bytes, at: to };
    return undefined;
  }

  /** Comes to the state at a place, by what stands before it. False where that is none of ASCII: it may be a label. */
  function comeTo(bytes: Uint8Array, place: number): boolean {
    if (known?.bytes === bytes && known.at === place) return true;
    const from = Math.max(0, place - FILTER_SIGHT);
    state = machine.start;
    for (let stop = run(bytes, from, place); stop; stop = run(bytes, stop.at, place))
      if (stop.sign === "foreign") return false;
    return true;
  }

  /** Comes to the states where parts begin. False where something before one is none of ASCII. */
  function comeToAll(bytes: Uint8Array, from: number, length: number, states: Int32Array): boolean {
    const first = known?.bytes === bytes && known.at === from ? state : undefined;
    const sight = { from: from - FILTER_SIGHT, stride: length, count: FILTER_SIGHT };
    if (sight.from >= 0 && !runInParts(machine, states.fill(machine.start), bytes, sight)) {
      states[0] = first ?? states[0]!;
      return true;
    }
    for (const part of states.keys()) {
      if (!comeTo(bytes, from + part * length)) return false;
      states[part] = state;
    }
    return true;
  }

  /** The first stop in several parts of the same length. */
  function findInParts(bytes: Uint8Array, from: number, length: number): Stop | undefined {
    const states = new Int32Array(PARTS);
    if (!comeToAll(bytes, from, length, states)) return findInOne(bytes, from, from + PARTS * length);
    const halt = runInParts(machine, states, bytes, { from, stride: length, count: length });
    // What is first in the bytes may be in what was left of a part before.
    for (let part = 0; part <= (halt?.part ?? -1); part++) {
      state = states[part]!;
      const done = part < halt!.part ? halt!.at + 1 : halt!.at;
      const stop = run(bytes, from + part * length + done, from + (part + 1) * length);
      if (stop) return stop;
    }
    state = states[PARTS - 1]!;
    known = { bytes, at: from + PARTS * length };
    return undefined;
  }

  const findInOne = (bytes: Uint8Array, from: number, to: number): Stop | undefined =>
    comeTo(bytes, from) ? run(bytes, from, to) : { at: from, sign: "foreign" };

  return {
    find(bytes, from, to) {
      if (to - from < MIN_IN_PARTS) return findInOne(bytes, from, to);
      const length = Math.floor((to - from) / PARTS);
      return findInParts(bytes, from, length) ?? run(bytes, from + PARTS * length, to);
    },
    isOpen: () => machine.isOpen(state),
  };
}
