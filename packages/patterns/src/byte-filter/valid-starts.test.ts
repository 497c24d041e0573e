import { expect, test } from "vitest";
import { detectors } from "../detectors/index.js";
import { validStarts } from "./valid-starts.js";

const rules = detectors
  .flatMap(({ entityType, forms }) => forms.map((form) => ({ entityType, form })))
  .filter(({ form }) => validStarts.has(form.pattern));

/** The same numbers every time (Numerical Recipes' linear congruential generator, its upper bits). */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
}

/** Numbers and addresses, most of which no check lets pass: # any digit, x any of sixteen, * nothing to six characters of an address. */
const SHAPES = ["#############", "################", "###################", "62##############", "2###############"]
  .concat(["######19##01######", "######20##1#######", "######18##0######X"])
  .concat(["#.#.##.##", "##.##.###.##", "1##.#.#.1#", "172.##.#.#", "192.168.#.#", "2#.1##.2#.#"])
  .concat(["2xxx:x:x:x:x:x:x:x", "2xxx::x", "2xxx:x::", "2xxx:##:##:##", "2xxx:x:x:x:x:x:x::", "2xxx:*:*:*", "2xxx:*"]);

function candidate(next: (limit: number) => number): string {
  const some = (alphabet: string, count: number) =>
    Array.from({ length: count }, () => alphabet[next(alphabet.length)]);
  return SHAPES[next(SHAPES.length)]!.replace(/[#x*]/g, (sign) => {
    if (sign === "*") return some("0123456789abcdef::", next(7)).join("");
    return some(sign === "#" ? "0123456789" : "0123456789abcdef", 1).join("");
  });
}

test("every pattern of which a start is known belongs to forms with a check", () => {
  expect(new Set(rules.map(({ form }) => form.pattern)).size).toBe(validStarts.size);
  for (const { form } of rules) expect(form.validate).toBeDefined();
});

test("what a check lets pass begins as is said of its pattern", () => {
  const next = sequence(7);
  const starts = new Map(Array.from(validStarts, ([pattern, { source }]) => [pattern, new RegExp(source, "y")]));
  const passed = new Set<string>();
  for (let count = 0; count < 60_000; count++) {
    const text = candidate(next);
    for (const { entityType, form } of rules) {
      form.pattern.lastIndex = 0;
      const found = form.pattern.exec(text)?.[0];
      if (found === undefined || !form.validate!(found.replace(/[ -]/g, "").toUpperCase())) continue;
      passed.add(entityType);
      const start = starts.get(form.pattern)!;
      start.lastIndex = 0;
      if (!start.test(text)) expect([entityType, text]).toEqual([]);
    }
  }
  expect([...passed].sort()).toEqual(["bank-card", "id-card", "ip-address"]);
});
