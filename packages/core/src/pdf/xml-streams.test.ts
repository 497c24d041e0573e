import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { xmlStreams } from "./xml-streams.js";

function object(dictionary: string, data: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`1 0 obj\n<<${dictionary}>>\nstream\r\n`),
    data,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}

const XMP = Buffer.from("<x:xmpmeta><dc:creator>林晓峰</dc:creator></x:xmpmeta>");

function textsOf(bytes: Uint8Array, withXfa = false) {
  return [...xmlStreams(bytes, withXfa)].map(({ kind, bytes, isReadable }) => [
    kind,
    Buffer.from(bytes).toString().trim(),
    isReadable,
  ]);
}

test("packets are found plain and deflated, in every revision", () => {
  const file = Buffer.concat([
    object("/Type /Metadata /Subtype /XML", XMP),
    object("/Length 3", Buffer.from("q Q")),
    object("/Subtype/XML/Type/Metadata/Filter[/FlateDecode]", deflateSync(XMP)),
  ]);
  expect(textsOf(file)).toEqual([
    ["XMP", XMP.toString(), true],
    ["XMP", XMP.toString(), true],
  ]);
});

test("a packet that cannot be unpacked is told as not readable", () => {
  expect(textsOf(object("/Type/Metadata/Filter/FlateDecode", Buffer.from("not deflated")))).toEqual([
    ["XMP", "", false],
  ]);
  expect(textsOf(object("/Type/Metadata/Filter/LZWDecode", XMP))).toEqual([["XMP", "", false]]);
});

test("forms in XFA are found where they are asked for", () => {
  const form = Buffer.from(
    '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><name>林晓峰</name></xfa:datasets>',
  );
  const file = object("/Filter/FlateDecode", deflateSync(form));
  expect(textsOf(file)).toEqual([]);
  expect(textsOf(file, true)).toEqual([["XFA", form.toString(), true]]);
});

test("a file that ends inside a stream ends the search", () => {
  expect(textsOf(object("/Type/Metadata", XMP).subarray(0, 60))).toEqual([]);
});
