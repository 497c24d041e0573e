import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { WholeDecompression } from "./whole-decompression.js";

const plain = Buffer.from("BT /F1 12 Tf 72 700 Td (front desk) Tj ET\n".repeat(4000));

/** As pdf.js does it. */
async function through(stream: Pick<WholeDecompression, "readable" | "writable">, bytes: Uint8Array): Promise<Buffer> {
  const writer = stream.writable.getWriter();
  await writer.ready;
  writer
    .write(bytes)
    .then(async () => {
      await writer.ready;
      await writer.close();
    })
    .catch(() => {});
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream.readable) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("what went in deflated comes out whole", async () => {
  expect((await through(new WholeDecompression("deflate"), deflateSync(plain))).equals(plain)).toBe(true);
});

test.each([
  ["cut off", (bytes: Buffer) => bytes.subarray(0, -40)],
  ["damaged", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 9), Buffer.alloc(9, 0xff), bytes.subarray(18)])],
  ["not deflated at all", () => Buffer.from("BT ET")],
])("bytes that are %s are an error, so that pdf.js reads them by itself", async (_, broken) => {
  await expect(through(new WholeDecompression("deflate"), broken(deflateSync(plain)))).rejects.toThrow();
});

test("formats that the platform does not know are refused", () => {
  expect(() => new WholeDecompression("brotli")).toThrow(TypeError);
});
