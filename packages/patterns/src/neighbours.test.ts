import { expect, test } from "vitest";
import { nameHints } from "./names/name-hints.js";

test("no ASCII character begins a word that speaks for a name, or a name that stands alone", () => {
  expect([...nameHints().subarray(0, 0x80)].filter((kind) => kind !== 0)).toEqual([]);
});
