import { describe, expect, test } from "vitest";
import { luhn } from "./checksums/luhn.js";
import { detect } from "./detect.js";
import { type DetectorConfig, detectorFromConfig } from "./detector-from-config.js";

const employee: DetectorConfig = {
  entityType: "custom-employee-number",
  title: "工号",
  pattern: "[A-Z]{2}\\d{6}",
  labels: ["工号", "Employee_No"],
};

function foundBy(config: DetectorConfig, text: string): string[] {
  const detector = detectorFromConfig(JSON.parse(JSON.stringify(config)) as DetectorConfig);
  return detect(text, { detectors: [detector], only: new Set([config.entityType]) }).map(({ span }) =>
    text.slice(span.start, span.end),
  );
}

describe("a detector from plain data", () => {
  test("finds its pattern anywhere, apart from further letters and digits", () => {
    expect(foundBy(employee, "找AB123456。xAB123456 AB1234567 AB_123456 ＡＢ１２３４５６")).toEqual([
      "AB123456",
      "ＡＢ１２３４５６",
    ]);
  });

  test("is surer behind one of its labels, Chinese or Latin, or in their column", () => {
    const detectors = [detectorFromConfig(employee)];
    const scoreIn = (text: string, label?: string) =>
      detect(text, { detectors, labels: label ? [{ span: { start: 0, end: text.length }, label }] : [] })[0]?.score;
    expect(scoreIn("AB123456")).toBe(0.7);
    for (const text of ["工号：AB123456", "employee no: AB123456", "EMPLOYEE_NO=AB123456"])
      expect(scoreIn(text)).toBe(0.9);
    expect(scoreIn("AB123456", "工号")).toBe(0.9);
  });

  test("knows a label of Chinese characters and capitals as it is written", () => {
    expect(foundBy({ ...employee, pattern: "\\d{6}", labels: ["OA号"], labelRequired: true }, "OA号：123456")).toEqual([
      "123456",
    ]);
  });

  test("counts only behind its label where one is required", () => {
    expect(foundBy({ ...employee, pattern: "\\d{6}", labelRequired: true }, "工号：123456，邮编 234567")).toEqual([
      "123456",
    ]);
  });

  test("may begin with Chinese characters, next to anything", () => {
    expect(foundBy({ entityType: "custom-file", pattern: "档案[A-Z]\\d{4}" }, "a档案B1234号，1档案C0001")).toEqual([
      "档案B1234",
      "档案C0001",
    ]);
  });

  test("takes the value out of a group", () => {
    expect(foundBy({ entityType: "custom-file", pattern: "档案(?<value>[A-Z]\\d{4})" }, "档案B1234号")).toEqual([
      "B1234",
    ]);
  });
});

describe("a check", () => {
  const member: DetectorConfig = {
    entityType: "custom-member",
    pattern: "77\\d{3}[ -]?\\d{5}",
    check: "luhn",
    labels: ["会员卡"],
  };

  test("drops what fails it, unless its label says what it is", () => {
    const [valid, invalid] = luhn("7700000008") ? ["7700000008", "7700000009"] : ["7700000009", "7700000008"];
    expect(luhn(valid)).toBe(true);
    expect(foundBy(member, `${valid} ${invalid}`)).toEqual([valid]);
    expect(foundBy(member, `会员卡：${invalid}`)).toEqual([invalid]);
  });

  test.each([
    ["hong-kong-id", "A1234563", "A1234564"],
    ["luhn", "79927398713", "79927398710"],
    ["mod11-2", "11010519491231002X", "110105194912310021"],
    ["mod31-3", "91350100M000100Y43", "91350100M000100Y44"],
    ["mrz", "L898902C36", "L898902C37"],
    ["organization-code", "000000019", "000000018"],
    ["s10", "RB123456785GB", "RB123456784GB"],
    ["taiwan-id", "A123456789", "A123456788"],
    ["vin", "1M8GDM9AXKP042788", "1M8GDM9A1KP042788"],
  ] as const)("%s", (check, valid, invalid) => {
    const config: DetectorConfig = { entityType: "custom-checked", pattern: "[0-9A-Z]{8,18}", check };
    expect(foundBy(config, valid)).toEqual([valid]);
    expect(foundBy(config, invalid)).toEqual([]);
  });
});

test.each<[string, object]>([
  ["unknown regex; known are", { regex: "a" }],
  ["pattern must be a string", { pattern: 5 }],
  ["pattern: a repetition without an end", { pattern: "(a+)+" }],
  ["pattern matches the empty string", { pattern: "\\d{0,6}" }],
  ["pattern may begin with too many characters", { pattern: ".{3}" }],
  ["check must be one of hong-kong-id, luhn", { check: "crc" }],
  ["check must be one of", { check: "toString" }],
  ["tier must be one of", { tier: "secret" }],
  ["labels must be a list", { labels: "工号" }],
  ["context[0] must be a label", { labels: ["号"] }],
  ["labelRequired, but there are no labels", { labels: [], labelRequired: true }],
  ["examples.found[0] marks 0–7, but nothing is found", { examples: { found: ["⟦AB12345⟧"] } }],
  ['entityType must be "custom-"', { entityType: "employee-number" }],
])("%s is said of a wrong configuration", (message, wrong) => {
  expect(() => detectorFromConfig({ ...employee, ...wrong } as DetectorConfig)).toThrow(message);
});
