import { expect, test } from "vitest";
import { cleanContent } from "./clean-content.js";

function clean(content: string): string {
  return Buffer.from(cleanContent(Buffer.from(content, "latin1"), () => {}))
    .toString("latin1")
    .trim()
    .replace(/\s+/g, " ");
}

test.each([
  ["marks with text", "/Span <</ActualText (secret)>> BDC (a) Tj EMC /T (secret) DP /M MP", "(a) Tj"],
  ["comments", "1 w % secret\n(a) Tj", "1 w (a) Tj"],
  ["comments inside an array", "[(a) % secret\n -5 (b)] TJ", "[<61> -5 <62>] TJ"],
  ["operators that do not exist", "(secret) Xx 1 w", "1 w"],
  ["operands that no operator takes", "(secret) 1 0 0 rg (secret) (a) Tj 99 2 w", "(a) Tj 2 w"],
  ["strings where a number is asked for", "(secret) w 1 J", "1 J"],
  ["operands without an operator", "1 w (secret)", "1 w"],
])("%s do not survive", (_, content, expected) => {
  expect(clean(content)).toBe(expected);
});

test("drawing keeps its bytes, escapes and all", () => {
  const content = "q 1 0 0 1 72.50 700 cm BT /F1 12 Tf [(\\050a\\)) -120 <00FF>] TJ ET Q";
  expect(clean(content)).toBe(content);
});

test("an inline image keeps its data", () => {
  const content = "BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\xff EI";
  expect(cleanContent(Buffer.from(content, "latin1"), () => {}).toString()).toBe(
    Buffer.from(`${content}\n`, "latin1").toString(),
  );
});

test("every operation is told, also those that go", () => {
  const told: string[] = [];
  cleanContent(Buffer.from("/OC /L BDC (a) Tj EMC"), ({ operator }) => told.push(operator));
  expect(told).toEqual(["BDC", "Tj", "EMC"]);
});
