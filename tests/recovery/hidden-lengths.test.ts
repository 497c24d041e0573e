import { bytesSource, createServices, type Raster } from "@tuhei/core";
import { openPdf, renderPage } from "@tuhei/core/pdf";
import { redact } from "@tuhei/redactor";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { drawPage } from "../builders/drawn-text.ts";
import { type PlacedText, pdfOf } from "../builders/pdf.ts";

const services = createServices();
afterAll(() => services.close());

/** Pixels in a row that are black all along only where a bar is. */
const MIN_BAR = 30;

async function redacted(texts: readonly PlacedText[], draw?: Parameters<typeof pdfOf>[0][number]["draw"]) {
  const bytes = await pdfOf([{ texts, ...(draw && { draw }) }]);
  return redact(bytesSource(bytes, "a.pdf"), { open: { services }, looks: { hideLength: true } });
}

type Result = Awaited<ReturnType<typeof redacted>>;

async function barsOf({ file: { source } }: Result): Promise<string[]> {
  const file = await openPdf(await source.read(0, source.size), { name: "out.pdf" });
  try {
    return blackRuns(file.withPage(0, (page) => renderPage(page, 144)).raster);
  } finally {
    file.close();
  }
}

/** The rows and columns of every bar. */
function blackRuns({ data, width, height }: Raster): string[] {
  const runs: string[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0, start = 0; x <= width; x++) {
      if (x < width && data[(y * width + x) * 3] === 0) continue;
      if (x - start >= MIN_BAR) runs.push(`${y}: ${start}–${x}`);
      start = x + 1;
    }
  }
  return runs;
}

const LABEL: PlacedText = { text: "姓名：", x: 72, y: 100 };
const at = (text: string, x: number, y = 100): PlacedText => ({ text, x, y });

describe("bars that hide lengths", () => {
  test("a name at the end of a line gives the same bar whatever its length", async () => {
    const [short, long] = [await redacted([at("姓名：林峰", 72)]), await redacted([at("姓名：欧阳晓峰", 72)])];
    const bars = await barsOf(short);
    expect(bars).not.toEqual([]);
    expect(await barsOf(long)).toEqual(bars);
    expect([short.lengthVisible, long.lengthVisible]).toEqual([[], []]);
  });

  test("the last character of an ID is not told by the bar", async () => {
    const [digit, letter] = [
      await redacted([{ ...at("ID: 110105194912310038", 72), font: "latin" }]),
      await redacted([{ ...at("ID: 11010519491231002X", 72), font: "latin" }]),
    ];
    const bars = await barsOf(digit);
    expect(bars).not.toEqual([]);
    expect(await barsOf(letter)).toEqual(bars);
  });

  test("a bar in a cell reaches the next cell and its line, and covers neither", async () => {
    const rows = (name: string) => [LABEL, at(name, 120), at("部门", 300), at("人事", 300, 130)];
    const [short, long] = [await redacted(rows("林峰")), await redacted(rows("欧阳晓峰"))];
    const bars = await barsOf(short);
    expect(await barsOf(long)).toEqual(bars);
    expect(short.lengthVisible).toEqual([]);
    const ends = bars.map((bar) => Number(/–(\d+)$/.exec(bar)![1]));
    expect(Math.max(...ends)).toBeLessThan(2 * 300);
    expect(Math.max(...ends)).toBeGreaterThan(2 * 290);
  });

  test("text that goes on right behind a bar keeps its place, and the report says what its place tells", async () => {
    const result = await redacted([at("姓名：林晓峰，男", 72), at("电话：13900001234", 72, 130)]);
    expect(result.lengthVisible).toEqual([{ page: 0, places: 1 }]);
  });

  test("a line set from the middle tells its length by where it begins", async () => {
    const width = "姓名：林晓峰".length * 12;
    const result = await redacted([
      at("个人简历一览表，共计一页，请妥善保管", 72),
      at("姓名：林晓峰", (595 - width) / 2, 200),
    ]);
    expect(result.lengthVisible).toEqual([{ page: 0, places: 1 }]);
  });

  test("without the option every bar is counted", async () => {
    const bytes = await pdfOf([{ texts: [at("姓名：林晓峰", 72), at("电话：13900001234", 72, 130)] }]);
    const result = await redact(bytesSource(bytes, "a.pdf"), { open: { services } });
    expect(result.lengthVisible).toEqual([{ page: 0, places: 2 }]);
  });

  test("in a picture the bar of a short name ends where that of a long one does", async () => {
    const bars: string[][] = [];
    for (const name of ["林晓峰", "欧阳晓峰"]) {
      const { data, width, height } = await drawPage({
        width: 900,
        height: 200,
        lines: [{ text: `姓名：${name}`, at: [60, 110], size: 40 }],
      });
      const png = await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer();
      const { file } = await redact(bytesSource(png, "a.png"), { open: { services }, looks: { hideLength: true } });
      const output = sharp(await file.source.read(0, file.source.size));
      bars.push(blackRuns({ data: await output.raw().toBuffer(), width, height }));
    }
    const ends = bars.map((rows) => Math.max(...rows.map((row) => Number(row.split("–")[1]))));
    expect(ends[0]).toBeGreaterThan(800);
    // Bars follow the slant of the line as OCR sees it, which is a matter of a pixel.
    expect(Math.abs(ends[0]! - ends[1]!)).toBeLessThanOrEqual(2);
  });

  test("text has the same number of blocks for every value", async () => {
    const outputs: string[] = [];
    for (const name of ["林峰", "欧阳晓峰"]) {
      const { file, lengthVisible } = await redact(bytesSource(Buffer.from(`姓名：${name}\n`), "a.txt"), {
        open: { services },
        looks: { hideLength: true },
      });
      expect(lengthVisible).toEqual([]);
      outputs.push(Buffer.from(await file.source.read(0, file.source.size)).toString());
    }
    expect(outputs[0]).toBe(outputs[1]);
  });
});
