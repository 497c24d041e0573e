import { expect, test } from "vitest";
import { createValueIndex } from "./values.js";

test("where a value may begin in bytes is known of those from before the first question, and from after it", () => {
  const bytes = new TextEncoder().encode("retried with Qwe#2024 by zhang.wei@example.com\n");
  const index = createValueIndex();
  expect(index.mayBegin(bytes, 0, bytes.length)).toBe(false);
  index.add("zhang.wei@example.com", "email");
  expect([index.mayBegin(bytes, 0, 20), index.mayBegin(bytes, 0, bytes.length)]).toEqual([false, true]);
  index.add("Qwe#2024", "password");
  expect(index.mayBegin(bytes, 0, 20)).toBe(true);
  const later = createValueIndex();
  later.add("Qwe#2024", "password");
  expect(later.mayBegin(bytes, 0, 20)).toBe(true);
});
