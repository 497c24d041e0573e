import { expect, test } from "vitest";
import { mod112 } from "./mod11-2.js";

test.each([
  // GB 11643-1999, 4.4: the weighted sum is 167, mod 11 is 2, written X.
  ["11010519491231002", "X"],
  ["44052418800101001", "4"],
  ["81000019980902013", "X"],
  ["93268219850101001", "7"],
  ["", "1"],
])("%s is closed by %s", (body, check) => {
  expect(mod112(body)).toBe(check);
});

test("the weights of the seventeen places are those of the standard's table", () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  for (const [at, weight] of weights.entries()) {
    const body = `${"0".repeat(at)}1${"0".repeat(16 - at)}`;
    expect(mod112(body)).toBe("10X98765432"[weight % 11]);
  }
});

test("every single-digit slip in a number changes its check character", () => {
  const body = "11010519491231002";
  for (let at = 0; at < body.length; at++) {
    for (let digit = 0; digit < 10; digit++) {
      if (String(digit) !== body[at]) expect(mod112(body.slice(0, at) + digit + body.slice(at + 1))).not.toBe("X");
    }
  }
});
