import { createValueIndex, type Page } from "@tuhei/core";
import { expect, test } from "vitest";
import type { TextPiece } from "../pdfjs/reading.js";
import { secondScan } from "./second-scan.js";

function page(text: string): Page {
  return { index: 0, text, runs: [], marks: [], gaps: [], locate: () => [] };
}

function piecesOf(lines: readonly string[]): TextPiece[] {
  return lines.map((text, at) => ({
    text,
    line: [
      { x: 10, y: 20 * at },
      { x: 110, y: 20 * at },
    ],
    height: 10,
    endsLine: true,
  }));
}

/** What comes of two readings of one page, whichever is told first. */
async function scanned(first: string, second: readonly string[], isSecondFirst = false) {
  const values = createValueIndex();
  const both = secondScan({}, values);
  const told = [() => both.first(page(first)), () => both.second(0, piecesOf(second))];
  for (const tell of isSecondFirst ? told.reverse() : told) tell();
  const findings = await both.findings();
  return { findings, gaps: both.gaps(), values: [...values.values()] };
}

test("a value that the first reading has not got is found, and placed by its piece, grown to the height of letters", async () => {
  const { findings, values } = await scanned("一 139 0000", ["一", "手机 13900001234", "别的"], true);
  expect(findings).toMatchObject([{ entityType: "phone", place: { page: 0 } }]);
  expect(findings[0]!.place.quads).toEqual([
    [
      { x: 10, y: 12.5 },
      { x: 110, y: 12.5 },
      { x: 110, y: 27.5 },
      { x: 10, y: 27.5 },
    ],
  ]);
  expect(values).toEqual(["13900001234"]);
});

test("a value that the first reading parts between two lines is found, though it has all of its digits in order", async () => {
  for (const first of ["1390000\n1234", "别的 1390000\t1234"]) {
    const { findings, values } = await scanned(first, ["13900001234"]);
    expect(findings).toMatchObject([{ entityType: "phone" }]);
    expect(values).toEqual(["13900001234"]);
  }
});

test("what both read is left to the first, in whatever order and form it stands", async () => {
  for (const first of [
    "手机 13900001234\n别的",
    "别的 手机 13900001234",
    "别的\n手机 １３９００００１２３４\n图中文字",
  ])
    expect(await scanned(first, ["别的", "手机 13900001234"])).toEqual({ findings: [], gaps: [], values: [] });
});

test("a value that both read counts where the first misreads its label", async () => {
  const { findings, values } = await scanned("??: 林海", ["姓名：林海"]);
  expect(findings).toMatchObject([{ entityType: "name", place: { page: 0 } }]);
  expect(values).toEqual(["林海"]);
});

test("a page is disputed where a fifth of its characters is read by the second alone", async () => {
  const said = "所有的字都被两个引擎读得完全一样";
  const garbled = "óÎçÿþýüûúùø÷öõôó";
  const { gaps } = await scanned(garbled, [said]);
  expect(gaps).toEqual([{ code: "disputed-text", page: 0 }]);
  expect((await scanned(`${said.repeat(5)}${garbled}`, [said.repeat(5), said.slice(0, 8)])).gaps).toEqual([]);
  expect((await scanned("甲", ["甲".repeat(10)])).gaps).toHaveLength(1);
  expect((await scanned("√∑", ["∞∂∆∏"])).gaps).toEqual([]);
});
