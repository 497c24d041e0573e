import { ESCAPE, ESCAPE_START, unescaped } from "../escapes.js";
import { LAST_ASCII } from "../normalize.js";
import { strongest } from "./followed-steps.js";
import { ASCII_SIZE, type Sign } from "./pattern-tree.js";
import type { Program, Step } from "./program.js";
import { simulationOf, type Threads } from "./threads.js";

/** A deterministic automaton over ASCII, made as far as texts ask for it (Cox, Regular Expression Matching in the Wild, 2010). */
export interface Machine {
  /** Column of {@link Machine.table} by byte; those outside of ASCII have the first. */
  readonly columns: Uint8Array;
  /** The state behind another, at its row and a column; 0 where a closer look must be taken: {@link Machine.step}. */
  readonly table: Uint16Array;
  /** The state at the start of a text. */
  readonly start: number;
  /** The state behind one, made where it is not yet; `sign` where something was recognised on the way. */
  step(state: number, code: number): Stepped;
  /** Whether something is recognised when the text ends in a state. */
  isOpen(state: number): boolean;
  /** Whether no more states are made: what would need one is taken for a character outside of ASCII. */
  readonly isFull: boolean;
}

/** Where a step leads to. */
export interface Stepped {
  readonly state: number;
  readonly sign: Sign | undefined;
}

/** A row of {@link Machine.table} has so many columns, as a power of two: one for each class of ASCII, and the first. */
export const ROW_BITS = 7;
/** A table of 4 MB. Logs need some hundreds to thousands. */
const MAX_STATES = 16_384;

interface State {
  readonly threads: Threads;
  /** What may become an escape; the threads stand before it. */
  readonly held: string;
}

/** The machine of a program, over text whose escapes stand for what they mean (`escapes.ts`). */
export function machineOf(program: Program): Machine {
  const columns = columnsOf(program.steps);
  const table = new Uint16Array((MAX_STATES + 1) << ROW_BITS);
  const simulation = simulationOf(program);
  const states: State[] = [];
  const ids = new Map<string, number>();
  /** Steps with a sign: they are looked up, so that the table stops at them. */
  const signed = new Map<number, Stepped>();

  function idOf(state: State): number {
    const key = `${state.threads.id}:${state.held}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = states.push(state);
    ids.set(key, id);
    return id;
  }

  /** Takes a character up, or holds it back where it may be part of an escape. */
  function behind(
    { held, threads: from }: State,
    code: number,
  ): { readonly next: State; readonly sign: Sign | undefined } {
    let [threads, text, sign]: [Threads, string, Sign | undefined] = [
      from,
      held + String.fromCharCode(code),
      undefined,
    ];
    while (text !== "" && !ESCAPE_START.test(text)) {
      const meant = WHOLE_ESCAPE.test(text) ? (unescaped(text) ?? FOREIGN) : undefined;
      for (const unit of unitsOf(meant ?? text[0]!)) {
        if (unit > LAST_ASCII) sign = "foreign";
        else {
          const moved = simulation.move(threads, unit);
          sign = strongest(sign, moved.sign);
          threads = moved.threads;
        }
      }
      text = meant === undefined ? text.slice(1) : "";
    }
    return { next: { threads, held: text }, sign };
  }

  const start = idOf({ threads: simulation.start, held: "" });
  return {
    columns,
    table,
    start,
    step(state, code) {
      const place = (state << ROW_BITS) | columns[code]!;
      const known = table[place]!;
      if (known !== 0) return { state: known, sign: undefined };
      const withSign = signed.get(place);
      if (withSign) return withSign;
      if (states.length >= MAX_STATES) return { state: start, sign: "foreign" };
      const { next, sign } = behind(states[state - 1]!, code);
      const stepped = { state: idOf(next), sign };
      if (sign === undefined) table[place] = stepped.state;
      else signed.set(place, stepped);
      return stepped;
    },
    isOpen(state) {
      const { held, threads: from } = states[state - 1]!;
      let threads = from;
      for (const unit of unitsOf(held)) {
        const moved = simulation.move(threads, unit);
        if (moved.sign !== undefined) return true;
        threads = moved.threads;
      }
      return simulation.isOpen(threads);
    },
    get isFull() {
      return states.length >= MAX_STATES;
    },
  };
}

/** An escape from its first character to its last; one of a run of percent signs. */
const WHOLE_ESCAPE = new RegExp(`^(?:${ESCAPE.source.replace(/\+$/, "")})$`);
/** Any character that is none of ASCII: what percent signs stand for that no text is made of. */
const FOREIGN = "\ufffd";

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** What escapes are made of. */
const IN_ESCAPES = '0123456789ABCDEFXabcdefhimnopqrstux\\"/&#;%';

/**
 * Characters that no step tells apart share a column; each that escapes are made of has its own.
 *
 * @throws {SyntaxError} when patterns tell all characters apart
 */
function columnsOf(steps: readonly Step[]): Uint8Array {
  const sets = new Set<Uint8Array>();
  for (const step of steps) if (step.kind === "set") sets.add(step.set);
  let classes = Array.from({ length: ASCII_SIZE }, (_, code) =>
    IN_ESCAPES.includes(String.fromCharCode(code)) ? code + 1 : 0,
  );
  const numbered = (keys: readonly number[]) => {
    const numbers = new Map<number, number>();
    return keys.map((key) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  };
  for (const set of sets) classes = numbered(classes.map((one, code) => 2 * one + set[code]!));
  if (Math.max(...classes) + 1 >= 1 << ROW_BITS)
    throw new SyntaxError("patterns that tell every control character apart");
  const columns = new Uint8Array(256);
  for (const [code, one] of classes.entries()) columns[code] = one + 1;
  return columns;
}
