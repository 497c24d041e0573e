import type { EntityType } from "@tuhei/patterns";
import { createDistinctCounter, type DistinctCounter, hashOfValue } from "./distinct.js";
import { personKey } from "./person-keys.js";

/**
 * Children in one document: distinct identity numbers, and the records that have a date of birth which none of these
 * numbers has. Holds dates of 14 years at most, no values.
 */
export interface Children {
  /** @param birthDate `YYYYMMDD`, of a child; a date counts once a record */
  add(entityType: EntityType, value: string, birthDate: string, record: string): void;
  readonly numbers: DistinctCounter;
  /** Records with a date of birth and no number to it. */
  withoutNumber(): number;
}

/** None yet. */
export function createChildren(): Children {
  const numbers = createDistinctCounter();
  const datesOfNumbers = new Set<string>();
  const recordsByDate = new Map<string, { records: number; last: string }>();
  return {
    numbers,
    add(entityType, value, birthDate, record) {
      const person = entityType === "birth-date" ? undefined : personKey(entityType, value);
      if (person) {
        numbers.add(hashOfValue(person.key));
        datesOfNumbers.add(birthDate);
        return;
      }
      const seen = recordsByDate.get(birthDate);
      if (seen?.last !== record) recordsByDate.set(birthDate, { records: (seen?.records ?? 0) + 1, last: record });
    },
    withoutNumber: () =>
      [...recordsByDate].reduce((sum, [date, { records }]) => (datesOfNumbers.has(date) ? sum : sum + records), 0),
  };
}
