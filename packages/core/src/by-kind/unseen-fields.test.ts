import { describe, expect, test } from "vitest";
import { documentOf } from "../../../../tests/builders/one-page.js";
import { layout } from "../layout.js";
import type { Page } from "../model/document.js";
import { type Box, boxAround, overlaps, type Quad, quadOfBox } from "../model/geometry.js";
import { type ScanOptions, scan } from "../scan.js";

/** Height of the lines below, in pixels. */
const HEIGHT = 30;

type Line = readonly [text: string, x: number, y: number];

/** A picture with lines as OCR reads them, and print in some places that it did not even see. */
function pageOf(lines: readonly Line[], smeared: readonly Box[]): Page {
  const { text, runs, locate } = layout(
    lines.map(([text, x, y]) => ({ text, quad: quadOfBox(boxOf(text, x, y)), confidence: 0.99 })),
  );
  const within = (quad: Quad): Quad | undefined => {
    const parts = smeared.flatMap((box) => shared(boxAround(quad), box) ?? []);
    return parts.length > 0 ? quadOfBox(boxAround(parts.flatMap(quadOfBox))) : undefined;
  };
  return {
    index: 0,
    size: { width: 2000, height: 3000, unit: "px" },
    text,
    runs,
    marks: [],
    gaps: [],
    locate,
    printIn: async (places) => places.map(({ quad }) => within(quad)),
  };
}

function boxOf(text: string, x: number, y: number): Box {
  return { x, y: y - HEIGHT / 2, width: HEIGHT * 0.9 * [...text].length, height: HEIGHT };
}

function shared(a: Box, b: Box): Box | undefined {
  if (!overlaps(a, b)) return undefined;
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

async function scanned(page: Page, options: ScanOptions = {}) {
  for await (const one of scan(documentOf(page), options)) return one;
  throw new Error("Expected a page");
}

async function unseen(page: Page, options?: ScanOptions) {
  const { findings } = await scanned(page, options);
  return findings.filter(({ reason }) => reason.startsWith("place,"));
}

const licence: readonly Line[] = [
  ["中华人民共和国机动车驾驶证", 300, 100],
  ["证号", 100, 200],
  ["姓名", 100, 300],
  ["性别", 500, 300],
  ["男", 600, 300],
  ["住址", 100, 400],
  ["出生日期", 400, 600],
  ["初次领证日期", 400, 700],
  ["2021-05-12", 650, 700],
  ["准驾车型", 400, 800],
  ["C1", 650, 800],
];
const smear = (x: number, y: number, width: number, height = HEIGHT): Box => ({ x, y: y - height / 2, width, height });

test.each([
  ["id-card", smear(200, 200, 500)],
  ["name", smear(200, 300, 120, 40)],
  ["address", { ...smear(200, 400, 500), height: 80 }],
  ["birth-date", smear(650, 600, 260)],
])("a smeared %s beside its label is covered whole, and nothing else is", async (entityType, place) => {
  const found = await unseen(pageOf(licence, [place]));
  expect(found).toMatchObject([{ entityType, reason: "place, driving-licence" }]);
  const box = boxAround(found[0]!.place.quads[0]!);
  expect(shared(box, place)).toEqual(place);
  expect(box.width * box.height).toBeLessThan(2.5 * place.width * place.height);
  for (const [text, x, y] of licence) expect([text, shared(box, boxOf(text, x, y))]).toEqual([text, undefined]);
});

describe("on a driving licence", () => {
  const name = smear(200, 300, 120);

  test("what was covered without being read is told as a gap", async () => {
    expect((await scanned(pageOf(licence, [name]))).page.gaps).toEqual([{ code: "low-confidence", page: 0 }]);
    expect((await scanned(pageOf(licence, []))).page.gaps).toEqual([]);
  });

  test("a field that is empty is no finding, nor is what is printed elsewhere", async () => {
    expect(await unseen(pageOf(licence, []))).toEqual([]);
    expect(await unseen(pageOf(licence, [smear(700, 300, 200), smear(100, 900, 400)]))).toEqual([]);
  });

  test("the value of a label that names nothing personal stays", async () => {
    const lines = licence.filter(([text]) => text !== "C1" && text !== "2021-05-12");
    expect(await unseen(pageOf(lines, [smear(650, 800, 60), smear(650, 700, 260)]))).toEqual([]);
  });

  test("a type that is kept or not asked for stays", async () => {
    expect(await unseen(pageOf(licence, [name]), { keep: new Set(["name"]) })).toEqual([]);
    expect(await unseen(pageOf(licence, [name]), { only: new Set(["id-card"]) })).toEqual([]);
  });

  test("a label in two languages names a value once", async () => {
    const both: readonly Line[] = [...licence, ["Name", 100, 330]];
    expect(await unseen(pageOf(both, [smear(230, 312, 120, 40)]))).toHaveLength(1);
  });
});

test("a label on a page of no known kind covers nothing", async () => {
  const note: readonly Line[] = [
    ["会议纪要", 100, 100],
    ["姓名", 100, 300],
  ];
  expect(await unseen(pageOf(note, [smear(200, 300, 120)]))).toEqual([]);
});

test("one character of a name is not all of it", async () => {
  const lines: readonly Line[] = [
    ["中华人民共和国机动车行驶证", 300, 100],
    ["号牌号码", 100, 200],
    ["所有人", 100, 300],
    ["姚", 300, 300],
    ["使用性质", 100, 400],
    ["发动机号码", 900, 400],
  ];
  const name = { x: 300, y: 285, width: 60, height: 30 };
  const [found] = await unseen(pageOf(lines, [name]));
  expect(found).toMatchObject({ entityType: "name", reason: "place, vehicle-licence" });
  expect(boxAround(found!.place.quads[0]!).x + boxAround(found!.place.quads[0]!).width).toBeGreaterThan(360);
});

describe("under the labels of an itinerary, which stand in two languages", () => {
  const itinerary: readonly Line[] = [
    ["航空运输电子客票行程单", 500, 60],
    ["旅客姓名", 100, 200],
    ["NAME OF PASSENGER", 100, 232],
    ["有效身份证件号码", 600, 200],
    ["ID.NO.", 600, 232],
    ["签注", 1300, 200],
    ["承运人", 100, 380],
    ["航班号", 400, 380],
  ];
  const [name, number] = [smear(120, 300, 120), smear(620, 300, 500)];

  test("what was not seen is covered, each as what its column holds", async () => {
    const found = await unseen(pageOf(itinerary, [name, number]));
    expect(found.map(({ entityType }) => entityType)).toEqual(["name", "id-card"]);
    for (const [index, place] of [name, number].entries())
      expect(shared(boxAround(found[index]!.place.quads[0]!), place)).toEqual(place);
  });

  test.each(["784-6803912687", "█".repeat(14)])(
    "a value right under its label is no second label: %s",
    async (value) => {
      const lines: readonly Line[] = [...itinerary, ["电子客票号码 E-TICKET NO.", 100, 600], [value, 110, 630]];
      expect(await unseen(pageOf(lines, [smear(100, 710, 400)]))).toEqual([]);
      expect(await unseen(pageOf(lines.slice(0, -1), [smear(100, 710, 400)]))).toHaveLength(1);
    },
  );

  test("what is printed in the next row, or in a column that is nobody's, stays", async () => {
    expect(await unseen(pageOf(itinerary, [smear(100, 450, 200), smear(1320, 300, 200)]))).toEqual([]);
  });
});
