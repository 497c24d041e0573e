import { bytesSource } from "@tuhei/core";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { noValueInBytes } from "./no-value-in-bytes.js";

/** Bytes that the check reads at once. */
const WINDOW = 1 << 16;

const context = { redactions: [], values: new Set(["13912345678"]) };

test.each([0, 7, WINDOW - 14, WINDOW - 5, WINDOW, WINDOW + 1])("a value at byte %i is seen", async (at) => {
  const bytes = Buffer.alloc(WINDOW * 2, " ");
  bytes.write("13912345678", at);
  expect(await noValueInBytes.run(bytesSource(bytes), context)).toHaveLength(1);
});

test.each([0, WINDOW - 1025, WINDOW - 14, WINDOW - 12, WINDOW - 8, WINDOW])(
  "a longer number at byte %i is not the value, wherever the windows meet",
  async (at) => {
    const bytes = Buffer.alloc(WINDOW * 2, " ");
    bytes.write("8139123456789", at);
    expect(await noValueInBytes.run(bytesSource(bytes), context)).toEqual([]);
  },
);

test.each(["utf-16le", "utf-16be", "gb18030", "big5"])(
  "a value in %s among UTF-8 is seen, at any alignment",
  async (encoding) => {
    const name = encoding === "big5" ? "林曉峰" : "林晓峰";
    const value = iconv.encode(name, encoding);
    const values = { redactions: [], values: new Set([name]) };
    for (const filler of ["日志\n", "日志x\n"]) {
      const bytes = Buffer.concat([Buffer.from(filler), value, Buffer.from("\n日志\n")]);
      expect(await noValueInBytes.run(bytesSource(bytes), values)).toHaveLength(1);
    }
  },
);
