import { describe, expect, test } from "vitest";
import { documentOf } from "../../../../tests/builders/one-page.js";
import { layout } from "../layout.js";
import type { Mark, Page } from "../model/document.js";
import { type Box, boxAround, type Point, type Quad, quadOfBox } from "../model/geometry.js";
import { type ScanOptions, scan } from "../scan.js";

/** Height of the lines below, in pixels. */
const HEIGHT = 30;

type Line = readonly [text: string, x: number, y: number, confidence?: number, height?: number];

/** A picture with lines as OCR reads them. `turn` lays the page down some other way. */
function pageOf(
  lines: readonly Line[],
  more: Partial<Page> = {},
  turn: (point: Point) => Point = (point) => point,
): Page {
  const { text, runs, locate } = layout(
    lines.map(([text, x, y, confidence = 0.99, height = HEIGHT]) => ({
      text,
      quad: quadOfBox({ x, y: y - height / 2, width: height * 0.9 * [...text].length, height }).map(
        turn,
      ) as unknown as Quad,
      confidence,
    })),
  );
  return {
    index: 0,
    size: { width: 2000, height: 3000, unit: "px" },
    text,
    runs,
    marks: [],
    gaps: [],
    locate,
    ...more,
  };
}

async function scanned(page: Page, options: ScanOptions = {}) {
  for await (const one of scan(documentOf(page), options)) return one;
  throw new Error("Expected a page");
}

/** Types, reasons and texts of what the kind gives away. */
async function foundByKind(page: Page, options?: ScanOptions): Promise<string[]> {
  const { findings, kept } = await scanned(page, options);
  return [...findings, ...kept]
    .filter(({ reason }) => /^(?:unreadable|field|place|portrait)/.test(reason))
    .map(({ entityType, reason, place }) =>
      [entityType, reason, ...(place.span ? [page.text.slice(place.span.start, place.span.end)] : [])].join(" | "),
    );
}

const label: readonly Line[] = [
  ["通途快递", 100, 100],
  ["运单号 78812345678901", 100, 200],
  ["付款方式：寄付月结", 100, 800],
  ["已验视", 100, 900],
];

describe("text that is too unclear to be read", () => {
  const blurred: readonly Line[] = [
    ...label,
    ["收件人：", 100, 300],
    ["乂乂匚", 900, 500, 0.41],
    ["签收人", 100, 1000],
  ];

  test("is covered on a waybill, and told as a gap", async () => {
    const page = pageOf(blurred);
    expect(await foundByKind(page)).toContain("unreadable | unreadable, waybill | 乂乂匚");
    expect((await scanned(page)).page.gaps).toEqual([{ code: "low-confidence", page: 0 }]);
  });

  test("is covered where nothing of it could be read, as large as it is", async () => {
    const quad = quadOfBox({ x: 100, y: 500, width: 600, height: 40 });
    const { findings } = await scanned(pageOf(label, { unread: [quad] }));
    expect(findings.filter(({ entityType }) => entityType === "unreadable")).toMatchObject([
      { reason: "unreadable, waybill", place: { quads: [quad] } },
    ]);
  });

  test("is left on a page of no known kind, unless the user asks for it", async () => {
    const prose = pageOf([
      ["会议纪要", 100, 100],
      ["乂乂匚", 100, 200, 0.41],
    ]);
    expect(await foundByKind(prose)).toEqual([]);
    expect(await foundByKind(prose, { unreadable: "cover" })).toEqual(["unreadable | unreadable | 乂乂匚"]);
  });

  test("is covered on a picture of which most could not be read, and so is all that is printed there", async () => {
    const quad = quadOfBox({ x: 100, y: 500, width: 600, height: 40 });
    const smeared = pageOf([["乂乂匚", 100, 200, 0.41]], { illegible: [quad] });
    expect((await scanned(smeared)).findings).toMatchObject([
      { entityType: "unreadable", reason: "unreadable", place: { span: { start: 0, end: 3 } } },
      { entityType: "unreadable", reason: "unreadable", place: { quads: [quad] } },
    ]);
    expect((await scanned(smeared)).page.gaps).toEqual([{ code: "low-confidence", page: 0 }]);
    expect((await scanned(smeared, { unreadable: "report" })).findings).toEqual([]);
  });

  test("is left where it is only to be reported", async () => {
    expect(await foundByKind(pageOf(blurred), { unreadable: "report" })).not.toContainEqual(
      expect.stringContaining("unreadable"),
    );
  });

  test("is left where it is much lower than the lines that were read: a speck", async () => {
    const low = quadOfBox({ x: 900, y: 500, width: 60, height: 8 });
    const page = pageOf([...label, ["乂乂匚", 900, 500, 0.41]]);
    const lower: Page = {
      ...page,
      locate: (span) => (page.text.slice(span.start, span.end) === "乂乂匚" ? [low] : page.locate(span)),
    };
    expect(await foundByKind(page)).toHaveLength(1);
    expect(await foundByKind(lower)).toEqual([]);
    expect(await foundByKind(lower, { unreadable: "cover" })).toEqual([]);
  });

  test("is left where it reads as a word that every waybill has", async () => {
    const page = pageOf([...label, ["寄件人：", 100, 300, 0.6], ["内件品名", 100, 1100, 0.85]]);
    expect(await foundByKind(page)).toEqual([]);
    // One character of a long word may be wrong.
    expect(await foundByKind(pageOf([...label, ["请您确从包裹", 100, 1100, 0.85]]))).toEqual([]);
  });

  const licence: readonly Line[] = [
    ["中华人民共和国机动车行驶证", 300, 100],
    ["号牌号码", 100, 200],
    ["车辆类型", 900, 200],
    ["所有人", 100, 300],
    ["林晓峰", 300, 300],
    ["使用性质", 100, 400],
    ["发动机号码", 900, 400],
  ];

  test("is left where it is the caption in smaller letters under a printed label", async () => {
    expect(await foundByKind(pageOf([...licence, ["Pliate Wo.", 100, 225, 0.6, 15]]))).toEqual([]);
  });

  test.each<[string, Line]>([
    ["as high as its label", ["Pliate Wo.", 100, 229, 0.6]],
    ["not under a label", ["Pliate Wo.", 300, 225, 0.6, 15]],
    ["no Latin letters alone", ["Pliate 04", 100, 225, 0.6, 15]],
    ["in Chinese", ["乂乂匚", 100, 225, 0.6, 15]],
  ])("is covered where it is no such caption: %s", async (_name, line) => {
    expect(await foundByKind(pageOf([...licence, line]))).toContainEqual(expect.stringContaining("vehicle-licence"));
  });

  const card: readonly Line[] = [
    ["姓名", 100, 100],
    ["性别男 民族汉", 100, 200],
    ["出生", 100, 300],
    ["住址", 100, 400],
    ["公民身份号码", 100, 600],
    ["110105194912310022", 400, 600],
  ];
  const downward = (text: string): Page => {
    const page = pageOf([...card, [text, 900, 300, 0.7]]);
    const { x, y, width, height } = { x: 80, y: 80, width: 30, height: 350 };
    const quad: Quad = [
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
      { x, y },
    ];
    return { ...page, locate: (span) => (page.text.slice(span.start, span.end) === text ? [quad] : page.locate(span)) };
  };

  test("is left where it is the first characters of labels under one another", async () => {
    const found = await foundByKind(downward("婚性出住"));
    expect(found.filter((one) => one.startsWith("unreadable"))).toEqual([]);
  });

  test("is covered where it runs downward and is of other characters, or along the lines", async () => {
    expect(await foundByKind(downward("乂匚彡丶"))).toContainEqual(expect.stringContaining("unreadable"));
    expect(await foundByKind(pageOf([...card, ["婚性出住", 900, 300, 0.7]]))).toContainEqual(
      expect.stringContaining("unreadable"),
    );
  });

  test("is covered in a part of a picture of which most could not be read, and only there", async () => {
    const quad = quadOfBox({ x: 100, y: 500, width: 600, height: 40 });
    const lines: readonly Line[] = [["乂乂匚", 100, 200, 0.41]];
    const { findings } = await scanned(pageOf(lines, { illegible: [quad], isPartlyLegible: true }));
    expect(findings).toMatchObject([{ entityType: "unreadable", place: { quads: [quad] } }]);
  });

  test("is left on the back of an ID card, which holds nothing of a person", async () => {
    const back: readonly Line[] = [
      ["中华人民共和国", 100, 100],
      ["居民身份证", 100, 200],
      ["签发机关", 100, 300],
      ["氵工州巾", 300, 300, 0.4],
      ["有效期限", 100, 400],
    ];
    expect(await foundByKind(pageOf(back))).toEqual([]);
  });

  test("is left where it is part of a barcode", async () => {
    const mark: Mark = {
      entityType: "barcode",
      quad: quadOfBox({ x: 90, y: 470, width: 700, height: 90 }),
      score: 0.9,
      kind: "Code128",
    };
    const page = pageOf([...label, ["卌卌", 120, 500, 0.2]], { marks: [mark] });
    expect(await foundByKind(page)).toEqual([]);
  });

  test("is left when no type that the document holds is asked for", async () => {
    expect(await foundByKind(pageOf(blurred), { only: new Set(["email"]) })).toEqual([]);
  });
});

test("a value behind a label of the kind that looks like no name is covered all the same", async () => {
  const page = pageOf([...label, ["收件人：张?号柜", 100, 300], ["备注：张?号柜", 100, 400]]);
  expect(await foundByKind(page)).toEqual(["name | field, waybill | 张?号柜"]);
});

test("a ticket's starred number is covered with the name behind it, where one star is all that was read of both", async () => {
  const ticket: readonly Line[] = [
    ["南京南站", 100, 100],
    ["K3276", 500, 100],
    ["10车14F号", 900, 200],
    ["限乘当日当次车", 100, 300],
    ["4101051960*3549", 100, 400],
  ];
  expect(await foundByKind(pageOf(ticket))).toEqual(["id-card | field, train-ticket | 4101051960*3549"]);
  const parted: readonly Line[] = [...ticket.slice(0, -1), ["4101051960****", 100, 400], ["3549邹兰杰", 500, 400]];
  // With what may stand between them.
  expect(await foundByKind(pageOf(parted))).toEqual(["id-card | field, train-ticket | 4101051960**** 3549"]);
});

describe("on a waybill", () => {
  const found = async (lines: readonly Line[]) => {
    const page = pageOf([...label, ...lines]);
    const { findings } = await scanned(page);
    return findings.map(({ entityType, place: { span } }) => [entityType, page.text.slice(span!.start, span!.end)]);
  };

  test("who stands before a telephone number is a name, whatever a slip of reading made of it", async () => {
    expect(await found([["收终紫霞 19796921225", 100, 300]])).toContainEqual(["name", "收终紫霞"]);
    expect(await found([["客服电话 19796921225", 100, 300]])).not.toContainEqual(["name", expect.anything()]);
  });

  test("an address is covered whose number stands in another column's line", async () => {
    const parted = await found([
      ["江州市河口区同心街152", 100, 300],
      ["沈阳市沈河区桃园路", 900, 300],
      ["1弄30号1601室", 100, 336],
    ]);
    expect(parted.filter(([type]) => type === "address").map(([, text]) => text)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("江州市河口区同心街152"),
        expect.stringContaining("1弄30号1601室"),
      ]),
    );
  });

  test("a heading that begins with a label holds no value", async () => {
    expect(await foundByKind(pageOf([...label, ["客户信息", 100, 300]]))).toEqual([]);
  });

  test("a hospital of a city is no address", async () => {
    expect(await found([["江州市河口区人民医院", 100, 300]])).not.toContainEqual(["address", expect.anything()]);
  });

  test("a character that was hardly read goes with the value that it stands next to", async () => {
    const first = ["广", 100, 300, 0.4] as const;
    const rest = ["西桂林市阳朔县金桥大街475号", 127, 300] as const;
    expect(await foundByKind(pageOf([...label, first, rest]))).toContain("unreadable | unreadable, waybill | 广");
    expect(await foundByKind(pageOf([...label, ["广", 100, 500, 0.4], rest]))).toEqual([]);
    // A digit by itself at the end of a line is surer, and may still be the first of several.
    const page = pageOf([...label, ["林晓峰 13900001234", 100, 300], ["1", 100 + 16 * 27, 300, 0.94]]);
    expect(await foundByKind(page)).toContain("unreadable | unreadable, waybill | 1");
  });
});

test("on an envelope the one it is for has no label, nor has where they live", async () => {
  const page = pageOf([
    ["310012", 100, 100],
    ["江州市河口区青年路与科创路交叉口", 100, 300],
    ["沈文清", 100, 500],
    ["先生 收", 400, 500],
    ["江州市文三路1号", 100, 900],
  ]);
  const { findings } = await scanned(page);
  expect(findings.map(({ place: { span } }) => page.text.slice(span!.start, span!.end))).toEqual(
    expect.arrayContaining(["江州市河口区青年路与科创路交叉口", "沈文清", "江州市文三路1号"]),
  );
});

test("a word printed on every document of the kind is nobody's name, whatever label stands over it", async () => {
  const itinerary: readonly Line[] = [
    ["航空运输电子客票行程单", 400, 100],
    ["旅客姓名", 100, 200],
    ["有效身份证件号码", 700, 200],
    ["NAME OF PASSENGER", 100, 231],
    ["桑子嘉", 110, 262],
    ["承运人 CARRIER", 100, 330],
    ["电子客票号码", 100, 600],
  ];
  const page = pageOf(itinerary);
  const names = (await scanned(page)).findings.filter(({ entityType }) => entityType === "name");
  expect(names.map(({ place: { span } }) => page.text.slice(span!.start, span!.end))).toEqual(["桑子嘉"]);
});

test("a label that only the kind has names its value", async () => {
  const receipt: readonly Line[] = [
    ["收银员：0812", 100, 100],
    ["流水号：0457", 100, 200],
    ["合计：121.31", 100, 300],
    ["找零：28.69", 100, 400],
    ["会员：桑?顺", 100, 500],
    ["会员积分：3482", 100, 600],
  ];
  expect(await foundByKind(pageOf(receipt))).toEqual(["name | field, till-receipt | 桑?顺"]);
});

test.each(["会员卡号：20260314877", "会员号 20260314877", "会员编号：8800****4877"])(
  "%s on a till receipt is covered",
  async (line) => {
    const page = pageOf([
      ["收银员：0812", 100, 100],
      ["流水号：0457", 100, 200],
      ["合计：121.31", 100, 300],
      ["找零：28.69", 100, 400],
      [line, 100, 500],
      ["会员积分：3482", 100, 600],
    ]);
    const { findings } = await scanned(page);
    const found = findings.map(({ place }) => page.text.slice(place.span!.start, place.span!.end));
    expect(found).toEqual([line.replace(/^[^\d]*/, "")]);
  },
);

test("a membership number has its own type, and is nothing where no till printed it", async () => {
  const line: Line = ["会员号 20260314877", 100, 500];
  const receipt: readonly Line[] = [
    ["收银员：0812", 100, 100],
    ["合计：121.31", 100, 300],
    ["找零：28.69", 100, 400],
    ["谢谢惠顾", 100, 600],
  ];
  expect(await foundByKind(pageOf([...receipt, line]))).toEqual(["member-number | field, till-receipt | 20260314877"]);
  expect(await foundByKind(pageOf([line]))).toEqual([]);
});

test("a traveller's name stands on a boarding pass without a label that can be read", async () => {
  const page = pageOf([
    ["登机牌 BOARDING PASS", 100, 100],
    ["王小明 WANG/XIAOMING", 100, 200],
    ["MU1272", 100, 300],
    ["10APR", 400, 300],
    ["杭州HGH", 100, 400],
  ]);
  const { findings } = await scanned(page);
  expect(findings.map(({ place }) => page.text.slice(place.span!.start, place.span!.end))).toEqual([
    "王小明 WANG/XIAOMING",
  ]);
});

test("a number without a label is a waybill's by its place on one, a telephone's is not", async () => {
  const page = pageOf([...label, ["7881 2345 678 902", 100, 300], ["13900001234", 100, 400]]);
  const { findings } = await scanned(page);
  const texts = findings.map(
    ({ entityType, place }) => `${entityType} ${page.text.slice(place.span!.start, place.span!.end)}`,
  );
  expect(texts).toEqual(["tracking-number 78812345678901", "tracking-number 7881 2345 678 902", "phone 13900001234"]);
  const elsewhere = await scanned(
    pageOf([
      ["会议纪要", 100, 100],
      ["7881 2345 678 902", 100, 300],
    ]),
  );
  expect(elsewhere.findings).toEqual([]);
});

test("a number that was seen in two pieces is one, with what may stand between them", async () => {
  const page = pageOf([
    ["中华人民共和国机动车驾驶证", 300, 100],
    ["准驾车型 C1", 100, 200],
    ["初次领证日期", 100, 300],
    ["证号", 100, 400],
    ["370102", 300, 400],
    ["97904165", 490, 400],
  ]);
  const { findings } = await scanned(page);
  expect(findings).toMatchObject([{ entityType: "id-card", reason: "field, driving-licence" }]);
  const [first, second] = findings[0]!.place.quads.map(boxAround);
  expect(first!.x + first!.width).toBeGreaterThanOrEqual(second!.x);
});

test("what a table of calls lists is covered where a stamp lies over a number", async () => {
  const page = pageOf([
    ["江南通信客户详单", 100, 100],
    ["账期：2026-02-01至2026-02-28", 100, 160],
    ["对方号码", 100, 220],
    ["类型", 500, 220],
    ["起始时间", 700, 220],
    ["181晚 2034879", 100, 280],
    ["被叫", 500, 280],
    ["02-11 19:57", 700, 280],
  ]);
  expect(await foundByKind(page)).toEqual(["phone | field, bill | 181晚 2034879"]);
});

describe("a face on a document with a portrait", () => {
  const face: Mark = {
    entityType: "face",
    quad: quadOfBox({ x: 800, y: 400, width: 100, height: 200 }),
    score: 1,
    kind: "x",
  };
  const words: readonly Line[] = [
    ["中华人民共和国机动车驾驶证", 300, 100],
    ["准驾车型 C1", 100, 200],
    ["初次领证日期", 100, 300],
  ];

  test("is covered with hair and shoulders", async () => {
    const { findings } = await scanned(pageOf(words, { marks: [face] }));
    expect(findings).toMatchObject([
      { entityType: "face", place: { quads: [quadOfBox({ x: 755, y: 330, width: 190, height: 340 })] } },
    ]);
  });

  test("is covered so on a picture that is too unclear to be known for anything, too", async () => {
    const quad = quadOfBox({ x: 100, y: 500, width: 600, height: 40 });
    const { findings } = await scanned(pageOf([["乂乂匚", 100, 200, 0.41]], { marks: [face], illegible: [quad] }));
    const [found] = findings.filter(({ entityType }) => entityType === "face");
    expect(found).toMatchObject({ place: { quads: [quadOfBox({ x: 755, y: 330, width: 190, height: 340 })] } });
  });

  test("is left as it is on others, and when it is to be kept", async () => {
    const { findings } = await scanned(pageOf([["全家福", 100, 100]], { marks: [face] }));
    expect(findings).toMatchObject([{ entityType: "face", place: { quads: [face.quad] } }]);
    expect((await scanned(pageOf(words, { marks: [face] }), { keep: new Set(["face"]) })).findings).toEqual([]);
  });
});

/** A vehicle licence, down to the label of its owner. */
const licence: readonly Line[] = [
  ["中华人民共和国机动车行驶证", 300, 100],
  ["车辆类型 小型轿车", 100, 200],
  ["使用性质 非营运", 900, 200],
];

test.each(["所有人", "所有入"])("a name stands beside a label that only the kind has: %s", async (words) => {
  const page = pageOf([...licence, [words, 100, 300], ["桑晓顺", 300, 300], ["Owner", 100, 340]]);
  expect(await foundByKind(page)).toEqual(["name | field, vehicle-licence | 桑晓顺"]);
});

test("what a label of the kind names is covered where a stamp lies over its number", async () => {
  const page = pageOf([
    ["国网江州电力 电费账单", 100, 100],
    ["户名：林晓峰", 100, 200],
    ["户号：7687259800", 900, 200],
    ["用电地址：江州市文三路1号", 100, 300],
    ["扣款账号：622202豌金 767242866", 100, 400],
  ]);
  expect(await foundByKind(page)).toEqual(["bank-card | field, bill | 622202豌金 767242866"]);
});

describe("on an invoice", () => {
  const invoice: readonly Line[] = [
    ["江州增值税电子普通发票", 300, 100],
    ["发票代码：033001900111", 1200, 100],
    ["发票号码：12345678", 1200, 160],
    ["价税合计（大写）", 100, 800],
  ];

  test("a number that went on behind an address is its own", async () => {
    const address = "地址、电话：上海市徐汇区青年东路1514弄9号2506室";
    const found = await foundByKind(pageOf([...invoice, [`${address}86-21-68358971`, 100, 300]]));
    expect(found).toEqual(["phone | field, invoice | 86-21-68358971"]);
    for (const rest of ["", " 2026-04-10 15:24", " 备注12345678"])
      expect(await foundByKind(pageOf([...invoice, [`${address}${rest}`, 100, 300]]))).toEqual([]);
  });

  test.each([
    ["桑晓顺", ["name | field, invoice | 桑晓顺"]],
    ["江州科技有限公司", []],
    ["文三路店", []],
  ])("the buyer's name is one where it is no firm's: %s", async (buyer, found) => {
    expect(await foundByKind(pageOf([...invoice, ["名称：", 100, 300], [buyer, 300, 300]]))).toEqual(found);
  });
});

describe("under the words that ask for a signature", () => {
  const slip: readonly Line[] = [
    ["POS签购单", 300, 100],
    ["商户编号：844454627299216", 100, 200],
    ["终端编号：99300668", 100, 250],
    ["批次号：000231", 100, 300],
    ["持卡人签名 CARDHOLDER SIGNATURE", 100, 400],
  ];
  const wording: Line = ["本人确认以上交易，同意将其记入本卡账户", 100, 600];

  test.each(["语", "闵金钰"])("what was written is covered, however it was read: %s", async (read) => {
    const page = pageOf([...slip, [read, 200, 480], wording]);
    expect(await foundByKind(page)).toEqual([`name | field, card-slip | ${read}`]);
  });

  test("the words below are no signature", async () => {
    expect(await foundByKind(pageOf([...slip, wording]))).toEqual([]);
  });
});

test("the holder's name stands on a bank card without a label, in one piece or in two", async () => {
  const card: readonly Line[] = [
    ["江南商业银行", 100, 100],
    ["借记卡DEBIT", 900, 100],
    ["6222621584119611271", 100, 400],
    ["VALID THRU 08/34", 300, 500],
    ["银联UnionPay", 900, 600],
  ];
  for (const holder of [
    [["HUANG JIANGUO", 100, 600]],
    [
      ["ZHOU", 100, 600],
      ["MENGQI", 225, 600],
    ],
  ] as Line[][]) {
    const { findings } = await scanned(pageOf([...card, ...holder]));
    expect(findings.map(({ entityType }) => entityType)).toEqual(["bank-card", "card-expiry", "name"]);
  }
  const { findings } = await scanned(pageOf([...card, ["PLATINUM", 100, 600]]));
  expect(findings.map(({ entityType }) => entityType)).toEqual(["bank-card", "card-expiry"]);
});

test("a date of birth is one on an ID card whose labels were cut off", async () => {
  const page = pageOf([
    ["林晓峰", 100, 100],
    ["男 民族 汉", 100, 180],
    ["1990年3月 7 日", 100, 260],
    ["公民身份号码", 100, 500],
    ["110105199003074514", 500, 500],
  ]);
  const { findings } = await scanned(page);
  expect(findings.map(({ entityType }) => entityType)).toContain("birth-date");
});

describe("the number of a bank card", () => {
  const words: readonly Line[] = [
    ["江南商业银行 BANK OF JIANGNAN", 100, 80],
    ["借记卡DEBIT", 100, 180],
    ["VALID THRU 08/34", 300, 460],
    ["银联UnionPay", 700, 560],
  ];
  const place = async (lines: readonly Line[], more: Partial<Page>, turn?: (point: Point) => Point) =>
    (await scanned(pageOf(lines, more, turn))).findings.filter(({ reason }) => reason === "place, bank-card");
  const card = { size: { width: 1012, height: 638, unit: "px" } } as const;

  test("is covered where it was embossed, though nothing of it could be seen", async () => {
    const [found, ...more] = await place(words, card);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ entityType: "bank-card" });
    // 21.42 mm above the lower edge of 53.98, from 10.2 to 75.4 of 85.6.
    const middle = 638 * (1 - 21.42 / 53.98);
    for (const [x, y] of [
      [121, middle - 25],
      [891, middle + 25],
    ] as const)
      expect(isInside({ x, y }, found!.place.quads[0]!)).toBe(true);
  });

  test("is covered on a card that lies upside down", async () => {
    const [found] = await place(words, card, ({ x, y }) => ({ x: 1012 - x, y: 638 - y }));
    expect(isInside({ x: 506, y: (638 * 21.42) / 53.98 }, found!.place.quads[0]!)).toBe(true);
  });

  test.each<[string, Line]>([
    ["its first group was read", ["6212", 100, 300, 0.94, 60]],
    ["only the small print of its first group below was", ["6212", 105, 362, 0.99, 30]],
  ])("is covered on a card in a larger picture where %s", async (_name, group) => {
    const [found, ...more] = await place([...words, group], {});
    expect(more).toEqual([]);
    expect(found).toMatchObject({ entityType: "bank-card" });
    const quad = found!.place.quads[0]!;
    for (const y of [290, 310]) expect(isInside({ x: 120, y }, quad)).toBe(true);
    // Nineteen digits as large as those of the first line, and the blanks between them.
    for (const y of [290, 310]) expect(isInside({ x: 660, y }, quad)).toBe(true);
    expect(await place([...words, group, ["6212 2623 5309 5470 226", 100, 300]], {})).toEqual([]);
  });

  test("is not looked for beside the bar that covers it, where only the small print of its first group is left", async () => {
    const covered: readonly Line[] = [...words, ["█".repeat(16), 100, 330], ["6212", 105, 380, 0.99, 20]];
    expect(await place(covered, card)).toEqual([]);
    // Artwork has dark places, too.
    expect(await place([...words, ["██", 100, 330], ["6212", 105, 380, 0.99, 20]], card)).not.toEqual([]);
  });

  test("is not looked for by its place where it was found elsewhere, is black, or the picture shows more than the card", async () => {
    expect(await place([...words, ["6212 2623 5309 5470 226", 100, 300]], card)).toEqual([]);
    expect(await place(words, { ...card, arePlain: async (places) => places.map(() => true) })).toEqual([]);
    expect(await place(words, { size: { width: 1012, height: 1012, unit: "px" } })).toEqual([]);
  });
});

test("groups of a card's number that fails its check are one number on a card", async () => {
  const card: readonly Line[] = [
    ["江南商业银行", 100, 100],
    ["借记卡DEBIT", 900, 100],
    ["6212", 100, 400],
    ["2623", 240, 400],
    ["5309", 380, 400],
    ["5470", 520, 400],
    ["227", 660, 400],
    ["6212", 100, 450],
    ["VALID THRU 08/34", 300, 500],
    ["银联UnionPay", 900, 600],
  ];
  const page = pageOf(card);
  const { findings } = await scanned(page);
  expect(findings.map(({ entityType }) => entityType)).toEqual(["bank-card", "card-expiry"]);
  expect(findings[0]!.place.quads).toHaveLength(5);
});

test.each([["a traveller's number", "id-card", "train-ticket", "3205062000****6842林佳宁", "3205062000****6842"]])(
  "%s that was starred in part is covered",
  async (_name, type, kind, line, value) => {
    const ticket: readonly Line[] = [
      ["杭州东站", 100, 100],
      ["G7301", 500, 100],
      ["06车11F号", 500, 200],
      ["限乘当日当次车", 100, 300],
      [line, 100, 400],
    ];
    expect(await foundByKind(pageOf(ticket))).toEqual([`${type} | field, ${kind} | ${value}`]);
  },
);

/** An ID card whose labels stand where GA 490 has them, its first label's line and last label's line 400 pixels apart. */
const [LEFT, TOP, UNIT] = [300, 500, 400];
const onCard = (x: number, y: number): readonly [number, number] => [LEFT + x * UNIT, TOP + y * UNIT];
const idCard: readonly Line[] = [
  ["姓名", ...onCard(0, 0)],
  ["王小明", ...onCard(0.27, 0)],
  ["性别男", ...onCard(0, 0.18)],
  ["民族汉", ...onCard(0.53, 0.18)],
  ["出生1990年3月7日", ...onCard(0, 0.36)],
  ["住址", ...onCard(0, 0.54)],
  ["浙江省杭州市西湖区文三路1号", ...onCard(0.27, 0.54)],
  ["公民身份号码", ...onCard(0, 1)],
  ["110105199003074514", ...onCard(0.7, 1)],
];
/** Where the portrait stands: 26 × 32 mm of a card of 85.6 × 54 mm. */
const PORTRAIT: Box = { x: LEFT + 1.36 * UNIT, y: TOP - 0.02 * UNIT, width: 0.63 * UNIT, height: 0.85 * UNIT };

describe("the portrait of an ID card", () => {
  const faces = async (page: Page, options?: ScanOptions) =>
    (await scanned(page, options)).findings.filter(({ entityType }) => entityType === "face");

  test.each([
    ["upright", ({ x, y }: Point) => ({ x, y })],
    ["upside down", ({ x, y }: Point) => ({ x: 2000 - x, y: 3000 - y })],
    ["sideways", ({ x, y }: Point) => ({ x: 1800 - y, y: x })],
    ["askew", ({ x, y }: Point) => ({ x: x * 0.97 - y * 0.26 + 400, y: x * 0.26 + y * 0.97 })],
  ])("is covered whole on a card that lies %s", async (_name, turn) => {
    const [face, ...more] = await faces(pageOf(idCard, {}, turn));
    expect(more).toEqual([]);
    expect(face).toMatchObject({ reason: "portrait, id-card-front", place: { page: 0 } });
    for (const corner of quadOfBox(PORTRAIT).map(turn)) expect(isInside(corner, face!.place.quads[0]!)).toBe(true);
    expect(areaOf(face!.place.quads[0]!)).toBeLessThan(1.6 * PORTRAIT.width * PORTRAIT.height);
  });

  test("is left to the detector that found the face, and covered whole", async () => {
    const { x, y, width, height } = PORTRAIT;
    const seen = { x: x + 0.35 * width, y: y + 0.3 * height, width: 0.3 * width, height: 0.3 * height };
    const mark: Mark = { entityType: "face", quad: quadOfBox(seen), score: 0.9, kind: "ssd" };
    const [face, ...more] = await faces(pageOf(idCard, { marks: [mark] }));
    expect(more).toEqual([]);
    expect(face).toMatchObject({ reason: "ssd" });
    for (const corner of quadOfBox(PORTRAIT)) expect(isInside(corner, face!.place.quads[0]!)).toBe(true);
  });

  test("goes with the face where the card is seen from the side", async () => {
    const { x, y, width, height } = PORTRAIT;
    const aside = { x: x - 0.15 * UNIT, y, width, height };
    const seen = { x: aside.x + 0.3 * width, y: y + 0.2 * height, width: 0.4 * width, height: 0.4 * height };
    const mark: Mark = { entityType: "face", quad: quadOfBox(seen), score: 0.9, kind: "ssd" };
    const [face] = await faces(pageOf(idCard, { marks: [mark] }));
    for (const corner of quadOfBox(aside)) expect(isInside(corner, face!.place.quads[0]!)).toBe(true);
  });

  test("is no finding where nothing is to be seen any more", async () => {
    const covered = pageOf(idCard, { arePlain: async (places) => places.map(() => true) });
    expect(await faces(covered)).toEqual([]);
  });

  test("is told apart when it is to be kept, or not asked for", async () => {
    expect(await faces(pageOf(idCard), { keep: new Set(["face"]) })).toEqual([]);
    expect(await faces(pageOf(idCard), { only: new Set(["name"]) })).toEqual([]);
  });

  test("is not looked for by a single label", async () => {
    expect(
      await faces(
        pageOf([
          ["公民身份号码", 100, 100],
          ["110105199003074514", 400, 100],
        ]),
      ),
    ).toEqual([]);
  });
});

test("the portrait of a driving licence is covered by its place where no face was found", async () => {
  const [left, top, scale] = [200, 150, 12];
  const at = (x: number, y: number): readonly [number, number] => [left + x * scale, top + y * scale];
  const lines: readonly Line[] = [
    ["中华人民共和国机动车驾驶证", ...at(20, 6)],
    ["姓名", ...at(5, 18.3)],
    ["住址", ...at(5, 24.7)],
    ["出生日期", ...at(28, 36.1)],
    ["初次领证日期", ...at(28, 42)],
    ["准驾车型", ...at(28, 47.8)],
  ];
  const { findings } = await scanned(pageOf(lines));
  const face = findings.find(({ entityType }) => entityType === "face");
  expect(face).toMatchObject({ reason: "portrait, driving-licence" });
  for (const [x, y] of [at(65, 34), at(83, 34), at(65, 57), at(83, 57)])
    expect(isInside({ x, y }, face!.place.quads[0]!)).toBe(true);
});

test("a field of which nothing was seen is covered by its place on the card", async () => {
  const page = pageOf(
    idCard.filter(([text]) => text !== "110105199003074514"),
    {
      arePlain: async (places) => places.map(() => false),
    },
  );
  const { findings } = await scanned(page);
  const field = findings.find(({ reason }) => reason === "place, id-card-front");
  expect(field).toMatchObject({ entityType: "id-card" });
  const place = boxAround(field!.place.quads[0]!);
  const [left, middle] = onCard(0.7, 1);
  expect(place.x).toBeLessThanOrEqual(left);
  expect(place.x + place.width).toBeGreaterThanOrEqual(left + 1.25 * UNIT);
  expect(place.y).toBeLessThan(middle - HEIGHT / 2);
  expect(place.y + place.height).toBeGreaterThan(middle + HEIGHT / 2);
});

test("a field that was read in pieces which are no value is covered by its place on the card", async () => {
  const parted: readonly Line[] = idCard.flatMap(([text, x, y]): Line[] =>
    text.startsWith("出生")
      ? [
          ["出生1", x, y],
          ["942年7月 9日", x + 0.25 * UNIT, y],
        ]
      : [[text, x, y]],
  );
  const page = pageOf(parted, { arePlain: async (places) => places.map(() => false) });
  const { findings } = await scanned(page);
  expect(findings).toContainEqual(
    expect.objectContaining({ entityType: "birth-date", reason: "place, id-card-front" }),
  );
});

describe("types that are kept", () => {
  test("are no findings, and are counted apart", async () => {
    const { findings, kept } = await scanned(pageOf(idCard), { keep: new Set(["name"]) });
    expect(kept.map(({ entityType }) => entityType)).toEqual(["name"]);
    expect(findings.map(({ entityType }) => entityType).sort()).toEqual(["address", "birth-date", "face", "id-card"]);
  });

  test("are not looked for again elsewhere in the document", async () => {
    const { findings } = await scanned(pageOf([...idCard, ["办理人王小明已核对", 100, 2000]]), {
      keep: new Set(["name"]),
    });
    expect(findings.map(({ entityType }) => entityType)).not.toContain("name");
  });
});

/** Inside a convex quad, whichever way round its corners are. */
function isInside({ x, y }: Point, quad: Quad): boolean {
  const sides = quad.map((a, index) => {
    const b = quad[(index + 1) % 4]!;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

function areaOf([a, b, , d]: Quad): number {
  return Math.hypot(b.x - a.x, b.y - a.y) * Math.hypot(d.x - a.x, d.y - a.y);
}
