import type { Chance } from "../../corpus/chance.ts";
import { somebody } from "../../corpus/person.ts";
import { nameOf } from "../../corpus/values/names.ts";
import { bankCardOf, landlineOf, phoneOf, plateOf } from "../../corpus/values/numbers.ts";
import { emailOf } from "../../corpus/values/online.ts";
import { box, guilloche, rule, type Shape, stamp, text } from "../../image-drawing.ts";
import { line, type PaperSheet, type Part, value, vertical, wrapped } from "../printed.ts";

/** A member's page of a household register: a table of labels and values. */
export function householdPage(c: Chance): PaperSheet {
  const { name, birth, idCard, place, address } = somebody(c);
  const day = `${birth.slice(0, 4)}年${Number(birth.slice(4, 6))}月${Number(birth.slice(6))}日`;
  const label = { size: 24 } as const;
  const shown = { size: 30, font: "serif" } as const;
  const rows = [140, 210, 280, 350, 420, 490, 560, 630];
  return {
    width: 1300,
    height: 860,
    background: "#f6f1e4",
    parts: [
      guilloche(1300, 860, "#ece2cc"),
      text(650, 90, "常 住 人 口 登 记 卡", { size: 44, anchor: "middle" }),
      box(50, 140, 1200, 560, "none", "#333"),
      ...rows.map((y) => rule(50, y, 1250, y)),
      ...[230, 620, 840].map((x) => rule(x, 140, x, 700)),
      text(70, 185, "姓 名", label),
      line(250, 188, [value("name", name)], shown),
      text(640, 185, "户主或与户主关系", { size: 22 }),
      text(860, 188, c.pick(["户主", "妻", "长子", "女"]), shown),
      text(70, 255, "曾 用 名", label),
      text(640, 255, "性 别", label),
      text(860, 258, Number(idCard[16]) % 2 === 1 ? "男" : "女", shown),
      text(70, 325, "出 生 地", label),
      text(250, 328, `${place.province}${place.city}`, shown),
      text(640, 325, "民 族", label),
      text(860, 328, "汉", shown),
      text(70, 395, "籍 贯", label),
      text(250, 398, place.province, shown),
      text(640, 395, "出生日期", label),
      line(860, 398, [value("birth-date", day)], shown),
      text(70, 465, "本市(县)其他住址", { size: 18 }),
      line(250, 468, [value("address", address)], { ...shown, size: 22 }),
      text(70, 535, "公民身份证件编号", { size: 18 }),
      line(250, 538, [value("id-card", idCard)], shown),
      text(640, 535, "身高  血型", label),
      text(860, 538, `1${c.from(50, 90)}cm  ${c.pick(["A", "B", "O", "AB"])}`, shown),
      text(70, 605, "文化程度", label),
      text(250, 608, c.pick(["初中", "高中", "大学本科"]), shown),
      text(640, 605, "婚姻状况", label),
      text(860, 608, c.pick(["已婚", "未婚"]), shown),
      text(70, 675, "服务处所", label),
      text(250, 678, "江南机械厂", shown),
      stamp(1080, 720, 90, "户口专用", "#c33"),
      text(70, 790, "登记事项变更和更正记载", label),
    ],
  };
}

/** A bill for electricity: the customer's number, name, address. */
export function utilityBill(c: Chance): PaperSheet {
  const { name, address } = somebody(c);
  return {
    width: 1100,
    height: 1000,
    background: "#f9fbff",
    parts: [
      box(0, 0, 1100, 110, "#0a7a5a"),
      text(50, 72, "国网电力 电费账单", { size: 46, fill: "#fff", weight: "bold" }),
      text(1050, 72, `2026年0${c.from(1, 9)}月`, { size: 32, fill: "#fff", anchor: "end" }),
      line(50, 190, ["户名：", value("name", name)], { size: 30 }),
      text(600, 190, `户号：${c.digits(10)}`, { size: 30 }),
      text(50, 245, "用电地址：", { size: 30 }),
      ...wrapped(200, 245, value("address", address), 26, 42, { size: 30 }),
      line(50, 345, ["联系电话：", value("phone", phoneOf(c))], { size: 30 }),
      line(600, 345, ["扣款账号：", value("bank-card", bankCardOf(c))], { size: 24 }),
      ...table(
        50,
        400,
        ["类别", "上月示数", "本月示数", "电量(千瓦时)", "金额(元)"],
        [
          ["尖", c.digits(5), c.digits(5), `${c.from(20, 90)}`, `${c.from(10, 90)}.${c.digits(2)}`],
          ["峰", c.digits(5), c.digits(5), `${c.from(20, 90)}`, `${c.from(10, 90)}.${c.digits(2)}`],
          ["谷", c.digits(5), c.digits(5), `${c.from(20, 90)}`, `${c.from(10, 90)}.${c.digits(2)}`],
        ],
      ),
      text(50, 700, `合计应缴：${c.from(60, 400)}.${c.digits(2)} 元    缴费截止：2026-0${c.from(1, 9)}-25`, {
        size: 32,
        weight: "bold",
      }),
      text(50, 780, "供电服务热线 95598，24小时为您服务", { size: 26 }),
      text(50, 830, "逾期按日加收千分之一违约金", { size: 24, fill: "#555" }),
    ],
  };
}

/** A telephone bill: whom the customer called. */
export function phoneBillPage(c: Chance): PaperSheet {
  const { name, phone } = somebody(c);
  const rows = c.times(8, (index) => [
    String(index + 1),
    value("phone", phoneOf(c)),
    c.pick(["主叫", "被叫"]),
    `02-${c.from(10, 28)} ${c.from(10, 22)}:${c.from(10, 59)}`,
    String(c.from(8, 900)),
    "0.00",
  ]);
  return {
    width: 1100,
    height: 900,
    parts: [
      text(50, 80, "江南通信 客户详单", { size: 44, weight: "bold" }),
      line(50, 150, ["客户姓名：", value("name", name)], { size: 28 }),
      line(560, 150, ["手机号码：", value("phone", phone)], { size: 28 }),
      text(50, 200, "账期：2026-02-01 至 2026-02-28   套餐：畅享59元", { size: 26 }),
      ...table(50, 240, ["序号", "对方号码", "类型", "起始时间", "时长(秒)", "费用(元)"], rows),
      text(50, 840, "客服热线 10000", { size: 26 }),
    ],
  };
}

/** A registration form filled in by hand; names are signed. */
export function handwrittenForm(c: Chance): PaperSheet {
  const [guest, relative] = [somebody(c), somebody(c)];
  const label = { size: 28 } as const;
  const hand = { size: 40, font: "hand", fill: "#20306e" } as const;
  const row = (y: number): Shape => rule(60, y, 1040, y, "#666");
  return {
    width: 1100,
    height: 1200,
    background: "#fcfbf7",
    parts: [
      text(550, 90, "来访人员登记表", { size: 46, anchor: "middle", weight: "bold" }),
      ...[140, 230, 320, 410, 560, 650, 740, 830].map(row),
      rule(60, 140, 60, 830, "#666"),
      rule(1040, 140, 1040, 830, "#666"),
      rule(260, 140, 260, 830, "#666"),
      text(80, 195, "姓  名", label),
      line(290, 198, [value("name", guest.name)], hand),
      text(80, 285, "联系电话", label),
      line(290, 288, [value("phone", guest.phone)], hand),
      text(80, 375, "身份证号", label),
      line(290, 378, [value("id-card", guest.idCard)], hand),
      text(80, 480, "家庭住址", label),
      ...wrapped(290, 468, value("address", guest.address), 16, 60, hand),
      text(80, 615, "车 牌 号", label),
      line(290, 618, [value("license-plate", plateOf(c, guest.place))], hand),
      text(80, 705, "紧急联系人", label),
      line(290, 708, [value("name", relative.name), "  ", value("phone", relative.phone)], hand),
      text(80, 795, "来访事由", label),
      text(290, 798, c.pick(["送货", "面试", "探亲"]), hand),
      text(80, 920, "本人承诺以上信息真实有效。", { size: 28 }),
      text(560, 1020, "签名：", { size: 32 }),
      line(660, 1030, [value("name", guest.name)], { size: 72, font: "hand", fill: "#20306e" }),
      text(560, 1110, `日期：2026年${c.from(1, 9)}月${c.from(1, 28)}日`, { size: 32 }),
    ],
  };
}

/** A form in print, its labels spaced and without colons. */
export function printedForm(c: Chance): PaperSheet {
  const person = somebody(c);
  const label = { size: 26, fill: "#444" } as const;
  const shown = { size: 28 } as const;
  return {
    width: 1240,
    height: 760,
    parts: [
      text(620, 80, "员 工 信 息 登 记 表", { size: 40, anchor: "middle", weight: "bold" }),
      box(60, 120, 1120, 490, "none", "#333"),
      ...[190, 260, 330, 400, 470, 540].map((y) => rule(60, y, 1180, y)),
      ...[240, 620, 800].map((x) => rule(x, 120, x, 400)),
      rule(240, 400, 240, 610),
      text(80, 165, "姓    名", label),
      line(260, 166, [value("name", person.name)], shown),
      text(640, 165, "性    别", label),
      text(820, 166, c.pick(["男", "女"]), shown),
      text(80, 235, "手 机 号", label),
      line(260, 236, [value("phone", person.phone)], shown),
      text(640, 235, "固定电话", label),
      line(820, 236, [value("landline", landlineOf(c, person.place))], shown),
      text(80, 305, "证件类型", label),
      text(260, 306, "居民身份证", shown),
      text(640, 305, "证件号码", label),
      line(820, 306, [value("id-card", person.idCard)], shown),
      text(80, 375, "紧急联系人", label),
      line(260, 376, [value("name", nameOf(c))], shown),
      text(640, 375, "联系方式", label),
      line(820, 376, [value("phone", phoneOf(c))], shown),
      text(80, 445, "通讯地址", label),
      line(260, 446, [value("address", person.address)], shown),
      text(80, 515, "电子邮箱", label),
      line(260, 516, [value("email", emailOf(c))], shown),
      text(80, 585, "工资卡号", label),
      line(260, 586, [value("bank-card", bankCardOf(c))], shown),
      text(80, 700, "填表说明：请如实填写，字迹工整。", { size: 24, fill: "#666" }),
    ],
  };
}

/** An envelope in the old manner: written downwards, from the right. */
export function envelope(c: Chance): PaperSheet {
  const receiver = somebody(c);
  const sender = somebody(c);
  const hand = { size: 40, font: "hand", fill: "#222" } as const;
  const half = Math.ceil([...receiver.address].length / 2);
  const [first, second] = [[...receiver.address].slice(0, half).join(""), [...receiver.address].slice(half).join("")];
  const address = value("address", receiver.address);
  // All of it is on the paper.
  const leading = Math.min(38, Math.floor(720 / [...sender.shortAddress].length));
  return {
    width: 620,
    height: 1240,
    background: "#ead9b5",
    parts: [
      box(190, 120, 200, 1000, "#f6efe0", "#b33"),
      vertical(520, 160, { ...address, text: first }, 46, hand),
      vertical(460, 200, { ...address, text: second }, 46, hand),
      vertical(270, 240, value("name", receiver.name), 90, { ...hand, size: 72 }),
      text(270, 620, "先", { ...hand, size: 50 }),
      text(270, 690, "生", { ...hand, size: 50 }),
      text(270, 820, "收", { ...hand, size: 50 }),
      vertical(90, 500, value("address", sender.shortAddress), leading, { ...hand, size: Math.min(32, leading) }),
      line(60, 80, [`${c.digits(6)}`], { size: 44, font: "mono", fill: "#b33" }),
    ],
  };
}

function table(
  x: number,
  y: number,
  headers: readonly string[],
  rows: readonly (readonly (string | ReturnType<typeof value>)[])[],
): Part[] {
  const [height, width] = [52, 1000 / headers.length];
  const grid = Array.from({ length: rows.length + 2 }, (_, row) =>
    rule(x, y + row * height, x + 1000, y + row * height, "#999"),
  );
  const cells = [headers, ...rows].flatMap((cells, row) =>
    cells.map((cell, column) => line(x + 10 + column * width, y + 36 + row * height, [cell], { size: 24 })),
  );
  return [...grid, ...cells];
}
