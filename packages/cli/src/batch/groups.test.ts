import { TuheiError } from "@tuhei/core";
import { expect, test } from "vitest";
import type { Input } from "../inputs/input.js";
import { groupsOf } from "./groups.js";

const inputOf = (path: string, bytes = 4000): Input => ({ path, relativePath: path, bytes });
const texts = (count: number, bytes?: number) =>
  Array.from({ length: count }, (_, index) => inputOf(`${index}.txt`, bytes));

test("groups hold all inputs in their order", () => {
  const inputs = [...texts(40), inputOf("a.pdf"), ...texts(300), inputOf("-"), ...texts(5, 200_000)];
  expect(groupsOf(inputs, 2).flat()).toEqual(inputs);
});

test("small texts go together, up to 64 files and 256 kB", () => {
  expect(groupsOf(texts(2000), 2).map(({ length }) => length)).toContain(64);
  for (const group of groupsOf(texts(2000, 50_000), 2)) expect(group.length).toBe(5);
});

test("what crashes engines, is large, or cannot be read stays alone", () => {
  const apart = [
    inputOf("scan.pdf"),
    inputOf("photo.JPG"),
    inputOf("large.txt", 300 * 1024),
    { ...inputOf("-"), isStream: true as const },
    { ...inputOf("gone.txt"), error: new TuheiError("not-found", "gone.txt: not found") },
  ];
  const inputs = apart.flatMap((input) => [...texts(200), input]);
  const groups = groupsOf(inputs, 2);
  for (const input of apart) expect(groups).toContainEqual([input]);
});

test("every process gets several groups, and a few files are not grouped", () => {
  expect(groupsOf(texts(20), 2)).toHaveLength(20);
  expect(groupsOf(texts(320), 4).length).toBeGreaterThanOrEqual(32);
});
