import { expect, test } from "vitest";
import { mrzCheck } from "./mrz.js";

test.each([
  // ICAO Doc 9303-3, 4.9, examples 1 and 2.
  ["520727", "3"],
  ["AB2134<<<", "5"],
  // ICAO Doc 9303-4, appendix B, the specimen of Utopia.
  ["L898902C3", "6"],
  ["740812", "2"],
  ["120415", "9"],
  ["ZE184226B<<<<<", "1"],
  ["L898902C36" + "7408122" + "1204159ZE184226B<<<<<1", "0"],
  ["", "0"],
])("%s is closed by %s", (field, check) => {
  expect(mrzCheck(field)).toBe(check);
});
