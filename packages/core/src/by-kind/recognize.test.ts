import { describe, expect, test } from "vitest";
import { documentKinds } from "../kinds/index.js";
import { layout } from "../layout.js";
import type { Page } from "../model/document.js";
import { quadOfBox } from "../model/geometry.js";
import { kindsOn } from "./recognize.js";

/** Height of the lines below, in pixels. */
const HEIGHT = 30;

type Line = readonly [text: string, x: number, y: number];

/** A picture with lines as OCR reads them. */
function pageOf(lines: readonly Line[], size = { width: 2000, height: 3000 }): Page {
  const { text, runs, locate } = layout(
    lines.map(([text, x, y]) => ({
      text,
      quad: quadOfBox({ x, y, width: HEIGHT * 0.9 * [...text].length, height: HEIGHT }),
      confidence: 0.99,
    })),
  );
  return { index: 0, size: { ...size, unit: "px" }, text, runs, marks: [], gaps: [], locate };
}

/** One line below the other. */
function listed(texts: readonly string[], x = 100, y = 100): Line[] {
  return texts.map((text, row) => [text, x, y + row * HEIGHT * 1.8]);
}

const names = (page: Page, profile?: Parameters<typeof kindsOn>[1]) =>
  kindsOn(page, profile)
    .map(({ kind }) => kind.name)
    .sort();

const samples: Readonly<Record<string, readonly string[]>> = {
  "bank-card": [
    "江南商业银行",
    "借记卡DEBIT",
    "6212 2623 5309 5470 226",
    "VALID THRU 08/34",
    "XU YUTONG",
    "银联UnionPay",
  ],
  bill: [
    "江州电力公司电费通知单",
    "户号：0012345678",
    "户名：王小明",
    "用电地址：江州市文三路1号",
    "抄表日期：20260301",
    "应缴金额：88.20元",
  ],
  "boarding-pass": [
    "登机牌 BOARDING PASS",
    "姓名 NAME",
    "航班 FLIGHT",
    "登机口 GATE B12",
    "座位 SEAT 11F",
    "登机时间 0805",
  ],
  "card-slip": [
    "POS签购单",
    "商户名称：江南饭店",
    "商户编号：898330154110001",
    "终端编号：00012345",
    "卡号：622262******2262",
    "持卡人签名：",
  ],
  "driving-licence": [
    "中华人民共和国机动车驾驶证",
    "证号 110105199003074514",
    "姓名 王小明",
    "国籍 中国",
    "初次领证日期 2012-05-01",
    "准驾车型 C1",
  ],
  envelope: [
    "310012",
    "江州市河口区青年路与科创路交叉口",
    "桃园新苑24号楼3201室",
    "沈文清",
    "先生 收",
    "江州市文三路1号",
  ],
  "flight-itinerary": [
    "航空运输电子客票行程单",
    "旅客姓名 NAME OF PASSENGER",
    "有效身份证件号码 ID.NO",
    "签注",
    "承运人 CARRIER",
    "燃油附加费",
  ],
  form: ["新生入学登记表", "姓名", "性别", "出生年月", "身份证号码", "家庭住址", "联系电话"],
  "household-register": [
    "常住人口登记卡",
    "姓名 王小明",
    "户主或与户主关系 户主",
    "曾用名",
    "籍贯",
    "公民身份证件编号",
    "服务处所",
  ],
  "id-card-back": ["中华人民共和国", "居民身份证", "签发机关 江州市公安局", "有效期限 2020.01.01-2040.01.01"],
  "id-card-front": [
    "姓名 王小明",
    "性别 男 民族 汉",
    "出生 1990年3月7日",
    "住址 江州市文三路1号",
    "公民身份号码 110105199003074514",
  ],
  invoice: [
    "江州增值税电子普通发票",
    "发票代码：033001900111",
    "发票号码：12345678",
    "购买方",
    "价税合计（大写）",
    "开票人：管理员",
  ],
  "till-receipt": [
    "好邻居生活超市",
    "收银员：0812",
    "流水号：0457",
    "品名 数量 金额",
    "合计：121.31",
    "实收：150.00",
    "找零：28.69",
  ],
  "train-ticket": [
    "Z12K045678",
    "杭州东站",
    "G7301",
    "上海虹桥站",
    "2026年05月01日08:35开",
    "06车11F号",
    "限乘当日当次车",
  ],
  "vehicle-licence": [
    "中华人民共和国机动车行驶证",
    "号牌号码 江A12345",
    "车辆类型 小型轿车",
    "所有人 王小明",
    "使用性质 非营运",
    "车辆识别代号",
  ],
  waybill: ["通途快递", "运单号 78812345678901", "收件人：张小姐", "寄件人：李先生", "付款方式：寄付月结", "已验视"],
};

test("a bank card is known though the first digit of its embossed number was lost", () => {
  const card = [
    "交通银行",
    "BANK OF COMMUNICATIONS",
    "太平洋卡PACIFIC CARD",
    "22001310012856053",
    "UnionPay",
    "银联",
    "ATM",
  ];
  expect(names(pageOf(listed(card)))).toEqual(["bank-card"]);
});

test.each([
  ["for merchants", ["珠宝商户卡", "JIANGNAN BANK", "江南借记卡", "6212", "MONTH/YEAR", "UnionPay"]],
  ["with the logos of two networks", ["江南建设银行", "Jiangnan Construction Bank", "4895", "UnionPay", "VISA"]],
])("a bank card is known %s", (_name, card) => {
  expect(names(pageOf(listed(card)))).toEqual(["bank-card"]);
});

test("every kind of the table has a sample here", () => {
  expect(Object.keys(samples)).toEqual(documentKinds.map(({ name }) => name));
});

describe.each(Object.entries(samples))("%s", (name, lines) => {
  test("is told by its words, and by nothing else's", () => {
    expect(names(pageOf(listed(lines)))).toEqual([name]);
  });

  test("is told with one character misread in every long label", () => {
    const slipped = lines.map((line) =>
      line.replace(/^\p{Script=Han}{2}\p{Script=Han}(?=\p{Script=Han})/u, (head) => `${head.slice(0, 2)}口`),
    );
    expect(slipped).not.toEqual(lines);
    expect(names(pageOf(listed(slipped)))).toEqual([name]);
  });

  test("is told beside another document on the same picture", () => {
    const other = name === "waybill" ? "till-receipt" : "waybill";
    const page = pageOf([...listed(lines), ...listed(samples[other]!, 1200, 1400)]);
    expect(names(page)).toEqual([name, other].sort());
    for (const { kind, pieces } of kindsOn(page)) {
      expect(pieces).toHaveLength(pageOf(listed(samples[kind.name]!)).runs.length);
    }
  });

  test("is not told of prose that speaks of it", () => {
    const prose = lines.map(
      (line) => `办理业务时请核对材料上的${line}，如与系统登记的内容不一致，应当场更正并通知本人`,
    );
    expect(names(pageOf(listed(prose)))).toEqual([]);
  });
});

test.each([
  [
    "a lease",
    [
      "房屋租赁合同",
      "出租方（甲方）：王小明",
      "身份证号：110105199003074514",
      "住址：江州市文三路1号",
      "联系电话：13900001234",
      "承租方（乙方）：李小红",
      "公民身份号码：110105199003074514",
      "姓名",
      "性别",
      "民族",
      "出生",
    ],
  ],
  [
    "a car's contract of sale",
    [
      "车辆买卖合同",
      "甲方（卖方）：王小明",
      "号牌号码：江A12345",
      "车辆类型：小型轿车",
      "使用性质：非营运",
      "品牌型号：江州牌",
      "车辆识别代号：",
      "发动机号：",
      "乙方（买方）：李小红",
    ],
  ],
  [
    "a courier's terms",
    [
      "快递服务协议",
      "甲方：江州速递",
      "寄件人应当如实填写收件人信息",
      "收件人",
      "寄件人",
      "运单号",
      "保价金额",
      "乙方：王小明",
    ],
  ],
  [
    "a loan",
    [
      "借款合同",
      "甲方：江南商业银行",
      "户名：王小明",
      "卡号：6212262353095470226",
      "开户行：江南商业银行",
      "乙方：王小明",
      "VISA",
    ],
  ],
  [
    "a CV",
    [
      "个人简历",
      "姓名：王小明",
      "性别：男",
      "民族：汉",
      "出生：1990年3月",
      "住址：江州市",
      "电话：13900001234",
      "学历：本科",
      "工作经历",
    ],
  ],
  ["a table of orders", ["订单号", "收件人", "电话", "地址", "商品", "金额", "202603180001", "王小明", "13900001234"]],
  ["goods in a list", ["采购清单", "品名", "数量", "单价", "金额", "合计：1,210.00"]],
])("%s is no document of a known kind", (_name, lines) => {
  expect(names(pageOf(listed(lines)))).toEqual([]);
});

test("two cards side by side are two documents, each with its own words", () => {
  const card = samples["id-card-front"]!;
  const kinds = kindsOn(pageOf([...listed(card, 100), ...listed(card, 1000)]));
  expect(kinds.map(({ kind }) => kind.name)).toEqual(["id-card-front", "id-card-front"]);
  expect(kinds[0]!.box.x).toBeLessThan(500);
  expect(kinds[1]!.box.x).toBeGreaterThan(900);
  expect(kinds[0]!.pieces).toHaveLength(kinds[1]!.pieces.length);
});

test("a copy of a card between the lines of a contract is found, the contract is none", () => {
  const contract = listed(
    Array.from(
      { length: 12 },
      (_, row) => `第${row + 1}条 甲方应当按照本合同约定的期限和方式向乙方交付房屋，并保证其权属清楚`,
    ),
  );
  const page = pageOf([...contract, ...listed(samples["id-card-front"]!, 300, 1600)]);
  const [card, ...more] = kindsOn(page);
  expect(card!.kind.name).toBe("id-card-front");
  expect(card!.box.y).toBeGreaterThan(1500);
  expect(more).toEqual([]);
});

test("a profile takes the likeliest kind of its family where the words are too few", () => {
  const page = pageOf(listed(["13900001234", "航班 FLIGHT"]));
  expect(names(page)).toEqual([]);
  expect(names(page, "ticket")).toEqual(["boarding-pass"]);
  expect(kindsOn(page, "ticket")[0]!.box).toEqual({ x: 0, y: 0, width: 2000, height: 3000 });
  expect(names(page, "waybill")).toEqual(["waybill"]);
});

test("streamed text has no kind", () => {
  const page = { ...pageOf(listed(samples.waybill!)), window: { offset: 0, line: 0, owned: { start: 0, end: 10 } } };
  expect(kindsOn(page)).toEqual([]);
});
