import { expect, test } from "vitest";
import { isRowOfValues, labelsFromCells } from "./column-types.js";

const PHONES = ["13900001234", "13900001235", "1390000123", "13900001237", "13900001238"];
/** With surnames that are rare: alone they say nothing. */
const NAMES = ["佟超", "冉杰", "管洋", "卞财", "鞠明"];
const TOWNS = ["河北", "安徽", "河北", "安徽", "河北"];

test("a column in which most cells are phone numbers is one of phone numbers", () => {
  expect(labelsFromCells([PHONES], [undefined])).toEqual([expect.stringMatching(/手机/)]);
  expect(labelsFromCells([["13900001234", "", "2024", "17", "颗"]], [undefined])).toEqual([undefined]);
});

test("what the header says stands", () => {
  expect(labelsFromCells([PHONES], ["账号"])).toEqual(["账号"]);
});

test("names without a header are seen beside phone numbers only, and only where they differ", () => {
  expect(labelsFromCells([NAMES, PHONES], [undefined, undefined])[0]).toBeDefined();
  expect(labelsFromCells([NAMES], [undefined])).toEqual([undefined]);
  expect(labelsFromCells([TOWNS, PHONES], [undefined, undefined])[0]).toBeUndefined();
});

test("a first row with a value and no header word is no header", () => {
  expect(isRowOfValues(["林晓峰", "13900001234"])).toBe(true);
  expect(isRowOfValues(["姓名", "13900001234"])).toBe(false);
  expect(isRowOfValues(["a", "b"])).toBe(false);
});
