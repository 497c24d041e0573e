import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rgb, StandardFonts } from "@cantoo/pdf-lib";
import { bytesSource, createServices, type Document, open, type Page, scan, textOf } from "@tuhei/core";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { drawPage } from "../builders/drawn-text.ts";
import { openTypePdf } from "../builders/open-type-pdf.ts";
import {
  type PdfOptions,
  type PlacedPicture,
  type PlacedText,
  pdfOf,
  type Sheet,
  scannedPdf,
  textPdf,
} from "../builders/pdf.ts";
import { symbolOf } from "../builders/pdf-barcode.ts";
import * as features from "../builders/pdf-features.ts";
import { areaOf, differences, drawnByPoppler, isInside } from "../builders/pdf-ink.ts";

const withoutOcr = createServices({ ocr: "none" });
const withOcr = createServices();
afterAll(async () => {
  await withoutOcr.close();
  await withOcr.close();
});

async function read(bytes: Uint8Array, options: { ocr?: boolean; password?: string } = {}): Promise<Page[]> {
  const services = options.ocr ? withOcr : withoutOcr;
  const document = await open(bytesSource(bytes, "a.pdf"), { services, ...options });
  try {
    return await pagesOf(document);
  } finally {
    document.close();
  }
}

async function pagesOf(document: Document): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of document.pages()) pages.push(page);
  return pages;
}

async function valuesIn(bytes: Uint8Array, ocr = false): Promise<string[]> {
  const document = await open(bytesSource(bytes, "a.pdf"), { services: ocr ? withOcr : withoutOcr });
  try {
    const values: string[] = [];
    for await (const { page, findings } of scan(document))
      values.push(...findings.map((finding) => `${finding.entityType} ${textOf(finding, page)}`));
    return values;
  } finally {
    document.close();
  }
}

const VALUE = "林晓峰";
const LINE: PlacedText = { text: `姓名：${VALUE}，电话13900001234。`, x: 120, y: 300 };
/** The same line with the value left out and everything else where it was: the width of a Chinese character is its size. */
const REST: readonly PlacedText[] = [
  { text: "姓名：", x: 120, y: 300 },
  { text: "，电话13900001234。", x: 120 + 6 * 12, y: 300 },
];

describe("text of a page", () => {
  test("lines and columns come in the order of the file", async () => {
    const [page] = await read(await textPdf(["第一行", "第二行 有空格", "Third line"]));
    expect(page!.text).toBe("第一行\n第二行 有空格\nThird line");
  });

  test("cells of a table row stay on one line, parted by a tab", async () => {
    const cells = ["姓名", "林晓峰", "电话", "13900001234"];
    const [page] = await read(await pdfOf([{ texts: cells.map((text, at) => ({ text, x: 60 + at * 120, y: 100 })) }]));
    expect(page!.text).toBe("姓名\t林晓峰\t电话\t13900001234");
    expect(page!.runs.map(({ span, label }) => [page!.text.slice(span.start, span.end), label])).toEqual([
      ["姓名", undefined],
      ["林晓峰", "姓名"],
      ["电话", undefined],
      ["13900001234", "电话"],
    ]);
  });

  test("a table drawn column by column keeps its headers as labels", async () => {
    const columns = [
      ["姓名", "林晓峰", "周雨桐"],
      ["金额", "100", "200"],
    ];
    const texts = columns.flatMap((column, at) =>
      column.map((text, row) => ({ text, x: 60 + at * 150, y: 100 + row * 24 })),
    );
    expect(await valuesIn(await pdfOf([{ texts }]))).toEqual(["name 林晓峰", "name 周雨桐"]);
  });

  test("values wrapped within the narrow cells of a table are read whole, each where it stands", async () => {
    const rows = [
      ["姓名", "手机", "身份证号", "住址"],
      ["林晓峰", "139000|01234", "110105|194912|31002X", "北京市朝|阳区建国|路88号院|3号楼12|04室"],
      ["欧阳若|曦", "139000|05678", "330106|199608|152426", "杭州市西|湖区文三|路478号"],
    ];
    const lines = rows.flatMap((row, below) =>
      row.flatMap((cell, at) =>
        cell.split("|").map((text, line) => ({ text, x: 60 + at * 60, y: 100 + below * 100 + line * 15 })),
      ),
    );
    const expected = [
      ...[
        "name 林晓峰",
        "phone 13900001234",
        "id-card 11010519491231002X",
        "address 北京市朝阳区建国路88号院3号楼1204室",
      ],
      ...["name 欧阳若曦", "phone 13900005678", "id-card 330106199608152426", "address 杭州市西湖区文三路478号"],
    ];
    expect(await valuesIn(await pdfOf([{ texts: lines }]))).toEqual(expected);
    // Some programs draw what stands on one level first.
    const byLevel = lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
    expect(await valuesIn(await pdfOf([{ texts: byLevel }]))).toEqual(expected);
    const [page] = await read(await pdfOf([{ texts: lines }]));
    const start = page!.text.indexOf("11010519491231002X");
    const quads = page!.locate({ start, end: start + 18 });
    expect(quads.map(([{ x, y }]) => [Math.round(x), Math.round(y / 15)])).toEqual([12, 13, 14].map((y) => [180, y]));
  });

  test("rows of a table close under one another are values of their own", async () => {
    const rows = [
      ["李雷", "13900001234", "北京市朝阳区建国路88号"],
      ["韩梅", "13900005678", "上海市浦东新区世纪大道100号"],
      ["王小", "13900009012", "杭州市西湖区文三路478号"],
    ];
    const texts = rows.flatMap((row, below) =>
      row.map((text, at) => ({ text, x: 60 + at * 100, y: 100 + below * 16 })),
    );
    expect((await read(await pdfOf([{ texts }])))[0]!.text).toBe(rows.map((row) => row.join("\t")).join("\n"));
  });

  test("a label that a narrow cell without rules wraps names the value beside its two lines", async () => {
    const texts = [
      { text: "医保卡", x: 72, y: 100 },
      { text: "号", x: 72, y: 114 },
      { text: "A1234567X", x: 130, y: 107 },
      { text: "紧急联系电", x: 230, y: 100 },
      { text: "话", x: 230, y: 114 },
      { text: "88261234", x: 310, y: 107 },
      { text: "姓名", x: 72, y: 140 },
      { text: VALUE, x: 130, y: 140 },
      { text: "住址", x: 72, y: 154 },
      { text: "听雨轩", x: 130, y: 154 },
    ];
    const [page] = await read(await pdfOf([{ texts }]));
    const labels = Object.fromEntries(
      page!.runs.map(({ span, label }) => [page!.text.slice(span.start, span.end), label]),
    );
    expect(labels).toMatchObject({ A1234567X: "医保卡号", 88261234: "紧急联系电话", [VALUE]: "姓名", 听雨轩: "住址" });
  });

  test("in the ruled cells of a table values go on by the words at the head of their column, wrapped ones too", async () => {
    const rows = [
      ["序|号", "收|货|人", "Mobile|Phone", "公积金|账号", "备注"],
      ["1", "林晓|峰", "139000|01234", "110105|198801", "无|须|再|联|系"],
      ["2", "周雨|桐", "139000|05678", "110105|198802", "一|二|三"],
    ];
    const [width, height] = [64, 90];
    const texts = rows.flatMap((row, below) =>
      row.flatMap((cell, at) =>
        cell.split("|").map((text, line) => ({ text, x: 64 + at * width, y: 80 + below * height + line * 14 })),
      ),
    );
    const draw: Sheet["draw"] = (page) => {
      for (let row = 0; row < 3; row++)
        for (let at = 0; at < 5; at++) {
          const place = { x: 60 + at * width, y: 842 - 66 - (row + 1) * height, width, height };
          page.drawRectangle({ ...place, borderWidth: 0.5, borderColor: rgb(0, 0, 0) });
        }
    };
    const found = await valuesIn(await pdfOf([{ texts, draw }]));
    expect(found.map((value) => value.replace("\n", "")).toSorted()).toEqual([
      "housing-fund 110105198801",
      "housing-fund 110105198802",
      "name 周雨桐",
      "name 林晓峰",
      "phone 13900001234",
      "phone 13900005678",
    ]);
    const unruled = await valuesIn(await pdfOf([{ texts }]));
    expect(unruled.filter((value) => value.startsWith("housing-fund"))).toEqual([]);
  });

  test("cells that are filled up to their borders are parted, and a document's kind in them is no label", async () => {
    const rows = [
      ["员工姓名", "证件类型", "证件号码", "公积金账号", "社保编号"],
      ["林晓峰", "居民身份证", "0123456", "1101051988", "9481816789"],
      ["周雨桐", "护照", "E12345678", "1101051989", "2365154870"],
    ];
    const starts = [62, 114, 178, 242, 312];
    const texts = rows.flatMap((row, below) => row.map((text, at) => ({ text, x: starts[at]!, y: 80 + below * 20 })));
    const draw: Sheet["draw"] = (page) => {
      const sides = [...starts.map((start) => start - 1), 384];
      for (const x of sides) page.drawLine({ start: { x, y: 842 - 66 }, end: { x, y: 842 - 126 } });
      for (const row of [0, 1, 2, 3])
        page.drawLine({ start: { x: 61, y: 842 - 66 - row * 20 }, end: { x: 384, y: 842 - 66 - row * 20 } });
    };
    const [page] = await read(await pdfOf([{ texts, draw }]));
    const labels = page!.runs.map(({ span, label }) => [page!.text.slice(span.start, span.end), label]);
    expect(labels.filter(([, label]) => label !== undefined)).toEqual(
      rows.slice(1).flatMap((row) => row.map((text, at) => [text, rows[0]![at]])),
    );
  });

  test("a value in a cell is whole where its last line stands beside another cell", async () => {
    const cells = [
      { text: "手机号", x: 64, y: 80 },
      { text: "短号", x: 110, y: 80 },
      { text: "姓名", x: 156, y: 80 },
      { text: "139000", x: 64, y: 110 },
      { text: "01234", x: 66, y: 124 },
      { text: "67121", x: 110, y: 124 },
      { text: "林晓峰", x: 156, y: 117 },
    ];
    const draw: Sheet["draw"] = (page) => {
      for (const x of [60, 106, 152])
        for (const [y, height] of [
          [90, 26],
          [130, 40],
        ] as const)
          page.drawRectangle({ x, y: 842 - y, width: 46, height, borderWidth: 0.5 });
    };
    const values = await valuesIn(await pdfOf([{ texts: cells, draw }]));
    expect(values.map((value) => value.replace("\n", "")).toSorted()).toEqual(["name 林晓峰", "phone 13900001234"]);
  });

  test("what stands in cells of their own, one below the other, is not one value", async () => {
    const cells = ["林晓", "峰云", "139000", "01234"];
    const texts = cells.map((text, row) => ({ text, x: 64, y: 80 + row * 15 }));
    const draw: Sheet["draw"] = (page) => {
      for (const row of cells.keys())
        page.drawRectangle({ x: 60, y: 842 - 83 - row * 15, width: 80, height: 15, borderWidth: 0.5 });
    };
    const [unruled] = await read(await pdfOf([{ texts }]));
    expect(unruled!.text).toContain("13900001234");
    const [page] = await read(await pdfOf([{ texts, draw }]));
    expect(page!.text.split("\n")).toEqual(cells);
  });

  test("a rule in the space between two words, as a link's border is, takes no space away", async () => {
    const size = 20;
    const words = ["Goto the second page of Wang Xiaoming"];
    const texts: PlacedText[] = [{ text: words[0]!, x: 64, y: 90, size, font: "latin" }];
    const draw: Sheet["draw"] = (page) =>
      page.drawRectangle({ x: 143.5, y: 738, width: 150, height: 30, borderWidth: 1 });
    const [page] = await read(await pdfOf([{ texts, draw }]));
    expect(page!.text.split("\n")).toEqual(words);
  });

  test("a space that the file holds parts words wherever pdfium gives them", async () => {
    const words = ["Wang", " Xiaoming", " 13900001234"];
    const draw: Sheet["draw"] = (page) => {
      const font = page.doc.embedStandardFont(StandardFonts.Helvetica);
      let x = 60;
      for (const text of words) {
        page.drawText(text, { x, y: 700, size: 12, font });
        x += font.widthOfTextAtSize(text, 12);
      }
    };
    const [page] = await read(await pdfOf([{ draw, rotate: 180 }]));
    expect(page!.text).toBe("Wang Xiaoming 13900001234");
  });

  test("letters that lean stand on the line of those beside them", async () => {
    const texts = [
      { text: "电话139", x: 72, y: 100 },
      { text: "0000", x: 72 + 24 + 3 * 6.66, y: 100, lean: 14 },
      { text: "1234", x: 72 + 24 + 7 * 6.66, y: 100 },
    ];
    expect(await valuesIn(await pdfOf([{ texts }]))).toEqual(["phone 13900001234"]);
  });

  test.each([1.5, 3, 6])("characters %d points apart are read as words", async (spacing) => {
    const lines = [
      "1. 姓名：林晓峰，电话13900001234",
      "护照E12345678  surname LIN",
      "住址：北京市朝阳区建国路88号8组80",
    ];
    const texts = lines.map((text, row) => ({ text, x: 40, y: 100 + row * 24, spacing }));
    const bytes = await pdfOf([{ texts }]);
    const [page] = await read(bytes);
    expect(page!.text.split("\n").map((line) => line.replace(/\s+/g, " "))).toEqual(
      lines.map((line) => line.replace(/\s+/g, " ")),
    );
    expect(await valuesIn(bytes)).toEqual(
      expect.arrayContaining(["name 林晓峰", "phone 13900001234", "passport E12345678"]),
    );
  });

  test("characters that a justified line spreads are words, and what stands apart among them stays apart", async () => {
    const spread = (text: string, gap: number, y: number) =>
      [...text].map((one, at) => ({ text: one, x: 60 + at * (12 + gap), y }));
    const groups = ["138", "0013", "8000"].map((text, at) => ({ text, x: 60 + at * 36, y: 160, spacing: 1 }));
    const names = ["林晓峰", "周雨桐"].map((text, at) => ({ text, x: 60 + at * 43, y: 190 }));
    const texts = [...spread("当事人林晓峰", 9, 100), ...spread("号码", 9, 130), ...groups, ...names];
    const [page] = await read(await pdfOf([{ texts }]));
    expect(page!.text).toBe("当事人林晓峰\n号 码\n138 0013 8000\n林晓峰 周雨桐");
  });

  test("columns of text are read one after the other, and values go on in their own column", async () => {
    const columns = [
      ["收货人林晓峰，住北京市朝阳", "区建国路88号院3号楼，电", "话13900001234，请在傍晚", "以后送来，谢谢你们。"],
      ["另一位周雨桐的电话是139000", "05678，住在杭州市西湖区文", "三路478号，周末都在家里，", "不用预约就可以送。"],
    ];
    const texts = columns.flatMap((lines, at) =>
      lines.map((text, row) => ({ text, x: 50 + at * 180, y: 100 + row * 16 })),
    );
    const bytes = await pdfOf([{ texts }]);
    const [page] = await read(bytes);
    expect(page!.text.replace(/\n/g, "")).toBe(columns.flat().join(""));
    const values = (await valuesIn(bytes)).map((value) => value.replace("\n", ""));
    expect(values).toEqual(expect.arrayContaining(["phone 13900001234", "phone 13900005678"]));
  });

  test("a value that was filled in after its label reads on in the same line", async () => {
    const texts = [
      { text: "姓名：", x: 72, y: 100 },
      { text: "电话：", x: 72, y: 130 },
      { text: "林晓峰", x: 110, y: 100 },
      { text: "13900001234", x: 110, y: 130 },
    ];
    const [page] = await read(await pdfOf([{ texts }]));
    expect(page!.text).toBe("姓名：林晓峰\n电话：13900001234");
  });

  test("digits in boxes of their own are one number", async () => {
    const texts = [..."11010519491231002X"].map((text, at) => ({ text, x: 72 + at * 20, y: 100 }));
    expect(await valuesIn(await pdfOf([{ texts }]))).toEqual(["id-card 11010519491231002X"]);
  });

  test("a character outside the first plane is one character, in its place", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => {
        features.addType3Font(document, document.getPage(0), "林𠮷峰");
        features.addContent(document, document.getPage(0), "BT /T3 20 Tf 72 600 Td (012) Tj ET");
      },
    });
    const [page] = await read(bytes);
    expect(page!.text).toBe("林𠮷峰");
    const [quad] = page!.locate({ start: 1, end: 3 });
    expect(quad![0].x).toBeCloseTo(72 + 12, 0);
    expect(quad![1].x).toBeCloseTo(72 + 24, 0);
  });

  test("a name that is broken behind its dot is whole", async () => {
    const lines = ["审判员：管一宇 书记员：阿卜杜热合曼·", "库尔班"];
    const texts = lines.map((text, row) => ({ text, x: 72, y: 100 + row * 16 }));
    const values = await valuesIn(await pdfOf([{ texts }]));
    expect(values.map((value) => value.replace("\n", ""))).toContain("name 阿卜杜热合曼·库尔班");
  });

  test("a hyphen at the end of a line stays a hyphen", async () => {
    const texts = [
      { text: "one-", x: 72, y: 100, font: "latin" },
      { text: "two", x: 72, y: 116, font: "latin" },
    ] as const;
    const [page] = await read(await pdfOf([{ texts }]));
    expect(page!.text).toBe("one-\ntwo");
  });

  test("vertical writing reads downwards as one line", async () => {
    const bytes = await pdfOf([{ texts: [{ text: "收件人林晓峰", x: 300, y: 100 }] }], { font: "vertical" });
    const [page] = await read(bytes);
    expect(page!.text).toBe("收件人林晓峰");
  });

  test("columns of vertical writing run from right to left", async () => {
    const texts = ["北京市朝阳区", "建国路八十号"].map((text, column) => ({ text, x: 300 - column * 30, y: 100 }));
    const [page] = await read(await pdfOf([{ texts }], { font: "vertical" }));
    expect(page!.text).toBe("北京市朝阳区\n建国路八十号");
  });

  test("text that readers do not show is read: invisible, off a layer, white, behind the page's edge", async () => {
    const bytes = await pdfOf([{ texts: [{ ...LINE, invisible: true }] }], {
      finish: (document, font) => {
        const page = document.getPage(0);
        features.drawOnHiddenLayer(document, page, () => page.drawText("隐藏的字", { x: 72, y: 600, font }));
        page.drawText("页外的字", { x: 700, y: 500, font });
      },
    });
    const [page] = await read(bytes);
    expect(page!.text.split("\n").sort()).toEqual([LINE.text, "隐藏的字", "页外的字"].sort());
  });

  test("Type3 fonts, which browsers make of Chinese text, are read", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => {
        features.addType3Digits(document, document.getPage(0));
        features.addContent(document, document.getPage(0), "BT /T3 12 Tf 72 600 Td (13900001234) Tj ET");
      },
    });
    expect(await valuesIn(bytes)).toEqual(["phone 13900001234"]);
  });

  test("glyphs of no width that show nothing and have no Unicode part no value", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => {
        features.addType3Digits(document, document.getPage(0));
        features.addContent(document, document.getPage(0), "BT /T3 12 Tf 72 600 Td (139\\0010000\\0021234) Tj ET");
      },
    });
    expect(await valuesIn(bytes)).toEqual(["phone 13900001234"]);
  });

  test("a font that is named and not embedded, as on official receipts, is read in its place", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => {
        features.addSongByName(document, document.getPage(0));
        features.addContent(document, document.getPage(0), features.showInSong("购买方：林晓峰", 72, 600, 10));
      },
    });
    const [page] = await read(bytes);
    expect(page!.text).toBe("购买方：林晓峰");
    const [quad] = page!.locate({ start: 4, end: 7 });
    expect(quad![0].x).toBeCloseTo(72 + 40, 0);
    expect(quad![1].x).toBeCloseTo(72 + 70, 0);
    // The baseline is 242 pt from the top.
    expect(quad![0].y).toBeLessThan(234);
    expect(quad![3].y).toBeGreaterThan(242);
    expect(quad![3].y - quad![0].y).toBeLessThan(18);
  });

  test("values of form fields are text of the page, named by what is printed beside them", async () => {
    const bytes = await pdfOf([{ texts: [{ text: "开户人", x: 72, y: 100 }] }], {
      finish: (document, font) => features.addField(document, document.getPage(0), font, "a", VALUE, 150, 737),
    });
    expect(await valuesIn(bytes)).toEqual([`name ${VALUE}`]);
  });

  test("a page that a later revision emptied is read as it is shown", async () => {
    const bytes = await features.withPageEmptied(await textPdf([LINE.text]), 0);
    expect((await read(bytes))[0]!.text).toBe("");
  });

  test("pages may be walked twice and come out the same", async () => {
    const bytes = await pdfOf([{ texts: [LINE] }, { texts: REST }], {
      finish: (document, font) => features.addField(document, document.getPage(1), font, "a", VALUE, 150, 600),
    });
    const document = await open(bytesSource(bytes, "a.pdf"), { services: withoutOcr });
    const first = (await pagesOf(document)).map(({ text }) => text);
    expect((await pagesOf(document)).map(({ text }) => text)).toEqual(first);
    expect(first).toEqual([LINE.text, expect.stringContaining(VALUE)]);
    document.close();
  });
});

describe("where a value stands", () => {
  const shapes: readonly { name: string; sheet: Omit<Sheet, "texts">; angle?: number }[] = [
    { name: "an upright page", sheet: {} },
    { name: "a page turned by 90°", sheet: { rotate: 90 } },
    { name: "a page turned by 180°", sheet: { rotate: 180 } },
    { name: "a page turned by 270°", sheet: { rotate: 270 } },
    { name: "a page whose corner is not the origin", sheet: { corner: [-100, 50] } },
    { name: "a cropped page", sheet: { cropBox: [80, 400, 400, 300] } },
    {
      name: "a cropped page turned by 90° with its corner elsewhere",
      sheet: { corner: [-30, 40], cropBox: [80, 400, 400, 300], rotate: 90 },
    },
    { name: "a cropped page turned by 270°", sheet: { cropBox: [80, 400, 400, 300], rotate: 270 } },
    { name: "a page in larger units", sheet: { userUnit: 2 } },
    { name: "text at 30°", sheet: {}, angle: 30 },
    { name: "text at 45°", sheet: {}, angle: 45 },
    { name: "text at 90°", sheet: {}, angle: 90 },
    { name: "text at 180°", sheet: {}, angle: 180 },
    { name: "text at 200° on a turned page", sheet: { rotate: 90 }, angle: 200 },
  ];

  test.each(shapes)("$name: the value's ink is inside the quads and no other ink is", async ({ sheet, angle = 0 }) => {
    const turned = (text: PlacedText): PlacedText => {
      const along = text.x - LINE.x;
      const radians = (angle * Math.PI) / 180;
      return { ...text, x: LINE.x + along * Math.cos(radians), y: LINE.y - along * Math.sin(radians), angle };
    };
    const bytes = await pdfOf([{ ...sheet, texts: [turned(LINE)] }]);
    const rest = await pdfOf([{ ...sheet, texts: REST.map(turned) }]);
    const empty = await pdfOf([sheet]);
    const [page] = await read(bytes);
    const start = page!.text.indexOf(VALUE);
    const quads = page!.locate({ start, end: start + VALUE.length });
    expect(quads).toHaveLength(1);
    const [drawn, drawnRest, drawnEmpty] = [bytes, rest, empty].map((file) => drawnByPoppler(file));
    const ink = differences(drawn!, drawnRest!, page!);
    expect(ink.length).toBeGreaterThan(100);
    expect(ink.filter((point) => !isInside(point, quads[0]!))).toEqual([]);
    const others = differences(drawnRest!, drawnEmpty!, page!);
    expect(others.length).toBeGreaterThan(200);
    expect(others.filter((point) => isInside(point, quads[0]!))).toEqual([]);
    // Three characters of 12 pt are 36 pt long; a line is not higher than one and a half times its size.
    expect(areaOf(quads[0]!)).toBeLessThan(37 * 18);
  });

  test("a value over two lines has a quad for each", async () => {
    const [page] = await read(await textPdf(["地址：北京市朝阳区建国路", "88号院3号楼"]));
    const quads = page!.locate({ start: 3, end: page!.text.length });
    expect(quads).toHaveLength(2);
    expect(quads[0]![0].x).toBeGreaterThan(quads[1]![0].x);
    expect(quads[0]![2].y).toBeLessThan(quads[1]![0].y);
  });

  test("vertical text is inside its quad", async () => {
    const options = { font: "vertical" } as const;
    const bytes = await pdfOf([{ texts: [{ text: "收件人林晓峰先生", x: 300, y: 100 }] }], options);
    const empty = await pdfOf([{}], options);
    const [page] = await read(bytes);
    const quads = page!.locate({ start: 0, end: page!.text.length });
    const ink = differences(drawnByPoppler(bytes), drawnByPoppler(empty), page!);
    expect(ink.length).toBeGreaterThan(300);
    expect(ink.filter((point) => !quads.some((quad) => isInside(point, quad)))).toEqual([]);
    expect(quads.reduce((sum, quad) => sum + areaOf(quad), 0)).toBeLessThan(9 * 12 * 20);
  });

  test("a font that claims more height than it has does not reach into other lines", async () => {
    const bytes = await pdfOf(
      [{ texts: ["第一行文字", "第二行文字", "第三行文字"].map((text, row) => ({ text, x: 72, y: 100 + row * 18 })) }],
      {
        font: "tall",
      },
    );
    const [page] = await read(bytes);
    expect(page!.text).toBe("第一行文字\n第二行文字\n第三行文字");
    const [quad] = page!.locate({ start: 6, end: 11 });
    expect(quad![0].y).toBeGreaterThan(101);
    expect(quad![3].y).toBeLessThan(124);
  });

  test("separators have no place", async () => {
    const [page] = await read(await textPdf(["上行", "下行"]));
    expect(page!.locate({ start: 2, end: 3 })).toEqual([]);
  });
});

async function pictureOf(lines: readonly string[], size = 40): Promise<Uint8Array> {
  const raster = await drawPage({
    width: 1240,
    height: 1754,
    lines: lines.map((text, row) => ({ text, at: [150, 300 + row * 100], size })),
  });
  return pngOf(raster);
}

function pngOf({ data, width, height }: { data: Uint8Array; width: number; height: number }): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

describe("pictures of text", () => {
  test("a scan is read by OCR, and what is found stands where it was drawn", async () => {
    const [page] = await read(await scannedPdf(await pictureOf([LINE.text])), { ocr: true });
    expect(page!.text).toContain("13900001234");
    expect(page!.gaps).toEqual([]);
    const start = page!.text.indexOf("13900001234");
    const quads = page!.locate({ start, end: start + 11 });
    // The drawing's pixels are 595 / 1240 of a point.
    const scale = 595 / 1240;
    for (const { x, y } of quads[0]!) {
      expect(x).toBeGreaterThan(150 * scale);
      expect(x).toBeLessThan((150 + 19 * 40) * scale);
      expect(y).toBeGreaterThan(235 * scale);
      expect(y).toBeLessThan(335 * scale);
    }
  });

  test("a scan on a turned and cropped page is read upright", async () => {
    const raster = await drawPage({
      width: 1240,
      height: 1754,
      lines: [{ text: LINE.text, at: [150, 600], size: 40 }],
      turn: 270,
    });
    const bytes = await scannedPdf(await pngOf(raster), { size: [842, 595], rotate: 90, cropBox: [20, 20, 800, 550] });
    const [page] = await read(bytes, { ocr: true });
    expect(page!.size!.height).toBe(800);
    expect(page!.text).toContain("13900001234");
  });

  test("on a mixed page text stays text, and only what the picture adds is told by OCR", async () => {
    const picture = await pictureOf(["收件人：周雨桐"]);
    const bytes = await pdfOf([
      { texts: [{ ...LINE, y: 100 }], pictures: [{ bytes: picture, x: 60, y: 200, width: 400, height: 566 }] },
    ]);
    const [page] = await read(bytes, { ocr: true });
    const origins = page!.runs.map(({ origin, span }) => [origin, page!.text.slice(span.start, span.end)]);
    expect(origins).toEqual([
      ["content", LINE.text],
      ["ocr", "收件人：周雨桐"],
    ]);
  });

  test("the invisible text over a scan is read as well as the scan", async () => {
    const texts = [{ text: "林晓峰13900001234", x: 72, y: 150, invisible: true }];
    const picture = { bytes: await pictureOf([LINE.text]), x: 0, y: 0, width: 595, height: 842 };
    const [page] = await read(await pdfOf([{ pictures: [picture], texts }]), { ocr: true });
    expect(page!.runs.map(({ origin }) => origin)).toEqual(["content", "ocr"]);
    expect(page!.text.match(/13900001234/g)).toHaveLength(2);
  });

  test("glyphs without Unicode are read from the picture of the page", async () => {
    const bytes = await pdfOf([{ texts: [LINE] }], { font: "no-unicode" });
    expect(await valuesIn(bytes, true)).toContain("phone 13900001234");
    const [page] = await read(bytes, { ocr: true });
    expect(page!.gaps).toEqual([]);
  });

  test("digits that a font shows otherwise than it says are read from the picture of the page", async () => {
    const shuffled = (char: string) => (/\d/.test(char) ? "8301594726"[Number(char)]! : char);
    const bytes = await openTypePdf([LINE.text, "金额：86.52元"], shuffled);
    expect((await read(bytes))[0]!.gaps).toEqual([
      { code: "ocr-unavailable", page: 0 },
      { code: "unmapped-text", page: 0 },
    ]);
    expect(await valuesIn(bytes, true)).toContain("phone 13900001234");
    expect((await read(bytes, { ocr: true }))[0]!.gaps).toEqual([]);
    expect((await read(await openTypePdf([LINE.text])))[0]!.gaps).toEqual([]);
  });

  test("without OCR, glyphs without Unicode are a gap", async () => {
    const [page] = await read(await pdfOf([{ texts: [LINE] }], { font: "no-unicode" }));
    expect(page!.gaps).toEqual([
      { code: "ocr-unavailable", page: 0 },
      { code: "unmapped-text", page: 0 },
    ]);
    expect(page!.text).toMatch(/^\ufffd+$/);
  });

  test("glyphs that nobody can tell are a gap, OCR or not", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => {
        features.addEmptyType3Font(document, document.getPage(0));
        features.addContent(document, document.getPage(0), "BT /T3 12 Tf 72 600 Td (13900001234) Tj ET");
      },
    });
    const [page] = await read(bytes, { ocr: true });
    expect(page!.gaps).toEqual([{ code: "unmapped-text", page: 0 }]);
  });

  test("without OCR, a scan is a gap and a blank sheet is not", async () => {
    const [scanned] = await read(await scannedPdf(await pictureOf([LINE.text])));
    expect(scanned!.gaps).toEqual([{ code: "ocr-unavailable", page: 0 }]);
    const [blank] = await read(await scannedPdf(await pictureOf([])));
    expect(blank!.gaps).toEqual([]);
  });

  test("text drawn as outlines is read", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => features.drawOutlines(document.getPage(0), "13900001234", 72, 600, 24),
    });
    expect((await read(bytes))[0]!.text).toBe("");
    expect(await valuesIn(bytes, true)).toContain("phone 13900001234");
  });

  test("text inside a tiling pattern is read", async () => {
    const bytes = await pdfOf([{}], {
      finish: (document) => features.fillWithPattern(document, document.getPage(0), "13900001234"),
    });
    expect(await valuesIn(bytes, true)).toContain("phone 13900001234");
  });

  test("barcodes are marks where they stand, drawn as a picture or as bars", async () => {
    const { png: bytes, modules } = await symbolOf("13900001234", "QRCode");
    const [page] = await read(await pdfOf([{ pictures: [{ bytes, x: 100, y: 200, width: 80, height: 80 }] }]));
    expect(page!.marks).toMatchObject([{ entityType: "barcode", kind: "QRCode", payload: "13900001234" }]);
    for (const { x, y } of page!.marks[0]!.quad) {
      expect(Math.abs(x - 140)).toBeLessThan(45);
      expect(Math.abs(y - 240)).toBeLessThan(45);
    }
    const drawn = await pdfOf([{ draw: (sheet) => features.drawModules(sheet, modules, 100, 500, 3) }]);
    expect((await read(drawn))[0]!.marks).toMatchObject([{ kind: "QRCode", payload: "13900001234" }]);
  });
});

describe("what a file says besides its pages", () => {
  test("information dictionary, XMP, fields, annotations, outline, links and attachment names are metadata", async () => {
    const finish: PdfOptions["finish"] = async (document, font) => {
      const page = document.getPage(0);
      features.addMetadata(document, "林晓峰", "周雨桐", true);
      features.addField(document, page, font, "phone", "13900001234", 100, 600);
      features.addField(document, page, font, "联系人", "林晓峰", 100, 500);
      features.addNote(document, page, "请联系13900005678", "林晓峰");
      features.addLink(document, page, "mailto:lin@example.com");
      features.addOutline(document, "林晓峰的合同");
      await features.addAttachment(document, "林晓峰.txt", Buffer.from("text"));
    };
    const document = await open(bytesSource(await pdfOf([{}], { finish })), { services: withoutOcr });
    expect(Object.fromEntries(document.metadata.map(({ key, text }) => [key, text]))).toEqual({
      "Info.Author": "林晓峰",
      "XMP.creator": "周雨桐",
      "Form.phone": "13900001234",
      Form: "联系人: 林晓峰",
      "Form.Name": "联系人",
      "Annotation.Contents": "请联系13900005678",
      "Annotation.Author": "林晓峰",
      "Link.URI": "mailto:lin@example.com",
      Outline: "林晓峰的合同",
      "Attachment.Name": "林晓峰.txt",
    });
    expect(document.gaps).toEqual([{ code: "attachment-not-read" }]);
    document.close();
  });
});

describe("files that are not as they should be", () => {
  test("a password opens, a wrong one or none says so", async () => {
    const bytes = await pdfOf([{ texts: [LINE] }], { password: "开门" });
    expect((await read(bytes, { password: "开门" }))[0]!.text).toBe(LINE.text);
    await expect(read(bytes)).rejects.toMatchObject({ code: "encrypted" });
    await expect(read(bytes, { password: "x" })).rejects.toMatchObject({ code: "encrypted" });
  });

  test.each(["128", "256"])("a file that qpdf encrypted with %s bits opens", async (bits) => {
    const folder = mkdtempSync(join(tmpdir(), "tuhei-test-"));
    try {
      const [plain, locked] = [join(folder, "a.pdf"), join(folder, "b.pdf")];
      writeFileSync(plain, await textPdf([LINE.text]));
      const aes = bits === "128" ? ["--use-aes=y"] : [];
      execFileSync("qpdf", ["--encrypt", "user", "owner", bits, ...aes, "--", plain, locked]);
      expect((await read(readFileSync(locked), { password: "user" }))[0]!.text).toBe(LINE.text);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("a file cut short is read as far as it goes, or refused; never silently empty", async () => {
    const whole = await textPdf([LINE.text]);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      const outcome = await read(cut).then(
        (pages) => pages.some(({ text, gaps }) => text.includes(VALUE) || gaps.length > 0),
        (error: { code: string }) => error.code === "damaged",
      );
      expect([share, outcome]).toEqual([share, true]);
    }
  });

  test("a file without pages and one that only claims to be a PDF are refused", async () => {
    const empty =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>\n%%EOF";
    for (const text of [empty, "%PDF-1.7 and nothing more"]) {
      await expect(read(Buffer.from(text))).rejects.toMatchObject({ code: "damaged" });
    }
  });

  test("a text that speaks of PDF stays text", async () => {
    const document = await open(bytesSource(Buffer.from("文件以 %PDF-1.7 开头。\n"), "a.md"), { services: withoutOcr });
    expect(document.format).toBe("text");
    document.close();
  });

  test("bytes before the header are accepted, as readers do", async () => {
    const bytes = Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), await textPdf([LINE.text])]);
    expect((await read(bytes))[0]!.text).toBe(LINE.text);
  });
});

describe("what a picture hides", () => {
  const covered: readonly { name: string; sheet: (picture: PlacedPicture) => Sheet }[] = [
    {
      name: "a scan under a black box",
      sheet: (picture) => ({
        pictures: [picture],
        draw: (page) => page.drawRectangle({ x: 60, y: 660, width: 420, height: 80, color: rgb(0, 0, 0) }),
      }),
    },
    {
      name: "a scan that is clipped",
      sheet: (picture) => ({ pictures: [picture], clip: [0, 0, 595, 400] }),
    },
    { name: "a scan outside the CropBox", sheet: (picture) => ({ pictures: [picture], cropBox: [0, 0, 595, 400] }) },
    {
      name: "a scan turned on its side outside the CropBox",
      sheet: (picture) => ({ pictures: [picture], cropBox: [0, 0, 595, 400], rotate: 90 }),
    },
  ];

  test.each(covered)("$name is read where it is hidden", async ({ sheet }) => {
    const picture = { bytes: await pictureOf([LINE.text]), x: 0, y: 0, width: 595, height: 842 };
    const turned = sheet(picture);
    const upright = turned.rotate
      ? { ...picture, bytes: await sharp(picture.bytes).rotate(270).png().toBuffer() }
      : picture;
    const bytes = await pdfOf([{ ...turned, pictures: [upright] }]);
    const [page] = await read(bytes, { ocr: true });
    expect(page!.text).toContain("13900001234");
  });
});
