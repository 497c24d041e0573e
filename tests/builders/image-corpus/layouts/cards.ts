import type { Chance } from "../../corpus/chance.ts";
import { type Somebody, somebody } from "../../corpus/person.ts";
import { pinyinNameOf } from "../../corpus/values/names.ts";
import { bankCardOf } from "../../corpus/values/numbers.ts";
import { box, guilloche, text } from "../../image-drawing.ts";
import { grouped } from "../../people.ts";
import { line, moved, type PaperSheet, type Part, value, wrapped } from "../printed.ts";
import { face } from "./face.ts";

/** Pixels of a card: 85.6 × 54 mm at about 300 dpi. */
const [WIDTH, HEIGHT] = [1012, 638];
const BLUE = "#2a5a8a";

/** The front of an identity card. */
export function idFront(c: Chance): PaperSheet {
  return { width: WIDTH, height: HEIGHT, background: "#eef4f8", parts: frontOf(somebody(c), c) };
}

/** A specimen: the number has the right shape and a wrong check digit. */
export function idSpecimen(c: Chance): PaperSheet {
  const holder = somebody(c);
  const wrong = c.pick([..."0123456789X"].filter((digit) => digit !== holder.idCard[17]));
  const specimen = { ...holder, idCard: holder.idCard.slice(0, 17) + wrong };
  return { width: WIDTH, height: HEIGHT, background: "#eef4f8", parts: frontOf(specimen, c) };
}

/** Its back, which names nobody but says where and how long. */
export function idBack(c: Chance): PaperSheet {
  const { place } = somebody(c);
  const year = c.from(2012, 2024);
  return {
    width: WIDTH,
    height: HEIGHT,
    background: "#f6efee",
    parts: [
      guilloche(WIDTH, HEIGHT, "#ecdcdc"),
      `<circle cx="130" cy="130" r="74" fill="#c8322e"/><path d="M 130 76 l 14 38 h 40 l -32 24 l 12 40 l -34 -24 l -34 24 l 12 -40 l -32 -24 h 40 Z" fill="#f2c84b"/>`,
      text(590, 130, "中华人民共和国", { size: 46, anchor: "middle" }),
      text(590, 225, "居 民 身 份 证", { size: 66, anchor: "middle", font: "serif" }),
      text(220, 480, "签发机关", { size: 28, weight: "bold" }),
      text(380, 480, `${place.city || place.province}公安局${place.district.slice(0, 2)}分局`, { size: 32 }),
      text(220, 560, "有效期限", { size: 28, weight: "bold" }),
      text(380, 560, `${year}.06.18-${year + 20}.06.18`, { size: 32 }),
    ],
  };
}

/** Front and back of one card on one page of a copier. */
export function idCopyPage(c: Chance): PaperSheet {
  const holder = somebody(c);
  const back = idBack(c);
  const side = (x: number, y: number, parts: readonly Part[], ground: string): Part[] => {
    const at = `translate(${x} ${y}) scale(0.62)`;
    return [framed(at, ground), moved(at, parts)];
  };
  return {
    width: 1000,
    height: 1300,
    parts: [
      ...side(180, 120, frontOf(holder, c), "#eef4f8"),
      ...side(180, 640, back.parts, "#f6efee"),
      text(180, 1140, "与原件一致", { size: 34, font: "hand" }),
      line(180, 1200, ["本人签名：", value("name", holder.name)], { size: 36, font: "hand" }),
    ],
  };
}

function framed(transform: string, ground: string): Part {
  return `<g transform="${transform}"><rect width="${WIDTH}" height="${HEIGHT}" rx="36" fill="${ground}" stroke="#99a" stroke-width="3"/></g>`;
}

function frontOf({ name, birth, address, idCard }: Somebody, c: Chance): Part[] {
  const label = { size: 30, fill: BLUE } as const;
  const day = [
    birth.slice(0, 4),
    " 年 ",
    String(Number(birth.slice(4, 6))),
    " 月 ",
    String(Number(birth.slice(6))),
    " 日",
  ];
  return [
    guilloche(WIDTH, HEIGHT, "#d8e6ee"),
    text(60, 100, "姓 名", label),
    line(170, 102, [value("name", name)], { size: 40 }),
    text(60, 170, "性 别", label),
    text(170, 172, Number(idCard[16]) % 2 === 1 ? "男" : "女", { size: 34 }),
    text(270, 170, "民 族", label),
    text(370, 172, c.pick(["汉", "汉", "回", "满"]), { size: 34 }),
    text(60, 240, "出 生", label),
    line(170, 242, [value("birth-date", day.join(""))], { size: 34 }),
    text(60, 320, "住 址", label),
    ...wrapped(170, 322, value("address", address), 13, 50, { size: 34 }),
    text(60, 555, "公民身份号码", label),
    line(320, 557, [value("id-card", idCard)], { size: 42, spacing: 3, font: "machine" }),
    face(626, 70, 332, 410, c),
  ];
}

/** A debit card with flat print. */
export function bankCardPrinted(c: Chance): PaperSheet {
  const number = bankCardOf(c);
  const [dark, light] = c.pick([
    ["#8c1d2c", "#d4485a"],
    ["#16365c", "#2f7fa8"],
    ["#1f5a3a", "#58a070"],
  ] as const);
  return {
    width: 1024,
    height: 646,
    background: "#dcdcdc",
    parts: [
      art(dark, light),
      text(80, 120, c.pick(["江南商业银行", "中国建设银行", "招商银行"]), { size: 50, fill: "#fff", weight: "bold" }),
      text(940, 120, "借记卡 DEBIT", { size: 32, fill: "#dde", anchor: "end" }),
      chip(90, 210),
      line(90, 440, [value("bank-card", grouped(number, 4, 4, 4, 4, 3))], { size: 54, fill: "#fff" }),
      text(90, 560, "ATM  24小时客服 95588", { size: 24, fill: "#dde" }),
      text(940, 575, "银联 UnionPay", { size: 40, fill: "#fff", weight: "bold", anchor: "end" }),
    ],
  };
}

/** A credit card with raised digits over artwork, the first four again in small print below. */
export function bankCardEmbossed(c: Chance): PaperSheet {
  const number = bankCardOf(c);
  const latin = pinyinNameOf(c, " ");
  const expiry = `${String(c.from(1, 12)).padStart(2, "0")}/${c.from(27, 34)}`;
  return {
    width: 1024,
    height: 646,
    background: "#e2e0dc",
    parts: [
      art("#2b2b33", "#77727e"),
      text(80, 120, "JIANGNAN BANK", { size: 46, fill: "#e8d9a8", weight: "bold" }),
      text(940, 120, "信用卡 CREDIT", { size: 32, fill: "#e8d9a8", anchor: "end" }),
      chip(90, 210),
      ...raised(90, 410, value("bank-card", grouped(number, 4, 4, 4, 4, 3)), number.length > 16 ? 48 : 58),
      text(92, 445, number.slice(0, 4), { size: 22, fill: "#dde", font: "mono" }),
      text(330, 478, "VALID THRU", { size: 18, fill: "#dde" }),
      ...raised(450, 492, value("card-expiry", expiry), 36),
      ...raised(90, 580, value("name", latin), 36),
      text(940, 580, "银联 UnionPay", { size: 40, fill: "#fff", weight: "bold", anchor: "end" }),
    ],
  };
}

function art(dark: string, light: string): Part {
  return [
    `<defs><linearGradient id="art" x2="1" y2="1"><stop stop-color="${dark}"/><stop offset="1" stop-color="${light}"/></linearGradient></defs>`,
    `<rect x="20" y="20" width="984" height="606" rx="44" fill="url(#art)"/>`,
    `<circle cx="820" cy="560" r="330" fill="#fff" opacity="0.07"/><circle cx="930" cy="240" r="260" fill="#fff" opacity="0.07"/>`,
    `<path d="M 20 420 Q 300 250 560 420 T 1004 380 V 480 Q 700 340 400 500 T 20 520 Z" fill="#fff" opacity="0.05"/>`,
  ].join("");
}

function chip(x: number, y: number): Part {
  return [
    box(x, y, 120, 90, "#d8b65a", "#a8863a"),
    `<path d="M ${x} ${y + 30} h 120 M ${x} ${y + 60} h 120 M ${x + 40} ${y} v 90 M ${x + 80} ${y} v 90" stroke="#a8863a" stroke-width="2"/>`,
  ].join("");
}

/** Raised letters: their shadow below, their light above. */
function raised(x: number, y: number, run: ReturnType<typeof value>, size: number): Part[] {
  const style = { size, font: "machine" } as const;
  return [
    text(x + 2, y + 3, run.text, { ...style, fill: "#15151a" }),
    text(x - 1, y - 1, run.text, { ...style, fill: "#fff" }),
    line(x, y, [run], { ...style, fill: "#b9b4b6" }),
  ];
}
