import type { Detector } from "../detector.js";
import { enginesFor } from "../engine.js";
import { DEFAULT_MIN_SCORE, type DetectOptions } from "../matches.js";
import { LAST_ASCII } from "../normalize.js";
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
  /** Whether nothing begins or ends between two places. Looks at up to {@link FILTER_SIGHT} bytes before them. */
  isQuiet(bytes: Uint8Array, from: number, to: number): boolean;
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
/** Shorter stretches are not worth looking at four places at once. */
const MIN_IN_FOUR = 16 * FILTER_SIGHT;

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

  /** The state behind one; 0 where there is a stop. */
  function closer(current: number, byte: number): number {
    if (byte > LAST_ASCII) return 0;
    const stepped = machine.step(current, byte);
    return stepped.sign === undefined ? stepped.state : 0;
  }

  function isQuietInFour(bytes: Uint8Array, from: number, length: number): boolean {
    const states = new Int32Array(4);
    for (const part of states.keys()) {
      if (!comeTo(bytes, from + part * length)) return false;
      states[part] = state;
    }
    for (let at = 0; ; at++) {
      at = runInFour(machine, states, bytes, from, length, at);
      if (at === length) break;
      for (const [part, current] of states.entries()) {
        const next = closer(current, bytes[from + part * length + at]!);
        if (next === 0) return false;
        states[part] = next;
      }
    }
    state = states[3]!;
    known = { bytes, at: from + 4 * length };
    return true;
  }

  const find = (bytes: Uint8Array, from: number, to: number): Stop | undefined =>
    comeTo(bytes, from) ? run(bytes, from, to) : { at: from, sign: "foreign" };

  return {
    isQuiet(bytes, from, to) {
      if (to - from < MIN_IN_FOUR) return find(bytes, from, to) === undefined;
      const length = (to - from) >> 2;
      return isQuietInFour(bytes, from, length) && run(bytes, from + 4 * length, to) === undefined;
    },
    find,
    isOpen: () => machine.isOpen(state),
  };
}

/**
 * Goes on in four parts of bytes at once: a step waits for the one before it, those of the other parts do not. Returns the place
 * in the parts where a closer look must be taken in one of them, or their length.
 */
function runInFour(
  { columns, table }: Machine,
  states: Int32Array,
  bytes: Uint8Array,
  from: number,
  length: number,
  at: number,
): number {
  let [first, second, third, fourth] = [states[0]!, states[1]!, states[2]!, states[3]!];
  let place = from + at;
  for (const end = from + length; place < end; place++) {
    const next = table[(first << ROW_BITS) | columns[bytes[place]!]!]!;
    const next2 = table[(second << ROW_BITS) | columns[bytes[place + length]!]!]!;
    const next3 = table[(third << ROW_BITS) | columns[bytes[place + 2 * length]!]!]!;
    const next4 = table[(fourth << ROW_BITS) | columns[bytes[place + 3 * length]!]!]!;
    if (next === 0 || next2 === 0 || next3 === 0 || next4 === 0) break;
    first = next;
    second = next2;
    third = next3;
    fourth = next4;
  }
  states[0] = first;
  states[1] = second;
  states[2] = third;
  states[3] = fourth;
  return place - from;
}
