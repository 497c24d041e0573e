import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { TuheiError } from "../errors.js";
import type { Page } from "../model/document.js";
import { quadOfBox } from "../model/geometry.js";
import type { OcrEngine, OcrLine, Raster } from "../ocr/engine.js";
import type { Services } from "../services.js";
import { bytesSource } from "../source.js";
import { openPicture } from "./image.js";
import { formats } from "./index.js";

const [width, height] = [60, 40];

/** Services that see what they are told to, and remember what they were shown. */
function services(
  see: { lines?: OcrLine[]; failing?: boolean; barcodes?: Services["barcodes"]; none?: boolean },
  shown: Raster[] = [],
): Services {
  const engine: OcrEngine = {
    name: "fake",
    async recognize(raster) {
      shown.push(raster);
      if (see.failing) throw new TuheiError("engine", "failed");
      return see.lines ?? [];
    },
    async close() {},
  };
  return {
    ocr: async () => (see.none ? undefined : engine),
    barcodes: see.barcodes ?? (async () => []),
    faces: async () => [],
    close: async () => {},
  };
}

function ocrLine(text: string, confidence: number, box = { x: 2, y: 2, width: 50, height: 12 }): OcrLine {
  return { text, confidence, quad: quadOfBox(box), chars: [] };
}

/** Left half red, right half blue. */
function halves(): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const isLeft = Math.floor(at / 3) % width < width / 2;
    return at % 3 === (isLeft ? 0 : 2) ? 255 : 0;
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function pagesOf(image: Sharp | Uint8Array, options: Parameters<typeof services>[0] = {}, shown: Raster[] = []) {
  const bytes = image instanceof Uint8Array ? image : await image.toBuffer();
  const format = formats.find(({ sniff }) => sniff(bytes.subarray(0, 64), "-"))!;
  const document = await format.open(bytesSource(bytes, `picture.${format.name}`), {
    services: services(options, shown),
  });
  const pages: Page[] = [];
  for await (const page of document.pages()) pages.push(page);
  return { document, pages, shown };
}

function pixel({ data, width }: Raster, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

describe("every kind of picture is read in upright 8-bit colour", () => {
  test.each([
    ["JPEG", () => halves().jpeg({ quality: 100 })],
    ["CMYK JPEG", () => halves().toColourspace("cmyk").jpeg({ quality: 100 })],
    ["PNG", () => halves().png()],
    ["16-bit PNG", () => halves().toColourspace("rgb16").png()],
    ["palette PNG", () => halves().png({ palette: true })],
    ["PNG with transparency", () => halves().ensureAlpha().png()],
    ["interlaced PNG", () => halves().png({ progressive: true })],
    ["WebP", () => halves().webp()],
    ["lossless WebP", () => halves().webp({ lossless: true })],
    ["TIFF", () => halves().tiff({ compression: "lzw" })],
    ["16-bit TIFF", () => halves().toColourspace("rgb16").tiff()],
  ])("%s", async (_name, make) => {
    const { pages, shown } = await pagesOf(make());
    expect(pages).toHaveLength(1);
    expect(pages[0]!.size).toEqual({ width, height, unit: "px" });
    const [r, , b] = pixel(shown[0]!, 8, 20);
    expect(r! - b!).toBeGreaterThan(180);
    const right = pixel(shown[0]!, 52, 20);
    expect(right[2]! - right[0]!).toBeGreaterThan(90);
    expect(shown[0]!.data).toHaveLength(width * height * 3);
  });

  test.each([
    ["grey PNG", () => halves().greyscale().png()],
    ["16-bit grey PNG with transparency", () => halves().ensureAlpha().toColourspace("grey16").png()],
    [
      "black and white TIFF",
      () => halves().greyscale().threshold(100).toColourspace("b-w").tiff({ bitdepth: 1, compression: "ccittfax4" }),
    ],
  ])("%s", async (_name, make) => {
    const { shown } = await pagesOf(make());
    const [r, g, b] = pixel(shown[0]!, 8, 20);
    expect([g, b]).toEqual([r, r]);
    expect(r).toBeGreaterThan(pixel(shown[0]!, 52, 20)[0]!);
  });

  test("transparent parts are read on white", async () => {
    const { shown } = await pagesOf(halves().ensureAlpha(0).png());
    expect(pixel(shown[0]!, 8, 20)).toEqual([255, 255, 255]);
  });

  test("light writing on nothing is read on black, dark writing on white", async () => {
    for (const [ink, paper] of [
      [250, 0],
      [20, 255],
    ] as const) {
      const data = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
        const isInk = Math.floor(at / 4) % 9 === 0;
        return at % 4 === 3 ? (isInk ? 255 : 0) : ink;
      });
      const { shown } = await pagesOf(sharp(data, { raw: { width, height, channels: 4 } }).png());
      expect([pixel(shown[0]!, 0, 0), pixel(shown[0]!, 1, 0)]).toEqual([Array(3).fill(ink), Array(3).fill(paper)]);
    }
  });

  test.each([
    [3, 52, 20],
    [6, 20, 8],
    [8, 20, 52],
  ])("EXIF orientation %i: red is where a viewer shows it", async (orientation, x, y) => {
    const { pages, shown } = await pagesOf(halves().withMetadata({ orientation }).jpeg());
    expect(pages[0]!.size).toMatchObject(orientation < 5 ? { width, height } : { width: height, height: width });
    const [r, , b] = pixel(shown[0]!, x, y);
    expect(r! - b!).toBeGreaterThan(180);
  });
});

describe("frames", () => {
  async function twoFrames(): Promise<Sharp> {
    return sharp([await halves().png().toBuffer(), await halves().negate().png().toBuffer()], {
      join: { animated: true },
    });
  }

  test("every page of a TIFF is a page", async () => {
    const { document, pages, shown } = await pagesOf((await twoFrames()).tiff());
    expect(pages.map(({ index }) => index)).toEqual([0, 1]);
    expect(document.gaps).toEqual([]);
    expect(pixel(shown[0]!, 8, 20)).not.toEqual(pixel(shown[1]!, 8, 20));
  });

  test("of an animation the first frame is read, the others are a gap", async () => {
    const { document, pages } = await pagesOf((await twoFrames()).webp());
    expect(pages).toHaveLength(1);
    expect(document.gaps).toEqual([{ code: "frame-not-read" }]);
  });
});

describe("what is not read is a gap", () => {
  test.each([
    ["no engine", { none: true }, ["ocr-unavailable"]],
    ["an engine that fails", { failing: true }, ["ocr-failed"]],
    ["a line that was seen and not read", { lines: [ocrLine("", 0), ocrLine("", 0)] }, ["low-confidence"]],
    ["a line read by guessing", { lines: [ocrLine("林晓", 0.3)] }, ["low-confidence"]],
    ["a speck", { lines: [ocrLine("", 0, { x: 2, y: 2, width: 6, height: 5 })] }, []],
    ["a barcode reader that fails", { barcodes: () => Promise.reject(new Error("13900001234")) }, ["barcode-failed"]],
  ])("%s", async (_name, options, codes) => {
    const { pages } = await pagesOf(halves().png(), options);
    expect(pages[0]!.gaps).toEqual(codes.map((code) => ({ code, page: 0 })));
  });
});

test("lines become the page's text, barcodes its marks", async () => {
  const quad = quadOfBox({ x: 30, y: 20, width: 10, height: 10 });
  const { pages } = await pagesOf(halves().png(), {
    lines: [ocrLine("收件人：林晓峰", 0.9)],
    barcodes: async () => [
      { symbology: "QRCode", quad, payload: "13900001234" },
      { symbology: "Code128", quad },
    ],
  });
  expect(pages[0]).toMatchObject({
    text: "收件人：林晓峰",
    runs: [{ origin: "ocr", precision: "estimated", confidence: 0.9 }],
  });
  expect(pages[0]!.locate({ start: 4, end: 7 })).toHaveLength(1);
  expect(pages[0]!.marks).toEqual([
    { entityType: "barcode", quad, score: 0.95, kind: "QRCode", payload: "13900001234" },
    { entityType: "barcode", quad, score: 0.9, kind: "Code128" },
  ]);
});

describe("bad pictures", () => {
  async function codeOf(bytes: Uint8Array): Promise<string> {
    const error = await pagesOf(bytes).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(TuheiError);
    expect((error as TuheiError).message).toMatch(/^picture\.\w+: /);
    return (error as TuheiError).code;
  }

  test.each(["jpeg", "png", "webp", "tiff"] as const)("a %s cut anywhere is damaged", async (format) => {
    const whole = await halves().toFormat(format).toBuffer();
    for (const share of [0.2, 0.5, 0.8]) {
      expect(await codeOf(whole.subarray(0, Math.max(20, whole.length * share)))).toBe("damaged");
    }
  });

  test("a header that claims 20,000 × 20,000 pixels is refused before anything is decoded", async () => {
    const png = Buffer.from(await halves().png().toBuffer());
    png.writeUInt32BE(20_000, 16);
    png.writeUInt32BE(20_000, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    const before = process.memoryUsage().rss;
    expect(await codeOf(png)).toBe("too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test("bytes that only begin like a picture are damaged", async () => {
    const source = bytesSource(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), "picture.jpeg");
    await expect(openPicture("jpeg", source, { services: services({}) })).rejects.toMatchObject({ code: "damaged" });
  });
});

/** CRC-32 of PNG third edition, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
