import { expect, test } from "vitest";
import { hongKongCheck } from "./hong-kong-id.js";

test.each([
  // 36×9 + 10×8 + 1×7 + 2×6 + 3×5 + 4×4 + 5×3 + 6×2 = 481, mod 11 is 8, 11 − 8 = 3.
  ["A123456", "3"],
  ["G123456", "A"],
  ["L555555", "0"],
  ["AB987654", "3"],
  ["C123456", "9"],
])("%s is closed by %s", (body, check) => {
  expect(hongKongCheck(body)).toBe(check);
});
