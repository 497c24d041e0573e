import { box, guilloche, picture, sheet, text } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A blue train ticket on a desk: the name stands behind the starred number of the traveller's card, without any label. */
export async function trainTicket(): Promise<ExampleDocument> {
  const traveller = personOf(121);
  const payload = `1203987654321${traveller.idCard}G7301`;
  const square = await symbolOf(payload, "QRCode");
  const starred = `${traveller.idCard.slice(0, 10)}****${traveller.idCard.slice(14)}`;
  const shapes = [
    box(0, 0, 1100, 700, "#cfe6f5"),
    guilloche(1100, 700, "#bcd8ea"),
    text(70, 80, "Z12K045678", { size: 40, fill: "#b23" }),
    text(1040, 76, "检票：B12", { size: 32, anchor: "end" }),
    text(110, 170, "杭州东 站", { size: 50 }),
    text(140, 212, "Hangzhoudong", { size: 26 }),
    text(550, 162, "G7301", { size: 48, anchor: "middle" }),
    `<path d="M 440 185 H 650 l -24 -12" fill="none" stroke="#222" stroke-width="4"/>`,
    text(1000, 170, "上海虹桥 站", { size: 50, anchor: "end" }),
    text(960, 212, "Shanghaihongqiao", { size: 26, anchor: "end" }),
    text(90, 285, "2026年05月01日  08:35开", { size: 36 }),
    text(1010, 285, "06车11F号", { size: 36, anchor: "end" }),
    text(90, 345, "￥73.0元", { size: 36 }),
    text(1010, 345, "二等座", { size: 36, anchor: "end" }),
    text(420, 345, "网  惠", { size: 28 }),
    text(90, 405, "限乘当日当次车", { size: 30 }),
    text(90, 485, `${starred}${traveller.name}`, { size: 40 }),
    `<rect x="90" y="515" width="640" height="100" fill="none" stroke="#456" stroke-width="2" stroke-dasharray="8 6"/>`,
    text(410, 557, "买票请到12306 发货请到95306", { size: 28, fill: "#345", anchor: "middle" }),
    text(410, 597, "中国铁路祝您旅途愉快", { size: 28, fill: "#345", anchor: "middle" }),
    text(90, 665, "21152310650502Z045678 杭州东售", { size: 28 }),
    picture(830, 420, 210, 210, square.png),
  ];
  const photo = await photograph(sheet(1100, 700, shapes), {
    corners: [
      [0.03, 0.02],
      [0.97, 0.06],
      [0.98, 0.97],
      [0.02, 0.94],
    ],
    shadow: 0.75,
    noise: 5,
    table: [84, 66, 52],
    seed: 5,
  });
  const bytes = await photo.jpeg({ quality: 82 }).toBuffer();
  return {
    name: "火车票.jpg",
    bytes,
    planted: plantedOn(1, {
      name: traveller.name,
      "id-card": starred,
      barcode: payload,
      "ticket-number": ["Z12K045678", "21152310650502Z045678"],
    }),
  };
}
