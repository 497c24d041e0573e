import { expect, test } from "vitest";
import { isSpace } from "./page-chars.js";

test("white space is what a regular expression takes for it", () => {
  for (let code = 0; code < 0x11000; code++) {
    if (isSpace(code) !== /^\s$/u.test(String.fromCodePoint(code))) expect.fail(`U+${code.toString(16)}`);
  }
});
