import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Box, bytesSource, createServices, open, type Raster } from "@tuhei/core";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from "zxing-wasm/writer";
import { drawPage, inkIn, isInside } from "../builders/drawn-text.ts";
import { pictureCases } from "../builders/image-corpus/index.ts";
import { box, likeness, sheet, text } from "../builders/image-drawing.ts";

/** What waybills, tickets and boarding passes carry. */
const SYMBOLS: readonly (readonly [WriteInputBarcodeFormat, string])[] = [
  ["QRCode", "https://example.com/parcel/13812345678"],
  ["Code128", "SF1234567890123"],
  ["Code39", "YT-9876543210"],
  ["ITF", "12345678901231"],
  ["EAN13", "6901234567892"],
  ["PDF417", "M1ZHANG/XIAOMING E1234567"],
  ["Aztec", "E12345678 ZHANG XIAOMING"],
  ["DataMatrix", "E12345678"],
];
/** Pixels of a module. */
const SCALE = 3;
/** Where a symbol begins, with its quiet zone, and how much of it is cut off. */
const SYMBOL_AT = 150;
const CUT = 36;

async function drawSymbol(format: WriteInputBarcodeFormat, text: string, turn: number): Promise<Raster> {
  const { image, error } = await writeBarcode(text, { format, scale: SCALE });
  expect(error).toBe("");
  const png = new Uint8Array(await image!.arrayBuffer());
  return drawPage({ width: 900, height: 600, pictures: [{ png, at: [SYMBOL_AT, 200] }], turn });
}

describe("barcodes", () => {
  const services = createServices({ ocr: "none" });
  beforeAll(async () => {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve("zxing-wasm/writer/zxing_writer.wasm")));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  });
  afterAll(() => services.close());

  describe.each(SYMBOLS)("%s", (format, text) => {
    test.each([0, 90, 180, 3, 20])("turned by %d° is decoded and wholly covered", async (turn) => {
      const raster = await drawSymbol(format, text, turn);
      const found = await services.barcodes(raster);
      expect(found.map(({ payload }) => payload)).toContain(text);
      const left = inkIn(raster, (x, y) => !found.some(({ quad }) => isInside(quad, x, y)));
      expect(left, "dark pixels outside the quads").toBe(0);
    });
  });

  test("a symbol too blurred to be decoded is located all the same", async () => {
    const raster = await drawSymbol("Code128", "SF1234567890123", 0);
    const blurred = blurAlong(raster, 3 * SCALE);
    const found = await services.barcodes(blurred);
    expect(found.filter(({ payload }) => payload === undefined)).not.toEqual([]);
    const left = inkIn(raster, (x, y) => !found.some(({ quad }) => isInside(quad, x, y)));
    expect(left, "dark pixels outside the quads").toBe(0);
  });

  test.each(["QRCode", "DataMatrix"] as const)("a %s with a blot in it is located all the same", async (format) => {
    const raster = await drawSymbol(format, "E12345678 ZHANG XIAOMING 13812345678 HANGZHOU", 0);
    const ink = inkIn(raster, () => true);
    const found = await services.barcodes(blotOver(raster));
    // zxing may see the same symbol several times.
    expect([...new Set(found.map(({ symbology }) => symbology))]).toEqual([format]);
    expect(found.every(({ payload }) => payload === undefined)).toBe(true);
    const left = inkIn(raster, (x, y) => !found.some(({ quad }) => isInside(quad, x, y)));
    expect(left / ink, "share of dark pixels outside the quads").toBe(0);
  });

  test.each([
    ["QRCode", "out of focus"],
    ["QRCode", "cut"],
    ["Aztec", "out of focus"],
    ["Aztec", "stained"],
    ["PDF417", "out of focus"],
    ["PDF417", "cut"],
  ] as const)("a %s that is %s is covered whole", async (format, damage) => {
    const drawn = await drawSymbol(format, SYMBOLS.find(([name]) => name === format)![1], 0);
    const { shown, seen } = await damages[damage](drawn);
    const found = await services.barcodes(seen);
    const left = inkIn(shown, (x, y) => !found.some(({ quad }) => isInside(quad, x, y)));
    expect(left, "dark pixels outside the quads").toBe(0);
  });

  test("large print, a portrait and a chart on a picture are not taken for one", async () => {
    const bars = Array.from({ length: 24 }, (_, row) => box(260, 40 + row * 16, 100 + ((row * 67) % 300), 11, "#222"));
    const drawn = sheet(1000, 900, [
      ...bars,
      ...bars.map((_, row) => text(250, 50 + row * 16, `项目${row + 1}`, { size: 11, anchor: "end" })),
      likeness(60, 470, 240, 320),
      text(360, 600, "浙江省杭州市", { size: 90, weight: "bold" }),
      text(360, 720, "BLACK", { size: 110, weight: "bold" }),
    ]);
    const reading = createServices({ faces: "keep" });
    const document = await open(bytesSource(await drawn.png().toBuffer(), "sheet.png"), { services: reading });
    for await (const page of document.pages()) expect(page.marks).toEqual([]);
    await reading.close();
  }, 60_000);

  test("a long screenshot, whose lines are stripes from afar, is not taken for one", async () => {
    const lines = Array.from({ length: 200 }, (_, i) => ({
      text: i % 3 === 0 ? `收货地址：浙江省杭州市西湖区文三路${i}号` : `好的，我的电话是138${12340000 + i}`,
      at: [i % 2 === 0 ? 150 : 30, 60 + i * 47.5] as const,
      size: 18,
    }));
    expect(await services.barcodes(await drawPage({ width: 540, height: 9600, lines }))).toEqual([]);
  });

  test("the boxes of a redacted ticket are not taken for one", async () => {
    const { raster } = await pictureCases(1)
      .find(({ name }) => name === "1-mild-exif-0-ticket-red")!
      .build();
    // Where the name, the ticket number and the code stood: zxing took them for the corner of a DataMatrix.
    const boxes = [
      { x: 464, y: 430, width: 144, height: 78 },
      { x: 84, y: 631, width: 348, height: 48 },
      { x: 801, y: 391, width: 268, height: 268 },
    ];
    expect(await services.barcodes(blackened(raster, boxes))).toEqual([]);
  });

  test("text, rules and an empty page are not taken for barcodes", async () => {
    const lines = Array.from({ length: 20 }, (_, i) => ({
      text: "收件人：欧阳明月 13812345678 |||| 1111 浙江省杭州市西湖区文三路478号",
      at: [20, 30 * (i + 1)] as const,
      size: 12 + (i % 4) * 3,
    }));
    expect(await services.barcodes(await drawPage({ width: 1000, height: 640, lines }))).toEqual([]);
    expect(await services.barcodes(await drawPage({ width: 300, height: 200 }))).toEqual([]);
    expect(await services.barcodes({ data: new Uint8Array(3), width: 1, height: 1 })).toEqual([]);
  });
});

/** What becomes of a drawn symbol: what is to be covered, and what is seen of it. */
const damages = {
  "out of focus": async (raster: Raster) => ({
    shown: raster,
    seen: await looked(raster, (it) => it.blur(0.75 * SCALE)),
  }),
  stained: async (raster: Raster) => ({ shown: blotOver(raster), seen: blotOver(raster) }),
  cut: async (raster: Raster) => {
    const left = SYMBOL_AT + CUT;
    const cut = await looked(raster, (it) =>
      it.extract({ left, top: 0, width: raster.width - left, height: raster.height }),
    );
    return { shown: cut, seen: cut };
  },
};

async function looked({ data, width, height }: Raster, look: (it: Sharp) => Sharp): Promise<Raster> {
  const it = look(sharp(data, { raw: { width, height, channels: 3 } }));
  const { data: seen, info } = await it.raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(seen), width: info.width, height: info.height };
}

/** Each pixel becomes the mean of `width` pixels of its row: a symbol moved while it was photographed. */
function blurAlong({ data, width: rowWidth, height }: Raster, width: number): Raster {
  const blurred = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < rowWidth; x++) {
      let [sum, count] = [0, 0];
      for (let i = Math.max(0, x - (width >> 1)); i <= Math.min(rowWidth - 1, x + (width >> 1)); i++, count++) {
        sum += data[(y * rowWidth + i) * 3]!;
      }
      blurred.fill(Math.round(sum / count), (y * rowWidth + x) * 3, (y * rowWidth + x) * 3 + 3);
    }
  }
  return { data: blurred, width: rowWidth, height };
}

/** The picture under black boxes. */
function blackened({ data, width, height }: Raster, boxes: readonly Box[]): Raster {
  const black = Uint8Array.from(data);
  for (const { x, y, width: across, height: down } of boxes) {
    for (let row = y; row < y + down; row++) black.fill(0, (row * width + x) * 3, (row * width + x + across) * 3);
  }
  return { data: black, width, height };
}

/** White over the middle of what is drawn. */
function blotOver(raster: Raster): Raster {
  const { data, width, height } = raster;
  const dark = Array.from({ length: width * height }, (_, at) => at).filter((at) => data[at * 3]! < 128);
  const [xs, ys] = [dark.map((at) => at % width), dark.map((at) => Math.floor(at / width))];
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const radius = (Math.max(...xs) - Math.min(...xs)) * 0.25;
  const blotted = Uint8Array.from(data);
  for (const at of dark)
    if (Math.hypot((at % width) - middle(xs), Math.floor(at / width) - middle(ys)) < radius)
      blotted.fill(255, at * 3, at * 3 + 3);
  return { data: blotted, width, height };
}
