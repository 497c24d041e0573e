import { expect, test } from "vitest";
import { mayBeCue } from "./names/cued-names.js";
import { mayBeNameAlone } from "./names/standalone-names.js";

test("no ASCII character begins a word that speaks for a name, or a name that stands alone", () => {
  const begins: string[] = [];
  for (let unit = 0; unit <= 0x7f; unit++)
    for (let next = 0; next <= 0xffff; next++)
      if (mayBeCue(unit, next) || mayBeNameAlone(unit, next)) begins.push(String.fromCharCode(unit, next));
  expect(begins).toEqual([]);
});
