import { LAST_ASCII } from "../normalize.js";
import { type Machine, ROW_BITS } from "./machine.js";

/** Parts that are gone through beside each other: a step waits for the one before it, those of the other parts do not. */
export const PARTS = 4;

/** Where a look at parts came to a stop. */
export interface Halt {
  readonly part: number;
  /** Bytes of the part before the one that it stopped at. Parts before it are gone through up to behind this byte. */
  readonly at: number;
}

/**
 * Goes through parts of bytes beside each other, each from its own state on. Undefined where none of them came to a stop.
 *
 * @param states of the parts; where the look has come to afterwards
 * @param from where the first part begins, and every further one `stride` bytes behind the one before it
 * @param count bytes of each part that are looked at
 */
export function runInParts(
  machine: Machine,
  states: Int32Array,
  bytes: Uint8Array,
  { from, stride, count }: { readonly from: number; readonly stride: number; readonly count: number },
): Halt | undefined {
  for (let at = 0; ; at++) {
    at = runInFour(machine, states, bytes, from, stride, at, count);
    if (at === count) return undefined;
    for (const [part, state] of states.entries()) {
      const next = closer(machine, state, bytes[from + part * stride + at]!);
      if (next === 0) return { part, at };
      states[part] = next;
    }
  }
}

/** The state behind another; 0 where there is a stop. */
function closer(machine: Machine, state: number, byte: number): number {
  if (byte > LAST_ASCII) return 0;
  const stepped = machine.step(state, byte);
  return stepped.sign === undefined ? stepped.state : 0;
}

/** Goes on where the table has the next states of all parts. Returns how many bytes of each are done. */
function runInFour(
  { columns, table }: Machine,
  states: Int32Array,
  bytes: Uint8Array,
  from: number,
  stride: number,
  at: number,
  count: number,
): number {
  let [first, second, third, fourth] = [states[0]!, states[1]!, states[2]!, states[3]!];
  let place = from + at;
  for (const end = from + count; place < end; place++) {
    const next = table[(first << ROW_BITS) | columns[bytes[place]!]!]!;
    const next2 = table[(second << ROW_BITS) | columns[bytes[place + stride]!]!]!;
    const next3 = table[(third << ROW_BITS) | columns[bytes[place + 2 * stride]!]!]!;
    const next4 = table[(fourth << ROW_BITS) | columns[bytes[place + 3 * stride]!]!]!;
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
