import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { PDFContext, PDFRawStream } from "../pdf-lib.js";
import { decodeStream, StreamError } from "./decode-stream.js";

const context = PDFContext.create();
const text = Buffer.from("BT (stream) Tj ET ".repeat(20));

function streamOf(dict: Record<string, string | string[] | Record<string, number>>, bytes: Uint8Array): PDFRawStream {
  return PDFRawStream.of(context.obj(dict), bytes);
}

test.each([
  ["no filter", {}, text],
  ["Flate", { Filter: "FlateDecode" }, deflateSync(text)],
  ["hexadecimal", { Filter: "ASCIIHexDecode" }, Buffer.from(`${text.toString("hex")}>`)],
  ["two filters", { Filter: ["ASCIIHexDecode", "FlateDecode"] }, Buffer.from(`${deflateSync(text).toString("hex")}>`)],
  ["Flate without its checksum", { Filter: "FlateDecode" }, deflateSync(text).subarray(0, -4)],
  [
    "Flate with a broken header",
    { Filter: "FlateDecode" },
    Buffer.concat([Buffer.from([0, 0]), deflateSync(text).subarray(2)]),
  ],
])("a stream with %s is decoded", (_, dict, bytes) => {
  expect(Buffer.from(decodeStream(streamOf(dict, bytes))).toString()).toBe(text.toString());
});

test.each([
  ["a picture", { Filter: "DCTDecode" }, text],
  ["an unknown filter", { Filter: "Secret" }, text],
  ["damaged data", { Filter: "FlateDecode" }, Buffer.from("no deflate at all")],
])("%s is an error, never empty", (_, dict, bytes) => {
  expect(() => decodeStream(streamOf(dict, bytes))).toThrow(StreamError);
});

test("rows predicted as in PNG come out as pixels", async () => {
  const raw = { width: 20, height: 10, channels: 3 as const };
  const pixels = Buffer.from(Array.from({ length: 600 }, (_, index) => (index * index) % 253));
  const png = await sharp(pixels, { raw }).png({ adaptiveFiltering: true }).toBuffer();
  const at = png.indexOf("IDAT");
  const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  const params = { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: 20 };
  expect(Buffer.from(decodeStream(streamOf({ Filter: "FlateDecode", DecodeParms: params }, data)))).toEqual(pixels);
});
