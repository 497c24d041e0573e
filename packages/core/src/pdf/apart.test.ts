import { expect, test } from "vitest";
import { withBox } from "./apart.js";

const box = (x: number, width: number) => ({ x, y: 0, width, height: 10 });

test("boxes that do not touch stay apart", () => {
  expect([box(0, 10), box(20, 10)].reduce(withBox, [] as ReturnType<typeof box>[])).toEqual([box(0, 10), box(20, 10)]);
});

test("a box over a gap makes one of all three", () => {
  expect([box(0, 10), box(20, 10), box(5, 20)].reduce(withBox, [] as ReturnType<typeof box>[])).toEqual([box(0, 30)]);
});

test("what grows into a further box takes it in", () => {
  const high = { x: 0, y: 0, width: 5, height: 100 };
  const boxes = [{ x: 50, y: 80, width: 50, height: 10 }, high, { x: 3, y: 20, width: 60, height: 5 }];
  expect(boxes.reduce(withBox, [] as typeof boxes)).toEqual([{ x: 0, y: 0, width: 100, height: 100 }]);
});
