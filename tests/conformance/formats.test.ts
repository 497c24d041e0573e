import {
  bytesSource,
  createServices,
  type Document,
  type Format,
  formats,
  open,
  type Page,
  TuheiError,
  textFormats,
} from "@tuhei/core";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { textPdf } from "../builders/pdf.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

/** One sound file of every format in the table: a format without one here fails. */
const SAMPLES: Readonly<Record<string, { name: string; bytes: () => Promise<Uint8Array> }>> = {
  csv: { name: "a.csv", bytes: async () => Buffer.from("姓名,电话\r\n林晓峰,13900001234\r\n") },
  jpeg: { name: "a.jpg", bytes: () => picture().jpeg().toBuffer() },
  pdf: { name: "a.pdf", bytes: () => textPdf(["姓名：林晓峰", "电话：13900001234"]) },
  png: { name: "a.png", bytes: () => picture().png().toBuffer() },
  text: { name: "a.txt", bytes: async () => Buffer.from("姓名：林晓峰\n电话：13900001234\n") },
  tiff: { name: "a.tiff", bytes: () => picture().tiff().toBuffer() },
  vcard: {
    name: "a.vcf",
    bytes: async () =>
      Buffer.from("BEGIN:VCARD\r\nVERSION:3.0\r\nN:林;晓峰;;;\r\nTEL:\r\nTEL:13900001234\r\nEND:VCARD\r\n"),
  },
  webp: { name: "a.webp", bytes: () => picture().webp({ lossless: true }).toBuffer() },
};

function picture() {
  return sharp({ create: { width: 200, height: 100, channels: 3, background: "white" } });
}

async function opened(format: Format, bytes: Uint8Array): Promise<Document> {
  return open(bytesSource(bytes, SAMPLES[format.name]!.name), { services });
}

async function pagesOf(document: Document): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of document.pages()) pages.push(page);
  return pages;
}

describe.each(formats.map((format) => ({ name: format.name, format })))("$name", ({ name, format }) => {
  test("has a sample here and is recognised by it, before every other format", async () => {
    expect(Object.keys(SAMPLES)).toContain(name);
    const bytes = await SAMPLES[name]!.bytes();
    const found = formats.find((candidate) => candidate.sniff(bytes.subarray(0, 65_536), SAMPLES[name]!.name));
    expect(found?.name).toBe(name);
    const document = await opened(format, bytes);
    expect(document.format).toBe(name);
    document.close();
  });

  test("pages are numbered from 0, runs lie in the text in order, and quads lie on the page", async () => {
    const document = await opened(format, await SAMPLES[name]!.bytes());
    const pages = await pagesOf(document);
    expect(pages.map(({ index }) => index)).toEqual(pages.map((_, index) => index));
    for (const page of pages) {
      let end = 0;
      for (const { span } of page.runs) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
        for (const corner of page.locate(span).flat()) {
          expect(corner.x).toBeGreaterThanOrEqual(0);
          expect(corner.x).toBeLessThanOrEqual(page.size!.width);
          expect(corner.y).toBeGreaterThanOrEqual(0);
          expect(corner.y).toBeLessThanOrEqual(page.size!.height);
        }
      }
      expect(end).toBeLessThanOrEqual(page.text.length);
    }
    document.close();
  });

  test("pages may be walked again and are the same", async () => {
    const document = await opened(format, await SAMPLES[name]!.bytes());
    const first = (await pagesOf(document)).map(({ text, runs, gaps }) => ({ text, runs, gaps }));
    const second = (await pagesOf(document)).map(({ text, runs, gaps }) => ({ text, runs, gaps }));
    expect(first.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
    document.close();
  });

  test("input that is cut short anywhere is read or refused with a code, and no message holds its text", async () => {
    const bytes = await SAMPLES[name]!.bytes();
    const cuts = Array.from({ length: 24 }, (_, step) => Math.floor((bytes.length * (step + 1)) / 25)).filter(Boolean);
    for (const cut of cuts) await expectReadOrRefused(format, bytes.subarray(0, cut));
  });

  test("input with broken bytes is read or refused with a code, and no message holds its text", async () => {
    const bytes = await SAMPLES[name]!.bytes();
    for (let seed = 1; seed <= 24; seed++) await expectReadOrRefused(format, withBrokenBytes(bytes, seed));
  });

  test("an empty file is a text without a character, or refused as empty where its name promises more", async () => {
    if (!textFormats.includes(name)) {
      await expect(opened(format, new Uint8Array(0))).rejects.toMatchObject({ code: "empty" });
      return;
    }
    const document = await opened(format, new Uint8Array(0));
    expect((await pagesOf(document)).map(({ text }) => text).join("")).toBe("");
    expect(document.gaps).toEqual([]);
  });
});

async function expectReadOrRefused(format: Format, bytes: Uint8Array): Promise<void> {
  try {
    const document = await opened(format, bytes);
    try {
      await pagesOf(document);
    } finally {
      document.close();
    }
  } catch (error) {
    expect(error).toBeInstanceOf(TuheiError);
    expect((error as TuheiError).message).not.toMatch(/林晓峰|13900001234/);
  }
}

/** Sixteen bytes replaced in places that follow from the seed (a linear congruential generator). */
function withBrokenBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const broken = Uint8Array.from(bytes);
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let count = 0; count < 16; count++) broken[next(broken.length)] = next(256);
  return broken;
}
