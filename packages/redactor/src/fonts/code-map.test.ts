import { expect, test } from "vitest";
import { parseCodeMap } from "./code-map.js";
import { writeToUnicode } from "./write-to-unicode.js";

const HEAD = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ";

function textsOf(body: string): Record<string, string> {
  const { texts } = parseCodeMap(Buffer.from(`${HEAD}${body} endcmap`))!;
  return Object.fromEntries([...texts].map(([code, text]) => [code, Buffer.from(text).swap16().toString("utf16le")]));
}

test("characters, ranges and lists are read", () => {
  expect(textsOf("1 beginbfchar <0001> <4e00> endbfchar")).toEqual({ 1: "一" });
  expect(textsOf("1 beginbfrange <0005> <0007> <4e00> endbfrange")).toEqual({ 5: "一", 6: "丁", 7: "丂" });
  expect(textsOf("1 beginbfrange <0002> <0003> [<4e00> <0066 0069>] endbfrange")).toEqual({ 2: "一", 3: "fi" });
});

test("a range that claims more than codes can say is not followed", () => {
  expect(textsOf("1 beginbfrange <0000> <ffffffff> <4e00> endbfrange")).toEqual({});
});

test("ranges that together claim more characters than there are leave the map in doubt", () => {
  const ranges = "<0000> <ffff> <4e00> ".repeat(20_000);
  expect(parseCodeMap(Buffer.from(`${HEAD}20000 beginbfrange ${ranges} endbfrange endcmap`))).toBeUndefined();
});

test("a map that builds on another says so, and one that breaks off is not a map", () => {
  expect(parseCodeMap(Buffer.from("/Other usecmap 0 beginbfchar endbfchar"))!.isExtended).toBe(true);
  expect(parseCodeMap(Buffer.from("1 beginbfchar <0001> (no end"))).toBeUndefined();
});

test("what is written is read again, in order, with radicals as the ideographs they look like", () => {
  const texts = new Map(
    [..."明小⼀⽂:：ｆ"].map((char, index) => [300 - index, Buffer.from(char, "utf16le").swap16()] as const),
  );
  const map = parseCodeMap(writeToUnicode(texts, 2))!;
  expect(map.width).toBe(2);
  expect([...map.texts.keys()]).toEqual([294, 295, 296, 297, 298, 299, 300]);
  expect(
    [...map.texts.values()]
      .map((text) => Buffer.from(text).swap16().toString("utf16le"))
      .reverse()
      .join(""),
  ).toBe("明小一文:：ｆ");
});

test("more than a hundred entries stand in several blocks", () => {
  const texts = new Map(Array.from({ length: 250 }, (_, code) => [code, Buffer.from([0x4e, code])] as const));
  const bytes = writeToUnicode(texts, 1);
  expect(bytes.toString().match(/beginbfchar/g)).toHaveLength(3);
  expect(parseCodeMap(bytes)!.texts.size).toBe(250);
});
