import { createServices, type OcrEngine, type OcrLine, type Quad, type Raster } from "@tuhei/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawPage, inkIn, isInside } from "../builders/drawn-text.ts";

/** Invented people, as on a waybill. Each line is drawn in two sizes. */
const WAYBILL = [
  "收件人：欧阳明月",
  "手机号：13812345678",
  "身份证号码：11010519491231002X",
  "地址：浙江省杭州市西湖区文三路478号华星时代广场A座1203室",
  "寄件人：王小丽 13900139000",
  "北京市朝阳区建国门外大街1号国贸大厦三期28层",
  "银行卡号：6222021234567890123",
  "运单号：SF1234567890123",
];
const SIZES = [26, 18];
/** The share of Chinese characters that must be read right. */
const CHINESE_RECALL = 0.95;

/** Which pages an engine promises to read: tesseract has no notion of turned pages. */
const ENGINES = [
  { name: "paddle", turns: [0, 7, 45, 90, 180, 270] },
  { name: "tesseract", turns: [0] },
] as const;

/** Digits and letters that identify somebody, as they stand in the text. */
function identifiersOf(text: string): readonly string[] {
  return text.match(/[0-9A-Z]{9,}/g) ?? [];
}

/** The share of the Chinese characters of `expected` that stand in `read` in the same order. */
function chineseRecall(expected: string, read: string): number {
  const wanted: readonly string[] = expected.match(/\p{Script=Han}/gu) ?? [];
  const got: readonly string[] = read.match(/\p{Script=Han}/gu) ?? [];
  let row = new Array<number>(got.length + 1).fill(0);
  for (const char of wanted) {
    const next = [0];
    got.forEach((other, i) => {
      next.push(char === other ? row[i]! + 1 : Math.max(row[i + 1]!, next[i]!));
    });
    row = next;
  }
  return row.at(-1)! / wanted.length;
}

function drawWaybill(turn: number): Promise<Raster> {
  let y = 0;
  const lines = SIZES.flatMap((size) =>
    WAYBILL.map((text) => {
      y += size * 2;
      return { text, at: [60, y] as const, size };
    }),
  );
  return drawPage({ width: 1000, height: y + 60, lines, turn });
}

describe.each(ENGINES)("the OCR engine $name", ({ name, turns }) => {
  const services = createServices({ ocr: name });
  let engine: OcrEngine;
  beforeAll(async () => {
    engine = (await services.ocr())!;
  });
  afterAll(() => services.close());

  test("is the one that was asked for", () => {
    expect(engine.name).toBe(name);
  });

  describe.each(turns)("on a waybill turned by %d°", (turn) => {
    let raster: Raster;
    let lines: readonly OcrLine[];
    beforeAll(async () => {
      raster = await drawWaybill(turn);
      lines = await engine.recognize(raster);
    });

    test("reads every number to the digit, in both sizes", () => {
      const read = lines.map(({ text }) => text.replace(/\s/g, "")).join("\n");
      for (const identifier of identifiersOf(WAYBILL.join("\n"))) {
        expect(read.split(identifier).length - 1, `times that ${identifier} was read`).toBe(SIZES.length);
      }
    });

    test("reads the Chinese", () => {
      const unread = [...lines];
      let [right, all] = [0, 0];
      for (const expected of [...WAYBILL, ...WAYBILL]) {
        unread.sort((a, b) => chineseRecall(expected, b.text) - chineseRecall(expected, a.text));
        const han = expected.match(/\p{Script=Han}/gu)!.length;
        right += chineseRecall(expected, unread.shift()?.text ?? "") * han;
        all += han;
      }
      expect(right / all).toBeGreaterThanOrEqual(CHINESE_RECALL);
    });

    test("says where each letter and digit stands", () => {
      for (const { text, chars } of lines) {
        expect(chars.map((char) => char.text).join("")).toBe(text);
        for (const char of chars.filter((it) => /[\p{L}\p{N}]/u.test(it.text))) {
          expect(inkInQuad(raster, char.quad), `ink in the quad of one of ${chars.length} characters`).toBeGreaterThan(
            0,
          );
        }
      }
    });

    test("leaves no ink of a line outside its quads", () => {
      const all = inkIn(raster, () => true);
      const covered = inkIn(raster, (x, y) => lines.some(({ quad }) => isInside(quad, x, y)));
      expect(covered / all).toBeGreaterThan(0.98);
    });

    test("gives confidences from 0 to 1", () => {
      for (const { confidence, chars } of lines) {
        for (const value of [confidence, ...chars.map((char) => char.confidence)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }
    });
  });

  test("reads nothing on a white page", async () => {
    expect(await engine.recognize(await drawPage({ width: 400, height: 300 }))).toEqual([]);
  });

  test("reads a picture of one pixel without failing", async () => {
    const pixel = { data: new Uint8Array([255, 255, 255]), width: 1, height: 1 };
    expect((await engine.recognize(pixel)).map(({ text }) => text)).toEqual([]);
  });

  test("reads the same picture the same way twice", async () => {
    const raster = await drawPage({ width: 500, height: 80, lines: [{ text: WAYBILL[1]!, at: [20, 50], size: 26 }] });
    expect(await engine.recognize(raster)).toEqual(await engine.recognize(raster));
  });
});

describe("small print", () => {
  const services = createServices({ ocr: "paddle" });
  afterAll(() => services.close());

  test.each([10, 12])("of %d pixels is read to the digit", async (size) => {
    const lines = WAYBILL.map((text, i) => ({ text, at: [20, size * 2 * (i + 1)] as const, size }));
    const raster = await drawPage({ width: size * 36, height: size * 2 * (WAYBILL.length + 1), lines });
    const read = (await (await services.ocr())!.recognize(raster))
      .map(({ text }) => text.replace(/\s/g, ""))
      .join("\n");
    for (const identifier of identifiersOf(WAYBILL.join("\n"))) expect(read).toContain(identifier);
  });
});

test("one thread reads what two read, to the last digit of the confidence", async () => {
  const lines = WAYBILL.map((text, i) => ({ text, at: [20, 50 * (i + 1)] as const, size: 26 }));
  const raster = await drawPage({ width: 900, height: 50 * (WAYBILL.length + 1), lines });
  const [one, two] = [createServices({ ocr: "paddle", threads: 1 }), createServices({ ocr: "paddle", threads: 2 })];
  const read = await (await one.ocr())!.recognize(raster);
  expect(read.length).toBeGreaterThanOrEqual(WAYBILL.length);
  expect(await (await two.ocr())!.recognize(raster)).toEqual(read);
  for (const services of [one, two]) await services.close();
});

test("a long screenshot is read to its end", async () => {
  const services = createServices({ ocr: "paddle" });
  const phones = Array.from({ length: 40 }, (_, i) => String(13812340000 + i));
  const lines = phones.map((text, i) => ({ text, at: [i % 2 === 0 ? 40 : 300, 100 + i * 200] as const, size: 24 }));
  const read = await (await services.ocr())!.recognize(await drawPage({ width: 540, height: 8100, lines }));
  expect(read.map(({ text }) => text).sort()).toEqual(phones);
  await services.close();
});

test("small print on a large photograph is read to the digit", async () => {
  const services = createServices({ ocr: "paddle" });
  const lines = WAYBILL.map((text, i) => ({ text, at: [4100, 3300 + i * 50] as const, size: 16 }));
  const raster = await drawPage({ width: 7200, height: 5400, lines });
  const read = (await (await services.ocr())!.recognize(raster)).map(({ text }) => text.replace(/\s/g, "")).join("\n");
  for (const identifier of identifiersOf(WAYBILL.join("\n"))) expect(read).toContain(identifier);
  await services.close();
}, 60_000);

describe("condensed print", () => {
  const services = createServices({ ocr: "paddle" });
  afterAll(() => services.close());

  test.each(["开户行及账号：工行6222002211100334455", "身份证号：110105194912310022"])(
    "is read to the digit: %s",
    async (text) => {
      const raster = await drawPage({
        width: 500,
        height: 80,
        lines: [{ text, at: [20, 50], size: 28, condensed: 0.5 }],
      });
      const [line] = await (await services.ocr())!.recognize(raster);
      expect(line!.text.replaceAll(" ", "")).toBe(text);
    },
  );
});

describe("a gap in the print", () => {
  const services = createServices({ ocr: "paddle" });
  afterAll(() => services.close());

  test.each(["王小丽  男", "王小丽 13900139000", "6222 0212 3456 7890"])("stands in the text: %s", async (text) => {
    const raster = await drawPage({ width: 600, height: 90, lines: [{ text, at: [20, 55], size: 30 }] });
    const [line] = await (await services.ocr())!.recognize(raster);
    expect(line!.text).toBe(text.replace(/ +/g, " "));
  });

  test("between the letters of a word does not", async () => {
    const text = "浙江省杭州市11号1111室";
    const raster = await drawPage({ width: 800, height: 90, lines: [{ text, at: [20, 55], size: 30 }] });
    const [line] = await (await services.ocr())!.recognize(raster);
    expect(line!.text).toBe(text);
  });
});

describe("the choice of an engine", () => {
  test("none reads no pictures", async () => {
    expect(await createServices({ ocr: "none" }).ocr()).toBeUndefined();
  });

  test("of an unknown name is refused with the names there are", async () => {
    const services = createServices({ ocr: "other" as "auto" });
    await expect(services.ocr()).rejects.toMatchObject({ code: "usage", message: expect.stringContaining("paddle") });
    await services.close();
  });
});

function inkInQuad(raster: Raster, quad: Quad): number {
  return inkIn(raster, (x, y) => isInside(quad, x, y), quad);
}
