import type { EntityType } from "@tuhei/patterns";
import {
  countOf,
  createDistinctCounter,
  type DistinctCounter,
  type DistinctValues,
  hashOfValue,
  isEstimated,
} from "./distinct.js";
import { PERSON_KINDS, type PersonKind, personKey } from "./person-keys.js";

/** About how many persons all documents speak of. */
export interface PersonCount {
  readonly count: number;
  /** Some kind had more than 10,000 distinct values: about 1 % off. */
  readonly isEstimated: boolean;
}

/** Numbers of documents: one a person, where a person may have two phones. */
const DOCUMENT_NUMBERS: ReadonlySet<PersonKind> = new Set(PERSON_KINDS.slice(0, PERSON_KINDS.indexOf("phone")));
/** Kinds that are seldom given twice for one person; the others count only where a document has none of these. */
const FIRST_KINDS: ReadonlySet<PersonKind> = new Set(PERSON_KINDS.slice(0, PERSON_KINDS.indexOf("name") + 1));
/** How much more a document's number counts in the choice of the leading kind: people have up to two phones. */
const DOCUMENT_WEIGHT = 2;

type Counters = Map<PersonKind, DistinctCounter>;

/** What tells the persons of one document apart: plain data. */
export type PersonValues = ReadonlyMap<PersonKind, DistinctValues>;

/**
 * Estimates the persons behind findings. The rule: a document speaks of as many persons as it has distinct values of its
 * leading kind; that is the one of document numbers (doubled), phones and names that has most, or else of the weaker
 * kinds. Across documents a value counts once, and not at all where it stood beside a stronger kind that led.
 * No value is kept, only hashes (see {@link createDistinctCounter}).
 */
export function createPersons() {
  const leading: Counters = new Map();
  const linked: Counters = new Map();
  let unnamed = 0;

  return {
    /** Takes in a document that was read to its end. `isPersonal`: it has anything personal at all. */
    commit(document: PersonValues, isPersonal: boolean): void {
      const leader = leaderOf(document);
      if (leader === undefined) {
        if (isPersonal) unnamed++;
        return;
      }
      counterIn(leading, leader).merge(document.get(leader)!);
      for (const kind of PERSON_KINDS.slice(PERSON_KINDS.indexOf(leader) + 1)) {
        const values = document.get(kind);
        if (values) counterIn(linked, kind).merge(values);
      }
    },
    count(): PersonCount {
      let [count, isAbout] = [unnamed, false];
      for (const [kind, { values }] of leading) {
        const others = linked.get(kind)?.values ?? new Set();
        const all = createDistinctCounter();
        all.merge(others);
        all.merge(values);
        count += Math.max(0, countOf(all.values) - countOf(others));
        isAbout ||= isEstimated(all.values);
      }
      return { count, isEstimated: isAbout };
    },
  };
}

/** The persons that one document speaks of: `add` counts their values, `values` go to `commit`. */
export function createDocumentPersons() {
  const counters: Counters = new Map();
  return {
    values: (): PersonValues => new Map([...counters].map(([kind, { values }]) => [kind, values])),
    add(entityType: EntityType, value: string): void {
      const person = personKey(entityType, value);
      if (person) counterIn(counters, person.kind).add(hashOfValue(person.key));
    },
  };
}

function leaderOf(document: PersonValues): PersonKind | undefined {
  if (document.size === 0) return undefined;
  const kinds = PERSON_KINDS.filter((kind) => document.has(kind));
  const first = kinds.filter((kind) => FIRST_KINDS.has(kind));
  const weightOf = (kind: PersonKind) =>
    countOf(document.get(kind)!) * (DOCUMENT_NUMBERS.has(kind) ? DOCUMENT_WEIGHT : 1);
  // Of equal ones the first, which is the strongest.
  return (first.length > 0 ? first : kinds).reduce<PersonKind | undefined>(
    (best, kind) => (best === undefined || weightOf(kind) > weightOf(best) ? kind : best),
    undefined,
  );
}

function counterIn(counters: Counters, kind: PersonKind): DistinctCounter {
  const known = counters.get(kind);
  if (known) return known;
  const counter = createDistinctCounter();
  counters.set(kind, counter);
  return counter;
}
