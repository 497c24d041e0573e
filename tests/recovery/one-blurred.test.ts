import { createServices } from "@tuhei/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf } from "../builders/corpus/chance.ts";
import { shaken } from "../builders/image-corpus/degradations/optics.ts";
import { onOneTable } from "../builders/image-corpus/degradations/scenes.ts";
import { type PictureCase, pictureCases } from "../builders/image-corpus/index.ts";
import { idBack } from "../builders/image-corpus/layouts/cards.ts";
import { utilityBill } from "../builders/image-corpus/layouts/papers.ts";
import { type Measured, measured } from "../builders/image-corpus/measured.ts";
import { printed } from "../builders/image-corpus/printed.ts";

/** A bill smeared by 17 pixels beside the sharp back of an identity card, which holds nothing of a person. */
const oneBlurred: PictureCase = {
  ...pictureCases(1)[0]!,
  name: "one-blurred",
  async build() {
    const c = chanceOf(11);
    const bill = await shaken(await printed(await utilityBill(c)), "hard", c);
    return onOneTable([bill, await printed(await idBack(c))], "mild", c);
  },
};

const services = createServices();
let result: Measured;
beforeAll(async () => {
  result = await measured(oneBlurred, services);
}, 600_000);
afterAll(() => services.close());

test("the values of a blurred document beside a sharp one are black, though hardly any can be read", () => {
  const bill = result.judged.filter(({ truth }) => truth.entityType !== "face");
  expect(bill.length).toBeGreaterThanOrEqual(3);
  expect(bill.filter(({ reading }) => reading === "exact").length).toBeLessThan(bill.length);
  expect(bill.filter(({ covered = 0 }) => covered < 0.99).map(({ truth }) => truth.entityType)).toEqual([]);
});

test("the sharp one is left as it is", () => {
  const middles = result.found.flatMap(({ quads }) => quads.map((quad) => (quad[0].x + quad[2].x) / 2));
  expect(middles.filter((x) => x > 1000)).toEqual([]);
});
