import { bytesSource, createServices, open, type Page, readAll, scan, textOf } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { type Drawing, drawPage } from "../builders/drawn-text.ts";

const services = createServices();
afterAll(() => services.close());

const waybill: Drawing = {
  width: 1000,
  height: 520,
  lines: [
    { text: "顺丰速运", at: [40, 60], size: 36 },
    { text: "寄件人：林晓峰", at: [40, 140], size: 26 },
    { text: "电话：13900001234", at: [40, 180], size: 26 },
    { text: "地址：浙江省杭州市西湖区文三路", at: [40, 220], size: 24 },
    { text: "1号创业大厦2幢301室", at: [112, 255], size: 24 },
    { text: "付款方式：寄付月结", at: [40, 295], size: 24 },
    { text: "收件人：欧阳文静", at: [540, 140], size: 26 },
    { text: "电话：13800005678", at: [540, 180], size: 26 },
    { text: "地址：上海市黄浦区人民路8号", at: [540, 220], size: 24 },
    { text: "新世界花园3栋1202室", at: [612, 255], size: 24 },
    { text: "备注：请放在门口", at: [540, 295], size: 24 },
    { text: "户名", at: [40, 400], size: 24 },
    { text: "周小婷", at: [40, 440], size: 26 },
  ],
};
const values = [
  "林晓峰",
  "13900001234",
  "浙江省杭州市西湖区文三路\n1号创业大厦2幢301室",
  "欧阳文静",
  "13800005678",
  "上海市黄浦区人民路8号\n新世界花园3栋1202室",
  "周小婷",
];
/** What is nobody's secret and has to stay readable. */
const kept = ["顺丰速运", "寄件人", "付款方式：寄付月结", "备注：请放在门口", "户名"];

async function pictureOf(drawing: Drawing) {
  const { data, width, height } = await drawPage(drawing);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function readPages(bytes: Uint8Array) {
  const document = await open(bytesSource(bytes, "picture"), { services });
  const pages: Page[] = [];
  const found: string[] = [];
  for await (const { page, findings } of scan(document)) {
    pages.push(page);
    found.push(...findings.map((finding) => textOf(finding, page)));
  }
  document.close();
  return { pages, found };
}

async function redacted(bytes: Uint8Array): Promise<Uint8Array> {
  return readAll((await redact(bytesSource(bytes, "picture"), { open: { services } })).file.source);
}

/** Text of the output without what separates its pieces. */
function plain(pages: readonly Page[]): string {
  return pages.map(({ text }) => text.replace(/[ \t]/g, "")).join("\n");
}

describe("a waybill of two columns", () => {
  test("names, phones and wrapped addresses are found as wholes", async () => {
    const { found } = await readPages(await (await pictureOf(waybill)).png().toBuffer());
    expect(found).toEqual(values);
  });

  test.each([
    ["as a PNG", 0, undefined],
    ["as a JPEG", 0, "jpeg"],
    ["tilted", 5, "jpeg"],
    ["upside down", 180, "png"],
  ] as const)("%s it comes out without them, and with all the rest", async (_name, turn, format = "png") => {
    const picture = await pictureOf({ ...waybill, turn });
    const output = await redacted(await picture.toFormat(format).toBuffer());
    const { pages, found } = await readPages(output);
    expect(found).toEqual([]);
    const text = plain(pages);
    for (const value of values.flatMap((value) => value.split("\n"))) expect(text).not.toContain(value);
    for (const words of kept) expect(text).toContain(words);
  });
});

describe("not one pixel of a value's ink is left", () => {
  /** Label, value, and what follows it in the same line. */
  const fields = [
    ["收件人：", "林晓峰", ""],
    ["手机号", "13900001234", " 请勿投诉"],
    ["身份证号码：", "110101199003074514", ""],
    ["地址：", "浙江省杭州市西湖区文三路1号", ""],
    ["电话：", "0571-88886666", " 转接"],
  ] as const;

  /** Values are printed in red, everything else in black. */
  async function printed(size: number, turn: number): Promise<Uint8Array> {
    const lines = fields.map(
      ([label, value, rest], row) =>
        `<text x="40" y="${60 + row * size * 2}" font-size="${size}" font-family="Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif" xml:space="preserve">${label}<tspan fill="#e00000">${value}</tspan>${rest}</text>`,
    );
    const height = 60 + fields.length * size * 2;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${height}"><rect width="100%" height="100%" fill="white"/>${lines.join("")}</svg>`;
    const page = await sharp(Buffer.from(svg)).png().toBuffer();
    return sharp(page).rotate(turn, { background: "white" }).flatten({ background: "white" }).png().toBuffer();
  }

  async function redPixels(bytes: Uint8Array): Promise<number> {
    const { data, info } = await sharp(bytes).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
    let count = 0;
    for (let at = 0; at < data.length; at += info.channels) {
      if (info.channels === 3 && data[at]! > 150 && data[at + 1]! < 150) count++;
    }
    return count;
  }

  test.each([
    [20, 0],
    [30, 0],
    [30, -9],
    [36, 90],
  ])("print of %i pixels, turned by %i degrees", async (size, turn) => {
    const original = await printed(size, turn);
    expect(await redPixels(original)).toBeGreaterThan(1000);
    expect(await redPixels(await redacted(original))).toBe(0);
  });
});

test("a photograph that the camera turned by EXIF comes out upright", async () => {
  const turned = await (await pictureOf({ ...waybill, turn: 270 })).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const output = await redacted(turned);
  expect(await sharp(output).metadata()).toMatchObject({ width: waybill.width, height: waybill.height });
  const { pages, found } = await readPages(output);
  expect(found).toEqual([]);
  for (const words of kept) expect(plain(pages)).toContain(words);
});

test("both pages of a black and white scan are read and redacted", async () => {
  const second: Drawing = { ...waybill, lines: [{ text: "紧急联系人：陆远 13700009999", at: [60, 120], size: 30 }] };
  const pages = await Promise.all(
    [waybill, second].map(async (drawing) => (await pictureOf(drawing)).threshold().png().toBuffer()),
  );
  const tiff = await sharp(pages, { join: { animated: true } })
    .toColourspace("b-w")
    .tiff({ compression: "lzw" })
    .toBuffer();
  const { found } = await readPages(tiff);
  expect(found).toEqual(expect.arrayContaining(["林晓峰", "13900001234", "陆远", "13700009999"]));
  const output = await redacted(tiff);
  const after = await readPages(output);
  expect(after.pages).toHaveLength(2);
  expect(after.found).toEqual([]);
  expect(plain(after.pages)).toContain("紧急联系人");
});

test("a photograph without text comes out as it is, but for what surrounds the pixels", async () => {
  const data = Uint8Array.from({ length: 200 * 150 * 3 }, (_, at) => 128 + Math.round(100 * Math.sin(at / 9000)));
  const image = sharp(data, { raw: { width: 200, height: 150, channels: 3 } }).withExif({ IFD0: { Artist: "x" } });
  const original = await image.png().toBuffer();
  const output = await redacted(original);
  expect((await sharp(output).raw().toBuffer()).equals(await sharp(original).raw().toBuffer())).toBe(true);
  expect((await sharp(output).metadata()).exif).toBeUndefined();
});
