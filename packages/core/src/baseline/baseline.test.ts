import { expect, test } from "vitest";
import { createBaseline } from "./baseline.js";
import { entryTypes } from "./baseline-entry.js";
import { createBaselineKey } from "./baseline-key.js";
import { formatBaseline, parseBaseline } from "./baseline-text.js";

const key = createBaselineKey();
const file = { path: "docs/a.txt" };
const empty = createBaseline([], key);
const entryFor = (value: string, path = file.path) => empty.forFile({ path }).entryOf("phone", value)!;

test("a value is known however it is written, in its own file and as its own type only", () => {
  const baseline = createBaseline([entryFor("13900001234")], key);
  const here = baseline.forFile(file);
  for (const written of ["13900001234", "139-0000-1234", "１３９ ００００ １２３４"])
    expect(here.isKnown("phone", written)).toBe(true);
  expect(here.isKnown("phone", "13900001235")).toBe(false);
  expect(here.isKnown("qq", "13900001234")).toBe(false);
  expect(baseline.forFile({ path: "docs/b.txt" }).isKnown("phone", "13900001234")).toBe(false);
});

test("of a password every character counts", () => {
  const { entryOf } = empty.forFile(file);
  expect(entryOf("password", "Qwe-1")).not.toBe(entryOf("password", "qwe1"));
  expect(entryOf("email", "A@b.cn")).toBe(entryOf("email", "a@b.cn"));
});

test("a finding without a value is known as long as its file stays the same, and never without the file", () => {
  const first = { ...file, digest: "aa" };
  const baseline = createBaseline([empty.forFile(first).entryOf("face", "")!], key);
  expect(baseline.forFile(first).isKnown("face", "")).toBe(true);
  expect(baseline.forFile({ ...file, digest: "bb" }).isKnown("face", "")).toBe(false);
  expect(baseline.forFile(file).entryOf("face", "")).toBeUndefined();
  expect(baseline.forFile(file).isKnown("face", "")).toBe(false);
});

test("entries that are not found any more are counted, and entries are told by file", () => {
  const baseline = createBaseline([entryFor("13900001234"), entryFor("13900001235"), entryFor("1", "b.txt")], key);
  const here = baseline.forFile(file);
  here.isKnown("phone", "13900001234");
  here.isKnown("phone", "13900001234");
  expect(here.gone()).toEqual([entryFor("13900001235")]);
  expect(here.gone((type) => type === "name")).toEqual([]);
  expect([...here.known()]).toEqual([entryFor("13900001234")]);
  expect(baseline.entriesAt(["b.txt", "b.txt", "c.txt"])).toEqual([entryFor("1", "b.txt")]);
});

test("entries are counted by type, in the order of the types' names", () => {
  const { entryOf } = empty.forFile(file);
  const entries = ["1", "2"].map((value) => entryOf("phone", value)!);
  const counts = entryTypes([...entries, entryOf("name", "3")!]);
  expect(Object.entries(counts)).toEqual([
    ["name", 1],
    ["phone", 2],
  ]);
});

test("the name of a file is the same composed and decomposed", () => {
  expect(entryFor("1", "\u00e9.txt")).toBe(entryFor("1", "e\u0301.txt"));
});

test("the text is the same for the same entries in any order, and is read with line ends of either kind", () => {
  const entries = ["1", "2", "3"].map((value) => entryFor(value));
  const text = formatBaseline(entries, key);
  expect(formatBaseline([...entries, ...entries].reverse(), key)).toBe(text);
  for (const written of [text, text.replaceAll("\n", "\r\n")])
    expect(parseBaseline(written, key)).toMatchObject({ baseline: { entries: new Set(entries) } });
  expect(text.split("\n").slice(1, -1)).toEqual([...entries].sort());
});

test("a text under another key, of another kind, or with a line that no key made is told apart", () => {
  const text = formatBaseline([entryFor("1")], key);
  expect(parseBaseline(text, createBaselineKey())).toEqual({ problem: { kind: "key" } });
  expect(parseBaseline("[]\n", key)).toEqual({ problem: { kind: "format" } });
  expect(parseBaseline(`${text}<<<<<<< ours\n`, key)).toEqual({ problem: { kind: "line", line: 3 } });
  expect(parseBaseline(`${text}\n`, key)).toEqual({ problem: { kind: "line", line: 3 } });
  expect(parseBaseline(text.slice(0, -1), key)).toEqual({ problem: { kind: "line", line: 2 } });
});

test("a key that a person thought of is none, and is not repeated", () => {
  expect(() => formatBaseline([], "secret")).toThrow(TypeError);
  expect(() => formatBaseline([], "secret")).not.toThrow("secret");
});
