import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { encodedPlace } from "./encoded-bytes.js";
import { encodedContent } from "./encoded-parts.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const base64 = (text: string, encoding: "base64" | "base64url" = "base64") => Buffer.from(text).toString(encoding);
const hashOf = (index: number) => createHash("sha256").update(String(index)).digest("hex");

/** Written so that `encodedContent` reads it. */
const ENCODED = [
  base64("姓名：林晓峰，电话 13900001234"),
  base64("name=Lin Xiaofeng&phone=13900001234", "base64url"),
  "=?utf-8?B?5p6X5pmT5bOw?=",
  "=E6=9E=97=E6=99=93=E5=B3=B0",
  "\\xe6\\x9e\\x97\\xe6\\x99\\x93",
  "139<b>0000</b>1234",
];
const LOGS = (index: number) => [
  `{"ts":1772368496${index % 1000},"traceId":"${hashOf(index).slice(0, 32)}","msg":"served","ok":true}\n`,
  `time="2026-03-01T12:34:56Z" level=info msg="gone" container=${hashOf(index)}\n`,
  `GET /static/app.${hashOf(index).slice(0, 8).toUpperCase()}.js HTTP/1.1 key=${hashOf(index).toUpperCase()}\n`,
  `id=${hashOf(index).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5")} status=200 a<b\n`,
];

test("what is encoded is seen in its bytes wherever it stands, and hashes are none of it", () => {
  for (let index = 0; index < 200; index++) {
    const quiet = LOGS(index).join("").repeat(3);
    const bytes = bytesOf(quiet);
    expect(encodedContent(quiet).parts).toEqual([]);
    expect(encodedPlace(bytes, 0, bytes.length)).toBeUndefined();
    const encoded = ENCODED[index % ENCODED.length]!;
    const at = quiet.indexOf("\n", index * 3) + 1;
    const text = `${quiet.slice(0, at)}msg ${encoded} end\n${quiet.slice(at)}`;
    const start = at + "msg ".length;
    expect(encodedContent(text).parts.length).toBeGreaterThan(0);
    const place = encodedPlace(bytesOf(text), Math.min(at, 7), text.length)!;
    expect([encoded, place > start, place <= start + encoded.length + 1]).toEqual([encoded, true, true]);
    expect(encodedPlace(bytesOf(text), 0, start)).toBeUndefined();
  }
});

test("of two things that are encoded the first is told", () => {
  const text = bytesOf(`msg =?utf-8?Q?a?= and ${base64("姓名：林晓峰，电话 13900001234")}\n`);
  expect(encodedPlace(text, 0, text.length)).toBe(5);
});
