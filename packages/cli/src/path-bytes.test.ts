import { expect, test } from "vitest";
import { nameOf, readablePath, systemPath } from "./path-bytes.js";

/** 资料 and 😀 in GBK and UTF-8, and bytes of neither. */
const GBK = Buffer.of(0xd7, 0xca, 0xc1, 0xcf, 0x2e, 0x74, 0x78, 0x74);

test.each([
  GBK,
  Buffer.from("资料😀.txt"),
  Buffer.of(0xff, 0xfe, 0x41, 0x80),
  Buffer.concat([Buffer.from("资料😀/"), GBK, Buffer.from("/é\ud83d\ude00")]),
])("the bytes of %j come back as they were", (bytes) => {
  const path = bytes
    .toString("latin1")
    .split("/")
    .map((name) => nameOf(Buffer.from(name, "latin1")))
    .join("/");
  expect(Buffer.from(systemPath(path))).toEqual(bytes);
});

test("a name in GBK is readable, one of no encoding is at least text", () => {
  expect(readablePath(`资料/${nameOf(GBK)}/😀`)).toBe("资料/资料.txt/😀");
  expect(readablePath(nameOf(Buffer.of(0xff, 0x41)))).toBe("\ufffdA");
});

test("what is UTF-8 stays a string", () => {
  for (const path of ["a/b.txt", "资料/😀.txt", "", "\u{10080}"]) {
    expect(systemPath(path)).toBe(path);
    expect(readablePath(path)).toBe(path);
  }
});
