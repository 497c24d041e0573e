import { type EntityType, type LegalClass, legalClassOf } from "@tuhei/patterns";
import { createChildren } from "./legal/children.js";
import { countOf, createDistinctCounter, type DistinctValues, isEstimated } from "./legal/distinct.js";
import { birthDateOfMinor } from "./legal/minors.js";
import { createDocumentPersons, createPersons, type PersonCount, type PersonValues } from "./legal/persons.js";
import {
  addCounts,
  countRecord,
  type LegalCounts,
  type LegalRecord,
  noCounts,
  recordOf,
  type SensitiveKind,
} from "./legal/record.js";
import type { Finding } from "./model/finding.js";

/** Reference counts by Chinese law. Never a verdict: what counts in a case is for a court. */
export interface LegalSummary {
  /** The day on which ages were told, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** 法释〔2017〕10号 第五条 第一款（三）至（五）. `business` items identify organisations and count nowhere else. */
  readonly items: Readonly<Record<LegalClass["tier"], number>>;
  /** 第五条 第一款（六）: items of each class by its threshold, added up. The figure that the article names is 1. */
  readonly ratio: number;
  /** Persons spoken of, about; the rule is told at `createPersons`. */
  readonly persons: PersonCount;
  /** 《个人信息保护法》第二十八条: sensitive items by kind. */
  readonly pipl28: { readonly items: number; readonly byKind: Readonly<Partial<Record<SensitiveKind, number>>> };
  /** GB/T 45574-2025 附录 A has the kinds of the law; `aggregatedRecords` hold a name with an address or identity number. */
  readonly gbt45574: LegalSummary["pipl28"] & { readonly aggregatedRecords: number };
  /** GB/T 35273-2020 附录 B. */
  readonly gbt35273: { readonly items: number; readonly byKind: LegalCounts["gbt35273"] };
  /** Children under 14 by an identity number or date of birth, and all items in their records. */
  readonly minors: PersonCount & { readonly items: number };
}

/** 法释〔2017〕10号 第五条 第一款（三）（四）（五）: items. */
export const legalThresholds = { property: 50, transaction: 500, general: 5_000 } as const;

/** What one document counts for: plain data, which may pass from one process to another. Numbers and hashes, no values. */
export interface LegalDocument {
  readonly counts: LegalCounts;
  readonly persons: PersonValues;
  /** Distinct identity numbers of children, and the records with only their dates of birth. */
  readonly children: { readonly numbers: DistinctValues; readonly withoutNumber: number };
}

/** Takes the findings of one document one at a time, in the order in which `scan` gives them. */
export interface LegalTally {
  /** The value is hashed or read for a date of birth and not kept. */
  add(finding: Finding, value: string): void;
  /** To be asked for once, when the document was read to its end. */
  document(): LegalDocument;
}

/** Counts over all documents of a run. */
export interface LegalCounter {
  add(document: LegalDocument): void;
  /** What was added so far. */
  summary(): LegalSummary;
}

/** How a summary is made. */
export interface LegalSummaryOptions {
  /** The day of the run, `YYYYMMDD`. */
  readonly today: string;
  /** Left out: the classes of tuhei's own detectors. */
  readonly classOf?: (entityType: EntityType) => LegalClass;
}

/** Counts the findings of one document by the classes of the law. */
export function createLegalTally({ today, classOf = legalClassOf }: LegalSummaryOptions): LegalTally {
  const counts = noCounts();
  const persons = createDocumentPersons();
  const children = createChildren();
  let record: LegalRecord = { items: new Map(), isMinors: false };
  let place: string | undefined;

  function finishRecord(): void {
    countRecord(record, counts, classOf);
    record = { items: new Map(), isMinors: false };
  }

  return {
    add(finding, value) {
      const { entityType } = finding;
      const next = recordOf(finding);
      if (next !== place) finishRecord();
      place = next;
      record.items.set(entityType, (record.items.get(entityType) ?? 0) + 1);
      persons.add(entityType, value);
      const birthDate = birthDateOfMinor(entityType, value, today);
      if (birthDate === undefined) return;
      record.isMinors = true;
      children.add(entityType, value, birthDate, next);
    },
    document() {
      finishRecord();
      const { values: numbers } = children.numbers;
      return { counts, persons: persons.values(), children: { numbers, withoutNumber: children.withoutNumber() } };
    },
  };
}

/**
 * Adds up documents, in constant memory: numbers, and hashes of at most 10,000 distinct values a kind, then sketches of
 * 16 kB.
 */
export function createLegalSummary({ today }: Pick<LegalSummaryOptions, "today">): LegalCounter {
  const total = noCounts();
  const persons = createPersons();
  const childrenByNumber = createDistinctCounter();
  let childrenByDate = 0;

  function add(document: LegalDocument): void {
    addCounts(total, document.counts);
    childrenByNumber.merge(document.children.numbers);
    childrenByDate += document.children.withoutNumber;
    const { general, transaction, property } = document.counts.tiers;
    persons.commit(document.persons, general + transaction + property > 0);
  }

  function summary(): LegalSummary {
    const sensitive = { items: sumOf(total.sensitive), byKind: sorted(total.sensitive) };
    return {
      asOf: today.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
      items: { ...total.tiers },
      ratio: ratioOf(total.tiers),
      persons: persons.count(),
      pipl28: sensitive,
      gbt45574: { ...sensitive, aggregatedRecords: total.aggregatedRecords },
      gbt35273: { items: sumOf(total.gbt35273), byKind: sorted(total.gbt35273) },
      minors: {
        count: countOf(childrenByNumber.values) + childrenByDate,
        isEstimated: isEstimated(childrenByNumber.values),
        items: total.minorItems,
      },
    };
  }

  return { add, summary };
}

function ratioOf(tiers: LegalSummary["items"]): number {
  return (
    tiers.property / legalThresholds.property +
    tiers.transaction / legalThresholds.transaction +
    tiers.general / legalThresholds.general
  );
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** A copy in order of name: the same findings give the same report in whatever order they came. */
function sorted<Counts extends Readonly<Record<string, number>>>(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))) as Counts;
}
