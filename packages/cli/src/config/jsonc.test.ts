import { expect, test } from "vitest";
import { withoutComments } from "./jsonc.js";

test.each([
  ['{"a": 1, // one\n "b": [2, /* two */ ],}', { a: 1, b: [2] }],
  ['{"a": "// no comment, /* nor this */ ,}"}', { a: "// no comment, /* nor this */ ,}" }],
  ['{"a": "quote \\" // kept"}', { a: 'quote " // kept' }],
  ['{"a": [1, /* x */\n // y\n ]}', { a: [1] }],
])("%j is read", (text, value) => {
  expect(JSON.parse(withoutComments(text))).toEqual(value);
  expect(withoutComments(text)).toHaveLength(text.length);
});

test("what is wrong stays wrong", () => {
  expect(() => JSON.parse(withoutComments('{"a": 1,, }'))).toThrow();
});
