import { expect, test } from "vitest";
import { mod313 } from "./mod31-3.js";

test("the check character of the standard's worked sum", () => {
  // 91110000600037341: the products add up to 538; 538 mod 31 is 11; 31 − 11 is 20, written L.
  expect(mod313("91110000600037341")).toBe("L");
});

test("a sum that 31 divides has the check character 0", () => {
  expect(mod313("00000000000000000")).toBe("0");
});

test.each([
  ["1", "Y"],
  ["01", "W"],
  ["001", "N"],
  ["0001", "4"],
  ["Y", "1"],
])("a place weighs three times as much as the one before it: %s → %s", (body, check) => {
  expect(mod313(body)).toBe(check);
});

test.each(["I", "O", "S", "V", "Z"])("%s is no character of a credit code", (letter) => {
  expect(mod313(`9111000060003734${letter}`)).toBeUndefined();
});

test("every single slip and every swap of neighbours changes the check character", () => {
  const body = "91110000600037341";
  const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (let at = 0; at < body.length; at++) {
    for (const other of characters) {
      if (other !== body[at]) expect(mod313(body.slice(0, at) + other + body.slice(at + 1))).not.toBe("L");
    }
    const swapped = body.slice(0, at) + (body[at + 1] ?? "") + body[at] + body.slice(at + 2);
    if (swapped !== body && at + 1 < body.length) expect(mod313(swapped)).not.toBe("L");
  }
});
