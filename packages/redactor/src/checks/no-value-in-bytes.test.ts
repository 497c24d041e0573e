import { bytesSource } from "@tuhei/core";
import { expect, test } from "vitest";
import { noValueInBytes } from "./no-value-in-bytes.js";

const context = { redactions: [], values: new Set(["13912345678"]) };

test.each([0, 7, (1 << 20) - 14, (1 << 20) - 5, 1 << 20, (1 << 20) + 1])("a value at byte %i is seen", async (at) => {
  const bytes = Buffer.alloc((1 << 20) * 2, " ");
  bytes.write("13912345678", at);
  expect(await noValueInBytes.run(bytesSource(bytes), context)).toHaveLength(1);
});

test.each([0, (1 << 20) - 14, (1 << 20) - 12, (1 << 20) - 8, 1 << 20])(
  "a longer number at byte %i is not the value, wherever the windows meet",
  async (at) => {
    const bytes = Buffer.alloc((1 << 20) * 2, " ");
    bytes.write("8139123456789", at);
    expect(await noValueInBytes.run(bytesSource(bytes), context)).toEqual([]);
  },
);
