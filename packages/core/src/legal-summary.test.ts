import { type EntityType, type LegalClass, legalClassOf } from "@tuhei/patterns";
import { describe, expect, test } from "vitest";
import { personOf, withIdCheck } from "../../../tests/builders/people.js";
import { createLegalSummary, createLegalTally, type LegalSummary } from "./legal-summary.js";
import type { Finding, Place } from "./model/finding.js";

const TODAY = "20261123";
/** What stands in one record: type and value. */
type Item = readonly [EntityType, string];

/** Documents of lines of items, each document committed. */
function summaryOf(...documents: readonly (readonly (readonly Item[])[])[]): LegalSummary {
  const legal = createLegalSummary({ today: TODAY });
  for (const lines of documents) {
    const tally = createLegalTally({ today: TODAY, classOf });
    lines.forEach((items, line) => {
      for (const [entityType, value] of items) tally.add(findingAt(entityType, { page: 0, line, quads: [] }), value);
    });
    legal.add(tally.document());
  }
  return legal.summary();
}

/** As a user's own detector may be classed. */
function classOf(entityType: EntityType): LegalClass {
  return entityType === "custom-track" ? { tier: "property", sensitive: "tracking" } : legalClassOf(entityType);
}

function findingAt(entityType: EntityType, place: Place): Finding {
  return { entityType, score: 1, reason: "checksum", place };
}

/** Rows as in an export: name, identity number, phone. */
function rowOf(seed: number): Item[] {
  const { name, idCard, phone } = personOf(seed);
  return [
    ["name", name],
    ["id-card", idCard],
    ["phone", phone],
  ];
}

const repeated = (count: number, ...items: readonly Item[]) => Array.from({ length: count }, () => [...items]);
const childId = (birth: string) => withIdCheck(`330106${birth}102`);

describe("法释〔2017〕10号 第五条", () => {
  test("nothing found is nothing counted", () => {
    expect(summaryOf([])).toMatchObject({
      asOf: "2026-11-23",
      items: { general: 0, transaction: 0, property: 0, business: 0 },
      ratio: 0,
      persons: { count: 0, isEstimated: false },
      minors: { count: 0, items: 0 },
    });
  });

  test.each([
    [0, 0, 4_999, 0.9998],
    [0, 0, 5_000, 1],
    [0, 499, 0, 0.998],
    [0, 500, 0, 1],
    [49, 0, 0, 0.98],
    [50, 0, 0, 1],
    [20, 200, 1_000, 1],
    [10, 100, 500, 0.5],
  ])("%d, %d and %d items add up to %d by the ratio rule", (property, transaction, general, ratio) => {
    const summary = summaryOf([
      ...repeated(property, ["custom-track", "12:00 西湖"]),
      ...repeated(transaction, ["tracking-number", "SF1385628716739"]),
      ...repeated(general, ["phone", "13900001234"]),
    ]);
    expect(summary.items).toEqual({ general, transaction, property, business: 0 });
    expect(summary.ratio).toBeCloseTo(ratio, 10);
  });

  test("codes of organisations are counted apart and not in the ratio", () => {
    const { items, ratio, persons } = summaryOf([[["social-credit-code", "91110000600037341L"]]]);
    expect(items).toEqual({ general: 0, transaction: 0, property: 0, business: 1 });
    expect([ratio, persons.count]).toEqual([0, 0]);
  });

  test("an account counts as property only in the record that has its password", () => {
    const card: Item = ["bank-card", "6217000341034103418"];
    expect(summaryOf([[card], [["password", "Rosen-88"]]]).items).toMatchObject({ transaction: 1, property: 0 });
    expect(summaryOf([[card, ["password", "Rosen-88"]]]).items).toMatchObject({ transaction: 0, property: 1 });
  });
});

describe("sensitive information", () => {
  test("items are counted by the kinds of PIPL 28 and of GB/T 35273", () => {
    const summary = summaryOf([
      [
        ["bank-card", "6217000341034103418"],
        ["medical-insurance", "330106123456"],
        ["face", ""],
      ],
      [
        ["id-card", personOf(1).idCard],
        ["phone", personOf(1).phone],
      ],
    ]);
    expect(summary.pipl28).toEqual({ items: 3, byKind: { biometric: 1, financial: 1, health: 1 } });
    expect(summary.gbt35273).toEqual({ items: 4, byKind: { biometric: 1, health: 1, identity: 1, property: 1 } });
  });

  test("a name with an identity number or address in one record is to be judged as a whole (GB/T 45574)", () => {
    const { name, idCard, phone, address } = personOf(2);
    const { gbt45574 } = summaryOf([
      [
        ["name", name],
        ["id-card", idCard],
        ["address", address],
      ],
      [
        ["name", name],
        ["address", address],
      ],
      [
        ["name", name],
        ["phone", phone],
      ],
      [["id-card", idCard]],
    ]);
    expect(gbt45574).toMatchObject({ items: 0, aggregatedRecords: 2 });
  });
});

describe("children under 14", () => {
  test.each([
    ["20121122", 0],
    ["20121123", 1],
    ["20121124", 1],
    ["20261123", 1],
    ["20261124", 0],
    ["19900101", 0],
  ])("born on %s, %d on 2026-11-23", (birth, children) => {
    expect(summaryOf([[["id-card", childId(birth)]]]).minors.count).toBe(children);
    const written = `${birth.slice(0, 4)}年${Number(birth.slice(4, 6))}月${Number(birth.slice(6))}日`;
    expect(summaryOf([[["birth-date", written]]]).minors.count).toBe(children);
  });

  test("every item of a child's record is sensitive, and none of the next record's", () => {
    const { minors, pipl28 } = summaryOf([
      [
        ["name", "林小满"],
        ["id-card", childId("20150601")],
        ["phone", "13900001234"],
        ["medical-insurance", "330106123456"],
      ],
      rowOf(3),
    ]);
    expect(minors).toEqual({ count: 1, isEstimated: false, items: 4 });
    expect(pipl28).toEqual({ items: 4, byKind: { health: 1, minor: 3 } });
  });

  test("a child is one by number and date of birth together, in two spellings and in two documents", () => {
    const id = childId("20150601");
    const { minors } = summaryOf(
      [[["birth-date", "2015年6月1日"]], [["id-card", id]], [["id-card", id.replace(/^(.{6})(.{8})/, "$1 $2 ")]]],
      [[["id-card", id]]],
    );
    expect(minors.count).toBe(1);
  });

  test("dates of birth without a number count once a record", () => {
    const date: Item = ["birth-date", "2015-06-01"];
    expect(summaryOf([[date, date], [date]]).minors.count).toBe(2);
  });

  test("numbers of 15 digits are nobody's who is under 14", () => {
    expect(summaryOf([[["id-card", "110105150601002"]]]).minors.count).toBe(0);
  });
});

describe("distinct persons", () => {
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => rowOf(from + index));

  test("each row of an export is one person, and the same export again none", () => {
    expect(summaryOf(rows(0, 200), rows(0, 200)).persons).toEqual({ count: 200, isEstimated: false });
  });

  test("two phones of one person do not make two persons of a row with an identity number", () => {
    const [row, other] = [rowOf(1), rowOf(2)];
    expect(
      summaryOf([
        [...row, ["phone", "13900001234"]],
        [...other, ["phone", "13900001235"]],
      ]).persons.count,
    ).toBe(2);
  });

  test("where few rows have an identity number, phones tell the persons", () => {
    const phones = rows(10, 30).map((row) => row.filter(([type]) => type !== "id-card"));
    expect(summaryOf([rowOf(1), ...phones]).persons.count).toBe(21);
  });

  test("a phone that stood beside an identity number is that person's in other documents too, before or after", () => {
    const { idCard, phone } = personOf(5);
    const form: Item[][] = [
      [
        ["id-card", idCard],
        ["phone", phone],
      ],
    ];
    const waybill: Item[][] = [[["phone", `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`]]];
    expect(summaryOf(form, waybill).persons.count).toBe(1);
    expect(summaryOf(waybill, form).persons.count).toBe(1);
  });

  test("an identity number of 15 digits is the person of its 18 digits", () => {
    const legacy = "110105491231002";
    expect(summaryOf([[["id-card", legacy]], [["id-card", withIdCheck("11010519491231002")]]]).persons.count).toBe(1);
  });

  test("weaker kinds count only where no number, phone or name stands", () => {
    const cards: Item[] = [
      ["bank-card", "6217000341034103418"],
      ["bank-card", "6222026006705354217"],
    ];
    expect(summaryOf([cards]).persons.count).toBe(2);
    expect(summaryOf([[["name", "林晓峰"], ...cards]]).persons.count).toBe(1);
  });

  test("a document that names nobody but holds a face speaks of one person", () => {
    expect(summaryOf([[["face", ""]]], [[["tracking-number", "SF1385628716739"]]], []).persons.count).toBe(2);
  });

  test("masked values tell nobody apart", () => {
    expect(
      summaryOf([
        [
          ["name", "张*"],
          ["name", "李**"],
          ["phone", "13900001234"],
        ],
      ]).persons.count,
    ).toBe(1);
  });

  test("past 10,000 persons the count is an estimate, within 4 %", () => {
    const phones = Array.from({ length: 50_000 }, (_, index): Item[] => [
      ["phone", `139${String(index).padStart(8, "0")}`],
    ]);
    const { persons } = summaryOf(phones, phones.slice(0, 20_000));
    expect(persons.isEstimated).toBe(true);
    expect(Math.abs(persons.count / 50_000 - 1)).toBeLessThan(0.04);
  });
});

test("what a document counts for passes from one process to another", () => {
  const tally = createLegalTally({ today: TODAY });
  for (const [entityType, value] of [...rowOf(3), ["birth-date", "2015-06-01"] as const])
    tally.add(findingAt(entityType, { page: 0, quads: [] }), value);
  const document = tally.document();
  const [here, there] = [createLegalSummary({ today: TODAY }), createLegalSummary({ today: TODAY })];
  here.add(document);
  there.add(structuredClone(document));
  expect(there.summary()).toEqual(here.summary());
  expect(there.summary().persons.count).toBe(1);
});

test("a page of a paged document is one record, and so is each entry of the metadata", () => {
  const legal = createLegalSummary({ today: TODAY });
  const tally = createLegalTally({ today: TODAY });
  const { name, address } = personOf(7);
  tally.add(findingAt("name", { metadataKey: "Info.Author", quads: [] }), name);
  tally.add(findingAt("address", { metadataKey: "Info.Subject", quads: [] }), address);
  for (const page of [0, 1]) {
    tally.add(findingAt("name", { page, quads: [] }), name);
    tally.add(findingAt("address", { page, quads: [] }), address);
  }
  legal.add(tally.document());
  expect(legal.summary().gbt45574.aggregatedRecords).toBe(2);
});

test("the summary holds none of the values", () => {
  const { name, idCard, phone } = personOf(9);
  const text = JSON.stringify(summaryOf([rowOf(9)], [[["birth-date", "2015-06-01"]]]));
  for (const value of [name, idCard, phone, "2015-06-01", "20150601"]) expect(text).not.toContain(value);
});
