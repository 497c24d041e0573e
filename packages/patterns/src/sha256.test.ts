import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { hmacSha256, sha256 } from "./sha256.js";

/** Around the borders of one and two blocks. */
const LENGTHS = [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 128, 1000];

function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);
}

test("the published digest of abc", () => {
  // FIPS 180-4, example B.1 of its predecessor FIPS 180-2.
  expect(Buffer.from(sha256(new TextEncoder().encode("abc"))).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test.each(LENGTHS)("%i bytes have the digest that Node computes", (length) => {
  expect(Buffer.from(sha256(bytesOf(length)))).toEqual(createHash("sha256").update(bytesOf(length)).digest());
});

test.each(LENGTHS)("a key of %i bytes gives the code that Node computes", (length) => {
  const key = bytesOf(length);
  expect(Buffer.from(hmacSha256(key, bytesOf(40)))).toEqual(createHmac("sha256", key).update(bytesOf(40)).digest());
});
