import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { personOf, withIdCheck } from "../builders/people.js";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

const PEOPLE = 40;
/** Under 14 whenever the test runs. */
const CHILD_BIRTH = `${new Date().getFullYear()}0101`;
const folder = emptyFolder();
const values: string[] = [];

beforeAll(() => {
  const people = Array.from({ length: PEOPLE }, (_, seed) => personOf(seed));
  const child = { ...personOf(PEOPLE), idCard: withIdCheck(`330106${CHILD_BIRTH}102`) };
  const rows = [...people, child].map(({ name, idCard, phone, address, bankCard }) => {
    values.push(name, idCard, phone, address, bankCard);
    return [name, idCard, phone, address, bankCard].join(",");
  });
  writeFileSync(join(folder, "export.csv"), `姓名,身份证号,手机号,住址,银行卡号\n${rows.join("\n")}\n`);
  // The same people once more: more items, no more persons.
  writeFileSync(join(folder, "phones.txt"), `${people.map(({ phone }) => `电话：${phone}`).join("\n")}\n`);
  writeFileSync(join(folder, "company.txt"), "统一社会信用代码：91110000600037341L\n");
});

describe("tuhei scan counts by the law", () => {
  test("in JSON, with thresholds, ratio, persons and children", async () => {
    const { stdout } = await runTuhei(["scan", folder, "--format", "json"]);
    const { summary, files } = JSON.parse(stdout);
    const general = 4 * (PEOPLE + 1) + PEOPLE;
    expect(files).toHaveLength(3);
    expect(summary.byLegalClass).toMatchObject({ general, transaction: PEOPLE + 1 });
    expect(summary.byLegalClass).not.toHaveProperty("property");
    expect(summary.legalReference).toMatchObject({
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      items: { general, transaction: PEOPLE + 1, property: 0 },
      thresholds: { property: 50, transaction: 500, general: 5_000 },
      persons: { count: PEOPLE + 1, isEstimated: false },
      minors: { count: 1, items: 5 },
      pipl28: { items: PEOPLE + 1 + 4, byKind: { financial: PEOPLE + 1, minor: 4 } },
      gbt45574: { aggregatedRecords: PEOPLE + 1 },
      gbt35273: { byKind: { identity: PEOPLE + 1, property: PEOPLE + 1 } },
    });
    expect(summary.legalReference.ratio).toBeCloseTo((PEOPLE + 1) / 500 + general / 5_000, 4);
    for (const value of values) expect(JSON.stringify(summary)).not.toContain(value);
  });

  test.each([
    ["zh", "只是计数，不是法律认定", "约 41 人", "41/500", "不满十四周岁约 1 人"],
    ["en", "counts only, no legal finding", "about 41 persons", "41/500", "Under 14: about 1"],
  ])("for people, in %s, as counts and not as a verdict", async (lang, ...phrases) => {
    const { stdout } = await runTuhei(["scan", folder, "--lang", lang]);
    for (const phrase of phrases) expect(stdout).toContain(phrase);
    expect(stdout).not.toMatch(/构成|犯罪|入罪|情节严重|crime|guilty|illegal|violat/i);
  });

  test("says nothing of the law where nothing personal was found", async () => {
    const { stdout } = await runTuhei(["scan", join(folder, "company.txt"), "--lang", "zh"]);
    expect(stdout).not.toContain("法释");
  });

  test("a file that could not be read counts for nothing", async () => {
    const broken = emptyFolder();
    writeFileSync(join(broken, "broken.pdf"), "%PDF-1.7\n");
    const { stdout } = await runTuhei(["scan", broken, "--format", "json"]);
    expect(JSON.parse(stdout).summary.legalReference).toMatchObject({ ratio: 0, persons: { count: 0 } });
  });
});
