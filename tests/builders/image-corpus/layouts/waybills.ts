import type { Chance } from "../../corpus/chance.ts";
import { type Somebody, somebody } from "../../corpus/person.ts";
import { postalCheck } from "../../corpus/values/check-digits.ts";
import { surnameOf } from "../../corpus/values/names.ts";
import { box, rule, type Shape, stamp, text } from "../../image-drawing.ts";
import { grouped } from "../../people.ts";
import { code, line, moved, type PaperSheet, type Part, value, wrapped } from "../printed.ts";

/** SF: name and phone in one line without labels, each party printed twice, the number in groups. */
export async function waybillSf(c: Chance): Promise<PaperSheet> {
  const [receiver, sender] = [somebody(c), somebody(c)];
  const number = `SF${c.from(1, 9)}${c.digits(12)}`;
  return {
    width: 1000,
    height: 1500,
    background: "#fdfdfb",
    parts: [
      text(40, 80, "SF EXPRESS", { size: 46, weight: "bold" }),
      text(40, 120, "顺丰速运  95338", { size: 26 }),
      text(760, 90, `标快 ${c.from(1, 9)}/1`, { size: 34, weight: "bold" }),
      await code(90, 150, 820, 130, number, "Code128"),
      line(260, 320, [value("tracking-number", grouped(number, 2, 4, 4, 4, 1))], { size: 34 }),
      rule(30, 345, 970, 345),
      text(60, 430, `${c.from(100, 999)}W-${c.pick(["AB", "CD", "EF"])}-${c.digits(3)}`, { size: 76, weight: "bold" }),
      rule(30, 465, 970, 465),
      ring(70, 530, "收"),
      ...sfParty(receiver, 120, 520, 34),
      rule(30, 700, 970, 700),
      ring(70, 760, "寄"),
      ...sfParty(sender, 120, 750, 28),
      rule(30, 900, 970, 900),
      await code(710, 930, 220, 220, `MMM={'k1':'${number}'}`, "QRCode"),
      text(60, 960, "付款方式：寄付月结", { size: 26 }),
      text(60, 1010, `计费重量：${c.from(1, 9)}.${c.digits(1)}kg`, { size: 26 }),
      text(60, 1060, `托寄物：${c.pick(["文件", "日用品", "服饰", "数码配件"])}`, { size: 26 }),
      text(60, 1110, "已验视  已实名", { size: 26 }),
      `<path d="M 0 1180 H 1000" stroke="#888" stroke-width="3" stroke-dasharray="14 10"/>`,
      line(60, 1240, [value("tracking-number", grouped(number, 2, 4, 4, 4, 1))], { size: 26 }),
      line(60, 1300, ["收 ", value("name", receiver.name), " ", value("phone", receiver.phone)], { size: 26 }),
      ...wrapped(60, 1345, value("address", receiver.address), 30, 40, { size: 24 }),
      line(60, 1440, ["寄 ", value("name", sender.name), " ", value("phone", sender.phone)], { size: 26 }),
    ],
  };
}

function sfParty({ name, phone, address }: Somebody, x: number, y: number, size: number): Part[] {
  return [
    line(x, y, [value("name", name), "  ", value("phone", phone)], { size, weight: "bold" }),
    ...wrapped(x, y + size * 1.6, value("address", address), 22, size * 1.4, { size }),
  ];
}

/** A character in a black circle, as labels mark who sends and who receives. */
function ring(x: number, y: number, letter: string): Shape {
  return `<circle cx="${x}" cy="${y}" r="30" fill="#111"/>${text(x, y + 13, letter, { size: 36, fill: "#fff", anchor: "middle" })}`;
}

/** YTO: labels with a colon, a table of cells, the stub of the receiver below. */
export async function waybillYto(c: Chance): Promise<PaperSheet> {
  const [receiver, sender] = [somebody(c), somebody(c)];
  const number = `YT${c.from(1, 8)}${c.digits(12)}`;
  const field = (y: number, label: string, run: ReturnType<typeof value>) => line(60, y, [label, run], { size: 30 });
  return {
    width: 1000,
    height: 1400,
    parts: [
      text(40, 90, "圆通速递", { size: 54, weight: "bold" }),
      text(40, 130, "全国客服 95554", { size: 24 }),
      text(960, 80, "标准快递", { size: 34, anchor: "end" }),
      text(500, 220, `${c.digits(3)}-${c.digits(3)} ${c.digits(3)}`, { size: 80, weight: "bold", anchor: "middle" }),
      box(30, 260, 940, 330, "none", "#222"),
      field(315, "收件人：", value("name", receiver.name)),
      field(365, "电话：", value("phone", receiver.phone)),
      text(60, 415, "地址：", { size: 30 }),
      ...wrapped(150, 415, value("address", receiver.address), 24, 46, { size: 30 }),
      rule(30, 540, 970, 540),
      text(60, 577, `集包地：${c.pick(["华东", "华南", "华北"])}转运中心`, { size: 28 }),
      box(30, 590, 940, 260, "none", "#222"),
      field(645, "寄件人：", value("name", sender.name)),
      field(695, "电话：", value("phone", sender.phone)),
      text(60, 745, "地址：", { size: 30 }),
      ...wrapped(150, 745, value("address", sender.shortAddress), 24, 46, { size: 30 }),
      await code(130, 880, 740, 140, number, "Code128"),
      line(500, 1060, [value("tracking-number", number)], { size: 36, anchor: "middle", spacing: 4 }),
      rule(30, 1090, 970, 1090),
      text(60, 1140, `订单内容：${c.pick(["百货", "食品", "衣服"])}  数量：1`, { size: 26 }),
      text(60, 1190, `打印时间：2026-0${c.from(1, 9)}-1${c.digits(1)} 18:2${c.digits(1)}`, { size: 26 }),
      text(60, 1250, "签收人：          时间：", { size: 28 }),
      text(60, 1330, "您对此单的签收，代表您已确认此单商品信息无误。", { size: 22, fill: "#444" }),
    ],
  };
}

/** ZTO: label characters stacked on the left, a code at the side standing upright, a salutation instead of a name. */
export async function waybillZto(c: Chance): Promise<PaperSheet> {
  const [receiver, sender] = [somebody(c), somebody(c)];
  const number = `7${c.pick(["3", "5", "6", "8"])}${c.digits(12)}`;
  const polite = surnameOf(c) + c.pick(["先生", "小姐", "女士"]);
  return {
    width: 1000,
    height: 1300,
    background: "#fcfcfc",
    parts: [
      text(40, 90, "中通快递", { size: 54, weight: "bold" }),
      text(300, 90, "ZTO EXPRESS", { size: 30 }),
      await code(120, 120, 700, 120, number, "Code128"),
      line(470, 280, [value("tracking-number", number)], { size: 34, anchor: "middle" }),
      rule(30, 310, 970, 310),
      text(60, 400, `${c.digits(3)}-${c.digits(2)}-${c.digits(3)}`, { size: 84, weight: "bold" }),
      rule(30, 430, 970, 430),
      ...stacked(50, 490, "收件"),
      line(120, 490, [value("name", receiver.name), "   ", value("phone", receiver.phone)], { size: 34 }),
      ...wrapped(120, 545, value("address", receiver.address), 20, 48, { size: 34 }),
      rule(30, 690, 970, 690),
      ...stacked(50, 745, "寄件"),
      line(120, 745, [value("name", polite), "   ", value("phone", sender.phone)], { size: 26 }),
      ...wrapped(120, 790, value("address", sender.address), 26, 40, { size: 26 }),
      rule(30, 890, 970, 890),
      moved(`rotate(90 930 500)`, [line(930, 500, [value("tracking-number", number)], { size: 30 })]),
      text(60, 950, `实名寄递  内件：${c.pick(["衣物", "书籍", "零食"])}`, { size: 26 }),
      text(60, 1000, "代收金额：0.00", { size: 26 }),
      stamp(780, 1000, 76, "已安检", "#333"),
      `<path d="M 0 1080 H 1000" stroke="#999" stroke-width="3" stroke-dasharray="14 10"/>`,
      line(60, 1140, ["收方：", value("name", receiver.name), " ", value("phone", receiver.phone)], { size: 26 }),
      ...wrapped(60, 1185, value("address", receiver.address), 28, 38, { size: 24 }),
    ],
  };
}

/** A label of one character below the other. */
function stacked(x: number, y: number, label: string): Shape[] {
  return [...label].map((letter, row) => text(x, y + row * 40, letter, { size: 32, weight: "bold" }));
}

/** STO: small print, two columns, labels without a colon. */
export async function waybillSto(c: Chance): Promise<PaperSheet> {
  const [receiver, sender] = [somebody(c), somebody(c)];
  const number = `77${c.digits(13)}`;
  const party = (x: number, title: string, { name, phone, address }: Somebody): Part[] => [
    text(x, 420, title, { size: 28, weight: "bold" }),
    line(x, 465, ["姓名 ", value("name", name)], { size: 24 }),
    line(x, 505, ["手机 ", value("phone", phone)], { size: 24 }),
    text(x, 545, "地址", { size: 24 }),
    ...wrapped(x + 60, 545, value("address", address), 15, 34, { size: 24 }),
  ];
  return {
    width: 1000,
    height: 1100,
    parts: [
      text(40, 80, "申通快递 STO", { size: 46, weight: "bold" }),
      text(960, 80, "95543", { size: 30, anchor: "end" }),
      text(500, 200, `${c.digits(3)}-${c.pick(["A", "B", "C"])}${c.digits(2)}-${c.digits(2)}`, {
        size: 88,
        weight: "bold",
        anchor: "middle",
      }),
      await code(150, 230, 700, 100, number, "Code128"),
      line(500, 365, [value("tracking-number", number)], { size: 28, anchor: "middle" }),
      rule(30, 380, 970, 380),
      rule(500, 380, 500, 720),
      ...party(50, "收件方", receiver),
      ...party(520, "寄件方", sender),
      rule(30, 720, 970, 720),
      text(50, 770, `物品 ${c.pick(["五金", "文具", "化妆品"])}   重量 1.${c.digits(1)}kg`, { size: 24 }),
      text(50, 820, "请收件人当面验收，如有破损请拒收。", { size: 22 }),
      stamp(850, 900, 70, "已验视", "#c33"),
      line(50, 1000, ["收件签名：", value("name", receiver.name)], { size: 26 }),
    ],
  };
}

/** JD: grey grounds, the customer with a coloured panel, a QR code and the order beside. */
export async function waybillJd(c: Chance): Promise<PaperSheet> {
  const receiver = somebody(c);
  const number = `JD${c.pick(["V", "X", "A"])}${c.digits(12)}`;
  return {
    width: 1000,
    height: 1250,
    background: "#fafafa",
    parts: [
      text(40, 90, "京东物流", { size: 56, weight: "bold" }),
      text(960, 80, `特惠送  ${c.from(1, 3)}/3`, { size: 32, anchor: "end" }),
      box(30, 120, 940, 120, "#222"),
      text(500, 205, `${c.digits(2)} ${c.pick(["A", "B"])}${c.digits(3)} 路区`, {
        size: 66,
        fill: "#fff",
        anchor: "middle",
      }),
      await code(80, 270, 840, 130, `${number}-1-1-`, "Code128"),
      line(500, 445, ["运单号 ", value("tracking-number", `${number}`), "-1-1-"], { size: 34, anchor: "middle" }),
      rule(30, 475, 970, 475),
      text(60, 540, "客户信息", { size: 30, weight: "bold" }),
      line(60, 600, [value("name", receiver.name), "   ", value("phone", receiver.phone)], { size: 38 }),
      ...wrapped(60, 660, value("address", receiver.address), 18, 52, { size: 38 }),
      rule(30, 800, 970, 800),
      text(60, 860, `商家订单号 ${c.digits(10)}`, { size: 24 }),
      text(60, 910, "始发城市 北京   商家ID 0030001", { size: 24 }),
      text(60, 960, "备注 工作日送货，提前电话", { size: 24 }),
      await code(720, 830, 220, 220, `https://logistics.example.com/w/${number}`, "QRCode"),
      text(60, 1060, "客户签字：", { size: 28 }),
      text(60, 1180, "请您确认包裹完好，保留此包裹联时，代表您已经正常签收。", { size: 20, fill: "#444" }),
    ],
  };
}

/** EMS: a printed form filled in by hand. */
export async function waybillEms(c: Chance): Promise<PaperSheet> {
  const [receiver, sender] = [somebody(c), somebody(c)];
  const serial = c.digits(8);
  const number = `E${c.pick(["A", "B", "X"])}${serial}${postalCheck(serial)}CN`;
  const hand = { size: 36, font: "hand", fill: "#1d2f6f" } as const;
  const party = (x: number, title: string, { name, phone, address }: Somebody): Part[] => [
    text(x, 240, title, { size: 24, fill: "#2a5a8a", weight: "bold" }),
    text(x, 290, "姓名 NAME", { size: 18, fill: "#2a5a8a" }),
    line(x + 140, 292, [value("name", name)], hand),
    rule(x + 130, 304, x + 440, 304, "#7aa"),
    text(x, 350, "电话 PHONE", { size: 18, fill: "#2a5a8a" }),
    line(x + 140, 352, [value("phone", phone)], hand),
    rule(x + 130, 364, x + 440, 364, "#7aa"),
    text(x, 410, "地址 ADDRESS", { size: 18, fill: "#2a5a8a" }),
    ...wrapped(x + 10, 460, value("address", address), 12, 52, hand),
  ];
  return {
    width: 1400,
    height: 860,
    background: "#f4f8f2",
    parts: [
      text(60, 90, "EMS 特快专递邮件详情单", { size: 40, fill: "#2a5a8a", weight: "bold" }),
      text(60, 130, "国内  11183", { size: 24, fill: "#c60" }),
      await code(820, 40, 520, 90, number, "Code39"),
      line(1080, 165, [value("tracking-number", grouped(number, 2, 3, 3, 3, 2))], { size: 30, anchor: "middle" }),
      box(40, 200, 1320, 480, "none", "#2a5a8a"),
      rule(700, 200, 700, 680, "#2a5a8a"),
      ...party(60, "寄件人信息 FROM", sender),
      ...party(730, "收件人信息 TO", receiver),
      text(60, 730, "内件品名：文件   数量：1", { size: 22, fill: "#2a5a8a" }),
      text(60, 790, "交寄人签名：", { size: 22, fill: "#2a5a8a" }),
      line(210, 795, [value("name", sender.name)], { ...hand, size: 44 }),
      stamp(1200, 760, 80, "收寄", "#333"),
    ],
  };
}
