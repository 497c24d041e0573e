import { describe, expect, test } from "vitest";
import { type LaidOut, type LayoutLine, layout } from "./layout.js";
import { boxAround, type Point, type Quad, quadOfBox } from "./model/geometry.js";

/** Height of a line in the pages below. */
const H = 20;

/** A line whose characters are as wide as the line is high, digits and Latin letters half of that. */
function line(text: string, x: number, y: number, height = H): LayoutLine {
  return { text, quad: quadOfBox({ x, y, width: widthOf(text, height), height }), confidence: 0.97 };
}

/** The same with a box for every character. */
function lineOfChars(text: string, x: number, y: number): LayoutLine {
  let at = x;
  const chars = [...text].map((char) => {
    const width = widthOf(char, H);
    at += width;
    return { text: char, quad: quadOfBox({ x: at - width, y, width, height: H }) };
  });
  return { ...line(text, x, y), chars };
}

function widthOf(text: string, height: number): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x250 ? 0.5 : 1) * height, 0);
}

function turned({ text, quad, confidence }: LayoutLine, degrees: number): LayoutLine {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = ({ x, y }: Point): Point => ({ x: 500 + x * cos - y * sin, y: 500 + x * sin + y * cos });
  return { text, quad: quad.map(turn) as unknown as Quad, confidence };
}

function labelsIn({ text, runs }: LaidOut): Record<string, string | undefined> {
  return Object.fromEntries(runs.map(({ span, label }) => [text.slice(span.start, span.end), label]));
}

function spanOf(text: string, part: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

describe("reading order", () => {
  const form = [
    line("姓名", 0, 0),
    line("林晓峰", 100, 2),
    line("电话", 0, 40),
    line("13900001234", 100, 38),
    line("备注无", 0, 80),
  ];
  const text = "姓名\t林晓峰\n电话\t13900001234\n备注无";

  test("rows go from top to bottom and from left to right, in whatever order the lines come", () => {
    expect(layout(form).text).toBe(text);
    expect(layout(form.toReversed()).text).toBe(text);
  });

  /** Rows of a table, 120 apart, whose cells have 26 for a line. */
  function table(...rows: readonly (readonly string[])[]): LayoutLine[] {
    return rows.flatMap((row, below) =>
      row.flatMap((cell, at) => cell.split("|").map((part, index) => line(part, at * 120, below * 120 + index * 26))),
    );
  }

  test.each([0, 4, 90])("values wrapped within the cells of a table turned by %i degrees are read whole", (degrees) => {
    const lines = table(
      ["姓名", "手机", "身份证号", "住址"],
      ["林晓峰", "139000|01234", "110105|194912|31002X", "朝阳区建|国路88号|3号楼12|04室"],
      ["周雨桐", "139000|05678", "330106|199608|152426", "西湖区文|三路478号"],
    );
    expect(layout(lines.map((each) => turned(each, degrees))).text).toBe(
      [
        "姓名\t手机\t身份证号\t住址",
        "林晓峰\t13900001234\t11010519491231002X\t朝阳区建国路88号3号楼1204室",
        "周雨桐\t13900005678\t330106199608152426\t西湖区文三路478号",
      ].join("\n"),
    );
  });

  test("a number that goes on in the next line of a message is read whole", () => {
    const message = [
      line("我的微信换了，手机幺", 0, 0),
      line("三九零零零零一二三四", 0, 30),
      line("记得打给我", 0, 60),
    ];
    expect(layout(message).text).toBe("我的微信换了，手机幺三九零零零零一二三四\n记得打给我");
  });

  test("what stands in a column and is no value of several lines stays in its row", () => {
    const lines = table(["衬衫|长裤|外套", "128.00|256.00|640.00", "蓝色|黑色|白色", "138000|138001|138002"]);
    expect(layout(lines).text.split("\n")).toHaveLength(3);
    const numbers = table(["李雷|韩梅|王小", "13900001234|13900005678|13900009012"]);
    expect(layout(numbers).text).toBe("李雷\t13900001234\n韩梅\t13900005678\n王小\t13900009012");
  });

  test.each([-20, -3, 7, 25, 90, 180, 270])("a page turned by %i degrees reads the same", (degrees) => {
    expect(layout(form.map((each) => turned(each, degrees))).text).toBe(text);
  });

  test("rows on bent paper follow their neighbours", () => {
    const bent = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((column) => [
      line("甲乙丙", column * 80, column * 7),
      line("子丑寅", column * 80, 25 + column * 7),
    ]);
    expect(layout(bent).text).toBe(`${Array(8).fill("甲乙丙").join(" ")}\n${Array(8).fill("子丑寅").join(" ")}`);
  });

  test("columns of text are read one after the other, a title above them first", () => {
    const left = ["寄件地址在浙江省", "杭州市西湖区文三", "路一号创业大厦里"];
    const right = ["收件地址在上海市", "黄浦区人民路八号", "新世界花园三栋楼"];
    const lines = [
      line("一张从左到右写满整行的很长很长的标题文字", 0, 0),
      ...left.map((text, row) => line(text, 0, 30 + row * 25)),
      ...right.map((text, row) => line(text, 240, 30 + row * 25)),
    ];
    expect(layout(lines).text.split("\n").slice(1)).toEqual([...left, ...right]);
  });

  test("a single character stands in its row, whichever way the engine turned it", () => {
    const [a, b, c, d] = quadOfBox({ x: 104, y: 0, width: 20, height: H });
    const turns: Quad[] = [
      [a, b, c, d],
      [b, c, d, a],
      [c, d, a, b],
      [d, a, b, c],
    ];
    for (const quad of turns) {
      const lines = [line("出生地的省", 0, 0), { text: "男", quad, confidence: 0.9 }, line("甲乙丙丁戊", 200, 0)];
      lines.push(...[1, 2, 3].flatMap((row) => [line("甲乙丙丁戊", 0, row * 25), line("子丑寅卯辰", 200, row * 25)]));
      expect(layout(lines).text).toContain("出生地的省 男");
    }
  });

  test("what print or recogniser left no room for is parted: a list's number from a house, a name from +86", () => {
    const read = ["2.11-4-2102林晓峰", "13.19幢4单元1802室", "田依明+8613900001234", "3.14栋", "2.11-4"];
    expect(layout(read.map((text, row) => line(text, 0, row * 30))).text.split("\n")).toEqual([
      "2. 11-4-2102林晓峰",
      "13. 19幢4单元1802室",
      "田依明 +8613900001234",
      "3. 14栋",
      "2.11-4",
    ]);
  });

  test("no line is lost, however lines lie about and upon each other", () => {
    let state = 7;
    const random = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const texts = ["姓名", "收", "13900001234", "地址：浙江省杭州市", "男", "备注："];
    for (let page = 0; page < 300; page++) {
      const lines = Array.from({ length: Math.floor(random() * 40) }, () => {
        const [x, y, width, height] = [random() * 800, random() * 600, random() * 300, random() * 40];
        const text = texts[Math.floor(random() * texts.length)]!;
        const flat = { text, confidence: random(), quad: quadOfBox({ x, y, width, height }) };
        return turned(flat, random() < 0.7 ? 0 : random() * 360);
      });
      const { text, runs, locate } = layout(lines);
      const read = runs.map(({ span }) => text.slice(span.start, span.end));
      expect(read.toSorted()).toEqual(lines.map((line) => line.text).sort());
      const corners = locate({ start: 0, end: text.length }).flat();
      expect(corners).toHaveLength(lines.length * 4);
      expect(corners.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    }
  });

  test("columns end where a table begins below them", () => {
    const left = ["寄件人姓名王晓", "寄件地址浙江省", "杭州市西湖区文"];
    const right = ["收件人姓名陆远", "收件地址上海市", "黄浦区人民路八"];
    const columns = left.flatMap((text, row) => [line(text, 0, row * 25), line(right[row]!, 300, row * 25)]);
    const table = [0, 1, 2, 3].flatMap((row) => [
      line("甲乙", 0, 100 + row * 25),
      line("丙丁", 100, 100 + row * 25),
      line("戊己", 300, 100 + row * 25),
    ]);
    expect(layout([...columns, ...table]).text.split("\n")).toEqual([
      ...left,
      ...right,
      ...Array(4).fill("甲乙\t丙丁\t戊己"),
    ]);
  });

  test("characters written downward at the edge are one word and interrupt no row", () => {
    const edge = ["签", "收", "联"].map((text, row) => line(text, 400, row * 25));
    const lines = [line("上海市青浦区华徐公路3029", 0, 2), line("弄28号", 0, 27), line("电话", 0, 52), ...edge];
    expect(layout(lines).text).toBe("上海市青浦区华徐公路3029\n弄28号\n电话\n签收联");
  });

  test("cells of a table are read row by row", () => {
    const rows = ["一", "二", "三", "四"].map((number, row) => [
      line(`甲${number}`, 0, row * 30),
      line(`13900001${row}34`, 150, row * 30),
      line(`乙${number}`, 400, row * 30),
    ]);
    expect(
      layout(rows.flat())
        .text.split("\n")
        .map((row) => row.split("\t").length),
    ).toEqual([3, 3, 3, 3]);
  });

  test("groups of one number stay together, distant pieces are parted by a tab", () => {
    const groups = ["6222", "0210", "0112"].map((text, index) => line(text, index * 80, 0));
    expect(layout([...groups, line("有效期", 400, 0)]).text).toBe("6222 0210 0112\t有效期");
  });

  test("a long number stands apart from the Chinese before and after it, a house number does not", () => {
    expect(layout([line("陆远13700009999上海市黄浦区8号301室", 0, 0)]).text).toBe(
      "陆远 13700009999 上海市黄浦区8号301室",
    );
    expect(layout([lineOfChars("陆远13700009999上海市黄浦区", 0, 0)]).text).toBe("陆远 13700009999 上海市黄浦区");
  });

  test("a landline stands apart from the address before it", () => {
    expect(layout([line("文三路1514弄9号2506室0755-26835897", 0, 0)]).text).toBe("文三路1514弄9号2506室 0755-26835897");
    expect(layout([line("海天花园12-3-405", 0, 0)]).text).toBe("海天花园12-3-405");
  });

  test("a digit that two overlapping pieces both hold is one", () => {
    const groups = [lineOfChars("6217 1882", 0, 0), lineOfChars("2 3474 335", 80, 0)];
    expect(layout(groups).text).toBe("6217 1882 3474 335");
    expect(layout([lineOfChars("1882", 0, 0), lineOfChars("2347", 42, 0)]).text).toBe("1882 2347");
  });

  test("a single character is as near to its neighbours as they are to one another", () => {
    const groups = [line("栋", 0, 0, 30), line("1", 70, 8, 14)];
    expect(layout(groups).text).toBe("栋 1");
  });

  test("lines without text are left out, a page without lines is empty", () => {
    expect(layout([]).text).toBe("");
    expect(layout([line("", 0, 0), line(" ", 0, 30)]).runs).toEqual([]);
  });
});

describe("labels", () => {
  test("a label names what stands to its right", () => {
    expect(labelsIn(layout([line("收件人", 0, 0), line("林晓峰", 120, 0)]))).toEqual({
      收件人: undefined,
      林晓峰: "收件人",
    });
  });

  test("a label names what stands below where nothing stands to its right", () => {
    expect(labelsIn(layout([line("户名", 0, 0), line("林晓峰", 0, 30), line("其他", 0, 90)]))).toMatchObject({
      林晓峰: "户名",
      其他: undefined,
    });
  });

  test("a label does not reach over another one", () => {
    const lines = [line("姓名", 0, 0), line("性别", 100, 0), line("电话", 0, 30), line("男", 100, 30)];
    expect(labelsIn(layout(lines)).电话).toBeUndefined();
  });

  test("what stands beside a value says more of it than what stands over it", () => {
    const licence = [
      line("姓名", 0, 0),
      line("段丽峰", 60, 0),
      line("国籍", 300, 0),
      line("中国", 360, 0),
      line("住址", 0, 40),
      line("江州市江南区河口镇玉兰东路1760号14栋", 60, 40),
      line("404室", 60, 64),
    ];
    expect(labelsIn(layout(licence))).toMatchObject({
      江州市江南区河口镇玉兰东路1760号14栋: "住址",
      "404室": "住址",
    });
  });

  test("a header names its whole column", () => {
    const lines = [line("姓名", 0, 0), line("电话", 150, 0)];
    const names = ["林晓峰", "陆远", "周小婷", "欧阳文静"];
    lines.push(
      ...names.flatMap((name, row) => [line(name, 0, 30 + row * 30), line(`1390000${row}234`, 150, 30 + row * 30)]),
    );
    const labels = labelsIn(layout(lines));
    expect(names.map((name) => labels[name])).toEqual(["姓名", "姓名", "姓名", "姓名"]);
    expect(labels["13900003234"]).toBe("电话");
  });

  test("a header names its column past the firms in it, which label nothing", () => {
    const rows = [
      ["对方户名", "对方账号", "摘要"],
      ["林晓峰", "6217000341034103418", "转账"],
      ["某某供电公司", "88001234", "电费"],
      ["许仙", "6217000341034103426", "转账"],
      ["某某商户", "88005678", "消费"],
      ["陆远", "6217000341034103434", "转账"],
    ];
    const labels = labelsIn(
      layout(rows.flatMap((row, at) => row.map((text, column) => line(text, 250 * column, 30 * at)))),
    );
    expect(rows.slice(1).map(([name]) => labels[name!])).toEqual(rows.slice(1).map(() => "对方户名"));
    expect(rows.slice(1).map(([, account]) => labels[account!])).toEqual(rows.slice(1).map(() => "对方账号"));
  });

  test("the labels of a form's next row are not the values of the row above", () => {
    const lines = [
      ...["姓名", "林晓峰", "性别", "男"].map((text, at) => line(text, 150 * at, 0)),
      ...["工作单位", "某某纺织厂", "职务", "经理"].map((text, at) => line(text, 150 * at, 30)),
      ...["部门", "销售部", "电话", "13900001234"].map((text, at) => line(text, 150 * at, 60)),
    ];
    expect(labelsIn(layout(lines))).toMatchObject({
      林晓峰: "姓名",
      工作单位: undefined,
      部门: undefined,
      13900001234: "电话",
    });
  });

  test("a label whose value beside it is black names nothing below, though another label stands in its row", () => {
    const lines = [
      line("姓名", 0, 0),
      line("███", 80, 0),
      line("住址", 300, 0),
      line("别男 民族汉", 20, 30),
      line("江州市", 300, 30),
    ];
    expect(labelsIn(layout(lines))).toMatchObject({ "███": "姓名", "别男 民族汉": undefined, 江州市: "住址" });
  });

  test("labels with colons are no header: each names the value beside it, and nothing further down", () => {
    const lines = [
      line("联系电话：", 0, 0),
      line("扣款账号：", 300, 0),
      line("███████", 420, 0),
      line("千瓦时", 300, 30),
      line("供电服务热线95598", 300, 60),
    ];
    expect(labelsIn(layout(lines))).toMatchObject({ "███████": "扣款账号", 供电服务热线95598: undefined });
  });

  test.each([
    ["under its value", 60],
    ["under its label", 0],
  ])("an address that goes on %s keeps its label, what follows it does not get it", (_name, x) => {
    const lines = [
      line("地址：浙江省杭州市西湖区文三路", 0, 0),
      line("1号创业大厦2幢301室", x, 25),
      line("电话：13900001234", 0, 50),
      line("谢谢惠顾", x, 75),
    ];
    expect(labelsIn(layout(lines))).toMatchObject({ "1号创业大厦2幢301室": "地址", 谢谢惠顾: undefined });
  });

  test("a wrapped line that was seen in two parts is labelled in both", () => {
    const lines = [
      line("地址：浙江省杭州市", 0, 0),
      line("西湖区", 0, 25),
      line("文三路1号", 70, 25),
      line("别的", 300, 25),
    ];
    expect(labelsIn(layout(lines))).toMatchObject({ 西湖区: "地址", 文三路1号: "地址", 别的: undefined });
  });

  test("a label in two languages names its value once", () => {
    expect(labelsIn(layout([line("姓名 Name", 0, 0), line("林晓峰", 160, 0)])).林晓峰).toBe("姓名");
  });

  test("a piece that announces a value of its own, or a firm's long name, is neither value nor label", () => {
    const lines = [line("负责人", 0, 0), line("许可手续办理：", 120, 0), line("林晓峰", 300, 0)];
    expect(labelsIn(layout(lines))["许可手续办理："]).toBeUndefined();
    const firm = [line("上海明月照大江电子科技有限公司", 0, 0), line("陆远", 320, 0)];
    expect(labelsIn(layout(firm)).陆远).toBeUndefined();
  });

  test("a label of one character names what stands close to its right only", () => {
    expect(labelsIn(layout([line("收", 0, 0), line("陆远", 40, 0)])).陆远).toBe("收");
    expect(labelsIn(layout([line("收", 0, 0), line("上海市黄浦区", 200, 0)])).上海市黄浦区).toBeUndefined();
  });

  test("a label written downward names the rows to its right", () => {
    const label = ["收", "件", "人"].map((text, row) => line(text, 0, row * 25));
    const lines = [
      ...label,
      line("陆远", 40, 0),
      line("13900001234", 120, 0),
      line("上海市黄浦区", 40, 50),
      line("别的", 40, 150),
    ];
    expect(labelsIn(layout(lines))).toMatchObject({ 陆远: "收件人", 上海市黄浦区: "收件人", 别的: undefined });
  });

  test("text without labels has none", () => {
    expect(layout([line("今天天气很好", 0, 0), line("我们去公园", 0, 30)]).runs.every(({ label }) => !label)).toBe(
      true,
    );
  });
});

describe.each([
  ["from characters' boxes", lineOfChars],
  ["shared out", line],
])("where a span stands, %s", (_name, make) => {
  test("a value in a line with its label is covered, the label is not", () => {
    const { text, locate } = layout([make("收件人：林晓峰先生13900001234请放门口谢谢", 0, 100)]);
    const [quad, ...more] = locate(spanOf(text, "13900001234"));
    const { x, y, width, height } = boxAround(quad!);
    expect(more).toEqual([]);
    expect(x).toBeGreaterThan(7.4 * H);
    expect(x).toBeLessThan(9 * H);
    expect(x + width).toBeGreaterThan(14.5 * H);
    expect(x + width).toBeLessThan(15.7 * H);
    expect([y, height]).toEqual([expect.closeTo(100 - 0.15 * H), expect.closeTo(1.3 * H)]);
  });

  test("a cut never goes through a number", () => {
    const { text, locate } = layout([make("收件人的电话号码是13900001234，请联系他", 0, 0)]);
    const number = spanOf(text, "13900001234");
    expect(locate({ start: number.start + 3, end: number.start + 5 })).toEqual(locate(number));
  });

  test("a line that holds the value alone, or but for a character, is covered whole", () => {
    const { text, locate } = layout([make("林晓峰收", 0, 0)]);
    const { x, width } = boxAround(locate(spanOf(text, "林晓峰"))[0]!);
    expect([x, width]).toEqual([expect.closeTo(-0.15 * H), expect.closeTo(4.3 * H)]);
  });
});

describe("where a span stands", () => {
  test("what was lost between two pieces of a value in one line is covered with them, whichever way they run", () => {
    for (const degrees of [0, 90, 180]) {
      const [first, last] = [line("江州市桃园路怡景新苑", 0, 0), line("号楼3201室", 240, 2)];
      const { text, locate } = layout([turned(first, degrees), turned(last, degrees)]);
      const [quad, next] = locate({ start: 0, end: text.length });
      const gap = Math.hypot(next![0].x - quad![1].x, next![0].y - quad![1].y);
      expect(gap, `${degrees}`).toBeLessThan(H / 2);
    }
  });

  test("nothing is covered between pieces that stand far apart or in two lines", () => {
    for (const [x, y] of [
      [320, 0],
      [240, 30],
    ] as const) {
      const { text, locate } = layout([line("江州市桃园路怡景新苑", 0, 0), line("号楼3201室", x, y)]);
      const { width } = boxAround(locate({ start: 0, end: text.length })[0]!);
      expect(width).toBeCloseTo((10 + 2 * 0.15) * H);
    }
  });

  test("one quad a line", () => {
    const { text, locate } = layout([line("浙江省杭州市", 0, 0), line("西湖区文三路", 0, 30)]);
    expect(locate({ start: 0, end: text.length })).toHaveLength(2);
    expect(locate(spanOf(text, "西湖"))).toHaveLength(1);
  });

  test("what may have been lost between two pieces of one phrase is covered, and nothing between distant ones", () => {
    const { text, locate } = layout([line("370102", 0, 0), line("97904165945", 85, 0), line("文三路", 400, 0)]);
    expect(text).toBe("370102 97904165945\t文三路");
    const [first, second, third] = locate({ start: 0, end: text.length }).map(boxAround);
    expect(first!.x + first!.width).toBeCloseTo(second!.x);
    expect(second!.x + second!.width).toBeLessThan(third!.x - 100);
  });

  test("slanted text has slanted quads along its line", () => {
    const { text, locate } = layout([turned(line("收件人：林晓峰 13900001234 请放门口", 0, 0), 10)]);
    const [topLeft, topRight] = locate(spanOf(text, "13900001234"))[0]!;
    const slope = (Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI;
    expect(slope).toBeCloseTo(10, 5);
  });
});
