import { box, picture, sheet, text } from "../image-drawing.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A blue train ticket: the number of the traveller's card stands before the name. */
export async function trainTicket(): Promise<ExampleDocument> {
  const traveller = personOf(121);
  const payload = `1203987654321${traveller.idCard}G7301`;
  const square = await symbolOf(payload, "QRCode");
  const shapes = [
    box(0, 0, 1100, 700, "#cfe6f5"),
    text(60, 80, "Z12K045678", { size: 34, fill: "#b23" }),
    text(1040, 80, "检票口：B12", { size: 30, anchor: "end" }),
    text(90, 180, "杭州东 站", { size: 52 }),
    text(550, 180, "G7301", { size: 48, anchor: "middle" }),
    text(1010, 180, "上海虹桥 站", { size: 52, anchor: "end" }),
    text(90, 270, "2026年05月01日 08:35开", { size: 36 }),
    text(1010, 270, "06车11F号", { size: 36, anchor: "end" }),
    text(90, 340, "￥73.0元", { size: 36 }),
    text(1010, 340, "二等座", { size: 36, anchor: "end" }),
    text(90, 410, "限乘当日当次车", { size: 28 }),
    text(90, 490, traveller.idCard, { size: 38 }),
    text(480, 490, traveller.name, { size: 38 }),
    text(90, 560, "买票请到12306 发货请到95306", { size: 26, fill: "#345" }),
    text(90, 600, "中国铁路祝您旅途愉快", { size: 26, fill: "#345" }),
    text(90, 660, "21152310650502Z045678 杭州东售", { size: 26 }),
    picture(840, 430, 210, 210, square.png),
  ];
  const bytes = await sheet(1100, 700, shapes).jpeg({ quality: 88 }).toBuffer();
  const planted = plantedOn(1, { "id-card": traveller.idCard, name: traveller.name, barcode: payload });
  return { name: "火车票.jpg", bytes, planted };
}
