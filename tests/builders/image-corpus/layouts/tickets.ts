import type { Chance } from "../../corpus/chance.ts";
import { somebody } from "../../corpus/person.ts";
import { idCardOf } from "../../corpus/values/documents.ts";
import { pinyinNameOf } from "../../corpus/values/names.ts";
import { boardingPassOf } from "../../corpus/values/numbers.ts";
import { box, guilloche, rule, text } from "../../image-drawing.ts";
import { code, line, type PaperSheet, value } from "../printed.ts";

const STATIONS = [
  ["杭州东", "Hangzhoudong"],
  ["上海虹桥", "Shanghaihongqiao"],
  ["南京南", "Nanjingnan"],
  ["北京西", "Beijingxi"],
  ["武汉", "Wuhan"],
  ["长沙南", "Changshanan"],
] as const;

/** Blue, magnetic: the name follows the starred number without a label. */
export function ticketBlue(c: Chance): Promise<PaperSheet> {
  return ticket(c, {
    ground: "#cfe6f5",
    lines: "#b4d4e8",
    number: `${c.pick(["A", "B", "Z"])}${c.digits(3)}${c.digits(3)}`,
  });
}

/** Red, soft paper: the serial in red, the same lines. */
export function ticketRed(c: Chance): Promise<PaperSheet> {
  return ticket(c, { ground: "#f6dcd6", lines: "#ecc4bc", number: `${c.pick(["E", "F", "K"])}${c.digits(6)}` });
}

async function ticket(
  c: Chance,
  { ground, lines, number }: { readonly ground: string; readonly lines: string; readonly number: string },
): Promise<PaperSheet> {
  const { name, idCard } = somebody(c);
  const [from, to] = c.some(STATIONS, 2) as [(typeof STATIONS)[number], (typeof STATIONS)[number]];
  const ticketNumber = `${c.digits(14)}${c.pick([..."ABCDE"])}${c.digits(6)}`;
  const payload = `${c.digits(13)}${idCard}G${c.digits(4)}`;
  const train = `${c.pick(["G", "D", "K"])}${c.from(11, 9999)}`;
  return {
    width: 1100,
    height: 700,
    background: ground,
    parts: [
      guilloche(1100, 700, lines),
      line(70, 80, [value("ticket-number", number)], { size: 40, fill: "#b23" }),
      text(1040, 76, `检票：${c.pick(["A", "B"])}${c.from(1, 24)}`, { size: 32, anchor: "end" }),
      text(110, 170, `${from[0]} 站`, { size: 50 }),
      text(140, 212, from[1], { size: 26 }),
      text(550, 162, train, { size: 48, anchor: "middle" }),
      `<path d="M 440 185 H 650 l -24 -12" fill="none" stroke="#222" stroke-width="4"/>`,
      text(1000, 170, `${to[0]} 站`, { size: 50, anchor: "end" }),
      text(960, 212, to[1], { size: 26, anchor: "end" }),
      text(90, 285, `2026年0${c.from(1, 9)}月1${c.digits(1)}日  1${c.digits(1)}:3${c.digits(1)}开`, { size: 36 }),
      text(1010, 285, `${c.from(10, 16)}车${c.from(10, 19)}${c.pick([..."ABCDF"])}号`, { size: 36, anchor: "end" }),
      text(90, 345, `￥${c.from(20, 800)}.0元`, { size: 36 }),
      text(1010, 345, "二等座", { size: 36, anchor: "end" }),
      text(90, 405, "限乘当日当次车", { size: 30 }),
      // What is left of the number when four digits are starred out still tells whose it is.
      line(90, 485, [value("id-card", `${idCard.slice(0, 10)}****${idCard.slice(14)}`), value("name", name)], {
        size: 40,
      }),
      `<rect x="90" y="515" width="640" height="100" fill="none" stroke="#456" stroke-width="2" stroke-dasharray="8 6"/>`,
      text(410, 557, "买票请到12306 发货请到95306", { size: 28, fill: "#345", anchor: "middle" }),
      text(410, 597, "中国铁路祝您旅途愉快", { size: 28, fill: "#345", anchor: "middle" }),
      line(90, 665, [value("ticket-number", ticketNumber), ` ${from[0]}售`], { size: 28 }),
      await code(830, 420, 210, 210, payload, "QRCode"),
    ],
  };
}

/** The itinerary of an e-ticket for air transport: tiny labels in two languages, the name and ID far below them. */
export function itinerary(c: Chance): PaperSheet {
  const { name } = somebody(c);
  const idCard = idCardOf(c);
  const ticketNumber = `${c.pick(["781", "999", "784", "880"])}-${c.digits(10)}`;
  const small = { size: 18, fill: "#2a6a4a" } as const;
  const column = (x: number, label: string, english: string) => [
    text(x, 210, label, small),
    text(x, 232, english, { size: 14, fill: "#2a6a4a" }),
  ];
  return {
    width: 1500,
    height: 760,
    background: "#eef6ee",
    parts: [
      guilloche(1500, 760, "#d4e8d6"),
      text(750, 70, "航空运输电子客票行程单", { size: 40, anchor: "middle", fill: "#1d4a33" }),
      text(750, 108, "ITINERARY/RECEIPT OF E-TICKET FOR AIR TRANSPORT", {
        size: 20,
        anchor: "middle",
        fill: "#1d4a33",
      }),
      text(1200, 150, `印刷序号：${c.digits(11)}`, { size: 22, fill: "#a33" }),
      box(40, 180, 1420, 520, "none", "#2a6a4a"),
      ...column(60, "旅客姓名", "NAME OF PASSENGER"),
      ...column(420, "有效身份证件号码", "ID.NO."),
      ...column(960, "签注", "ENDORSEMENTS/RESTRICTIONS"),
      line(80, 285, [value("name", name)], { size: 32 }),
      line(440, 285, [value("id-card", idCard)], { size: 32 }),
      text(980, 285, "不得签转", { size: 28 }),
      rule(40, 310, 1460, 310, "#2a6a4a"),
      text(60, 340, "承运人 CARRIER  航班号 FLIGHT  座位等级 CLASS  日期 DATE  时间 TIME", small),
      text(
        80,
        395,
        `自FROM ${c.pick(["杭州 HGH", "上海 SHA"])}    国航   CA${c.digits(4)}   Y   2026-0${c.from(1, 9)}-1${c.digits(1)}   07:55`,
        { size: 26 },
      ),
      text(80, 450, `至TO ${c.pick(["北京 PEK", "成都 CTU"])}    VOID`, { size: 26 }),
      rule(40, 490, 1460, 490, "#2a6a4a"),
      text(60, 525, "票价 FARE      民航发展基金      燃油附加费      合计 TOTAL", small),
      text(80, 570, `CNY ${c.from(300, 2900)}.00     CN 50.00     YQ 30.00     CNY ${c.from(3000, 3900)}.00`, {
        size: 26,
      }),
      rule(40, 600, 1460, 600, "#2a6a4a"),
      text(60, 635, "电子客票号码 E-TICKET NO.", small),
      line(80, 675, [value("ticket-number", ticketNumber)], { size: 30 }),
      text(560, 635, "验证码 CK.", small),
      text(580, 675, c.digits(4), { size: 30 }),
      text(900, 635, "保险费 INSURANCE", small),
      text(920, 675, "XXX", { size: 30 }),
    ],
  };
}

/** A boarding pass: a big part and a stub, the payload of IATA's Resolution 792 in one of the symbols airlines use. */
export async function boardingPass(c: Chance): Promise<PaperSheet> {
  const { name } = somebody(c);
  const latin = pinyinNameOf(c);
  const payload = boardingPassOf(c, latin);
  const ticketNumber = `${c.pick(["781", "999", "784"])}-${c.digits(10)}`;
  const kind = c.pick(["PDF417", "Aztec"] as const);
  const label = { size: 18, fill: "#456" } as const;
  const field = (x: number, y: number, title: string, shown: string) => [
    text(x, y, title, label),
    text(x, y + 42, shown, { size: 34 }),
  ];
  return {
    width: 1400,
    height: 620,
    parts: [
      box(0, 0, 1400, 90, "#1f4f86"),
      text(40, 62, "登机牌 BOARDING PASS", { size: 42, fill: "#fff", weight: "bold" }),
      text(1360, 60, "远山航空 YUANSHAN AIR", { size: 28, fill: "#fff", anchor: "end" }),
      text(40, 135, "姓名 NAME", label),
      line(40, 180, [value("name", name), " ", value("name", latin)], { size: 36 }),
      ...field(40, 230, "航班 FLIGHT", `MU${c.digits(4)}`),
      ...field(260, 230, "日期 DATE", `1${c.digits(1)}APR`),
      ...field(460, 230, "座位 SEAT", `${c.from(11, 68)}${c.pick([..."ACDF"])}`),
      ...field(640, 230, "登机口 GATE", `B${c.from(10, 40)}`),
      ...field(40, 330, "始发地 FROM", "杭州 HGH"),
      ...field(260, 330, "目的地 TO", "北京 PEK"),
      ...field(460, 330, "登机时间 BDT", "07:25"),
      text(40, 430, "票号 ETKT", label),
      line(40, 470, [value("ticket-number", ticketNumber)], { size: 30 }),
      ...(kind === "PDF417"
        ? [await code(40, 495, 620, 105, payload, kind)]
        : [await code(780, 400, 190, 190, payload, kind)]),
      `<path d="M 1010 90 V 620" stroke="#999" stroke-width="3" stroke-dasharray="12 10"/>`,
      text(1040, 135, "姓名 NAME", label),
      line(1040, 175, [value("name", name)], { size: 30 }),
      line(1040, 215, [value("name", latin)], { size: 26 }),
      ...field(1040, 260, "座位 SEAT", `${c.from(11, 68)}A`),
      ...field(1040, 360, "序号 SEQ", c.digits(3)),
    ],
  };
}
