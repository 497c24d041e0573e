import { createByteFilter } from "@tuhei/patterns/bytes";
import { expect, test } from "vitest";
import { createServices } from "../create-services.js";
import type { Document } from "../model/document.js";
import { open } from "../open.js";
import { scan } from "../scan.js";
import { bytesSource } from "../source.js";
import { textOf as valueText } from "../text-of.js";
import { windowsToLookAt } from "./quiet-windows.js";
import { type TextWindow, textWindows } from "./windows.js";

/** Something for every kind of stretch: values in ASCII, escaped and labelled, tables, Chinese lines, astral characters. */
const LOUD = [
  'level=info msg="call 13900001234 back"\n',
  'level=info msg="phone\\u003a 139\\u0030\\u0030001234 \\ud83d\\ude00"\n',
  "passwd=Qwe#2024 host=web-01\n",
  "姓名：林晓峰 😀𠮷 手机 13900001235\n",
  "护照号：\nE12345678\n",
  "name\tphone\nWang Xiao\t139 0000 1236\n",
  "mail to lin@example.com\r\n\r\n",
  "林晓峰\n",
];

function line(index: number): string {
  return `2026-03-01T12:34:${10 + (index % 50)}.${index % 1000}Z INFO [worker-${index % 8}] app.Service - served in ${index % 900} ms\n`;
}

/** A log of some length in which something stands here and there: at every `every` lines, one after the other. */
function log(megabytes: number, every: number): string {
  const lines: string[] = [];
  for (let [index, units] = [0, 0]; units < megabytes * 1e6; index++) {
    units += lines[lines.push(line(index)) - 1]!.length;
    if (index % every === every - 1) lines.push(LOUD[((index + 1) / every) % LOUD.length]!);
  }
  return lines.join("");
}

async function textOf(windows: AsyncIterable<TextWindow>): Promise<TextWindow[]> {
  const all: TextWindow[] = [];
  for await (const window of windows) all.push(window);
  return all;
}

async function findingsIn(document: Document): Promise<string[]> {
  const all: string[] = [];
  for await (const { findings, page } of scan(document))
    for (const { entityType, score, reason, place } of findings) {
      const [start, end] = [place.span!.start - page.window!.offset, place.span!.end - page.window!.offset];
      const value = page.text.slice(start, end);
      all.push([entityType, score, reason, place.span!.start, place.line, value].join(" "));
    }
  return all;
}

test.each([
  ["many", 400],
  ["few", 9_000],
])(
  "a large log with %s findings gives the same, at the same places, as one that is decoded throughout",
  async (_, every) => {
    const bytes = new TextEncoder().encode(log(17, every));
    const document = await open(bytesSource(bytes, "app.log"), { services: createServices() });
    const whole = await findingsIn({ ...document, pages: () => document.pages() });
    expect(whole.length).toBeGreaterThan(15);
    expect(await findingsIn(document)).toEqual(whole);
  },
);

test("windows that are wanted hold the whole text between them, in order, with their lines", async () => {
  const text = log(2, 700);
  const source = bytesSource(new TextEncoder().encode(text));
  const windows = await textOf(windowsToLookAt(source, 0, createByteFilter()!, () => true));
  expect(windows.some(({ isQuiet }) => isQuiet)).toBe(true);
  let at = 0;
  for (const window of windows) {
    expect(window.offset + window.start).toBe(at);
    expect(window.text).toBe(text.slice(window.offset, window.offset + window.text.length));
    expect(window.line).toBe(text.slice(0, window.offset).split("\n").length - 1);
    at += window.end - window.start;
  }
  expect(at).toBe(text.length);
});

test("windows that are not wanted are left out, and the lines of the others are right", async () => {
  const text = log(2, 9_000);
  const source = bytesSource(new TextEncoder().encode(text));
  const windows = await textOf(windowsToLookAt(source, 0, createByteFilter()!, () => false));
  const owned = windows.reduce((sum, { start, end }) => sum + end - start, 0);
  expect(owned).toBeLessThan(text.length / 10);
  for (const { offset, line: first } of windows) expect(first).toBe(text.slice(0, offset).split("\n").length - 1);
});

test("a scan is shown all windows of a quiet log only where it asks for them", async () => {
  const bytes = new TextEncoder().encode(log(17, 1_000_000));
  const document = await open(bytesSource(bytes, "app.log"), { services: createServices() });
  const shown = async (allWindows: boolean) => {
    let units = 0;
    for await (const { page } of scan(document, { allWindows }))
      units += page.window!.owned.end - page.window!.owned.start;
    return units;
  };
  expect([await shown(true), await shown(false)]).toEqual([bytes.length, 0]);
});

test("a value that a label gave away is found again in a stretch that is quiet without it, and the others are left out", async () => {
  const quiet = log(3, 1_000_000);
  const lines = [
    "passwd=Qwe#2024 host=web-01\n",
    ...[1, 2, 3, 4, 5].map(() => quiet),
    "retried with Qwe#2024 twice\n",
    quiet,
  ];
  const bytes = new TextEncoder().encode(lines.join(""));
  const document = await open(bytesSource(bytes, "app.log"), { services: createServices() });
  const places: number[] = [];
  let units = 0;
  for await (const { page, findings } of scan(document)) {
    places.push(...findings.map(({ place }) => place.span!.start));
    units += page.window!.owned.end - page.window!.owned.start;
  }
  expect(places).toEqual([7, lines.slice(0, -2).join("").length + 13]);
  expect(units).toBeLessThan(bytes.length / 10);
});

test("bytes that are no UTF-8 are shown as the plain road shows them", async () => {
  const [before, after] = [log(1, 100_000), log(1, 100_000)].map((text) => new TextEncoder().encode(text));
  const broken = Uint8Array.of(
    0x61,
    0xe5,
    0xbc,
    0x0a,
    0xf0,
    0x9f,
    0x98,
    0x41,
    0x80,
    0x80,
    0x80,
    0x80,
    0x80,
    0xff,
    0x0a,
  );
  const bytes = Uint8Array.from([...before!, ...broken, ...after!]);
  const texts = async (windows: AsyncIterable<TextWindow>) =>
    (await textOf(windows)).map(({ text, start, end }) => text.slice(start, end)).join("");
  const shown = await texts(windowsToLookAt(bytesSource(bytes), 0, createByteFilter()!, () => true));
  expect(shown).toBe(await texts(textWindows(bytesSource(bytes), { encoding: "utf-8", bomLength: 0 })));
  expect(shown).toContain("\ufffd");
});

test("a line that is longer than a block is gone through all the same", async () => {
  const text = `${"served in 45 ms, ".repeat(80_000)}13900001234${", all is well".repeat(60_000)}\n`;
  const source = bytesSource(new TextEncoder().encode(text));
  const windows = await textOf(windowsToLookAt(source, 0, createByteFilter()!, () => false));
  expect(windows.map(({ text: shown }) => shown.includes("13900001234"))).toContain(true);
  expect(windows.length).toBeLessThan(4);
});

/** What `detect` alone would not see in ASCII, each with a telephone number. */
const ENCODED = [
  `body=${Buffer.from("call 13900001234 back, it is late").toString("base64")}\n`,
  `${Buffer.from(`${"served in 45 ms, ".repeat(20)}call 13900001234`).toString("base64")}\n`,
  `token ${Buffer.from('{"tel":"13900001234"}').toString("base64url")}.c2ln\n`,
  "Subject: =?utf-8?Q?13=39_0000_1234?= =?utf-8?B?IG9y?=\n",
  "=E6=9C=BA 139000=\n01234 or\n",
  "tel 139<b>0000</b>1234\n",
  '"POST /order" "{\\x22mobile\\x22:\\x2213900001234\\x22}"\n',
];

test.each(ENCODED)("what a quiet log holds in an encoding is found: %s", async (stretch) => {
  const quiet = log(9, 1_000_000);
  const bytes = new TextEncoder().encode(`${quiet}${stretch}${quiet}`);
  const document = await open(bytesSource(bytes, "app.log"), { services: createServices() });
  const found: string[] = [];
  for await (const { findings, page } of scan(document))
    for (const finding of findings) found.push(valueText(finding, page).replace(/\D/g, ""));
  expect(found).toEqual(["13900001234"]);
});
