import { box, picture, rule, sheet, text, turned } from "../image-drawing.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { grouped, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/**
 * A courier's label as its printer draws it: sort code, linear codes along two sides, receiver and sender without labels
 * but 收 and 寄, and the customer's part below, which says it all again.
 */
export async function waybillPlain(): Promise<ExampleDocument> {
  const [receiver, sender] = [personOf(101), personOf(102)];
  const number = "SF1402233445566";
  const payload = `${number}|${receiver.name}|${receiver.phone}`;
  const [linear, square] = await Promise.all([symbolOf(number, "Code128"), symbolOf(payload, "QRCode")]);
  const [first, second] = [receiver.address.slice(0, 18), receiver.address.slice(18)];
  const spaced = `SF ${grouped(number.slice(2), 4)}`;
  const shapes = [
    box(20, 20, 960, 1560, "none", "#000"),
    text(50, 90, "迅达速运", { size: 48, weight: "bold" }),
    text(300, 62, "第1/1个", { size: 22 }),
    text(300, 94, "打印时间 2026-03-18 09:24:51", { size: 22 }),
    text(950, 92, "标准快递", { size: 40, weight: "bold", anchor: "end" }),
    rule(20, 120, 980, 120),
    picture(90, 138, 700, 130, linear.png),
    text(440, 305, spaced, { size: 32, anchor: "middle" }),
    rule(20, 325, 980, 325),
    text(50, 430, "571W-A12-086", { size: 96, weight: "bold" }),
    rule(20, 465, 980, 465),
    rule(110, 465, 110, 830),
    rule(850, 120, 850, 830),
    turned(90, 915, 475, [picture(640, 415, 550, 90, linear.png)]),
    text(65, 580, "收", { size: 52, weight: "bold", anchor: "middle" }),
    text(130, 530, `${receiver.name}   ${receiver.phone}`, { size: 40, weight: "bold" }),
    text(130, 590, first, { size: 36, weight: "bold" }),
    text(130, 640, second, { size: 36, weight: "bold" }),
    rule(20, 680, 850, 680),
    text(65, 770, "寄", { size: 40, anchor: "middle" }),
    text(130, 735, `${sender.name}   ${sender.phone}`, { size: 28 }),
    text(130, 785, sender.address, { size: 26 }),
    rule(20, 830, 980, 830),
    text(50, 885, "付款方式：寄付月结", { size: 28 }),
    text(50, 935, "计费重量：1.5 kg   件数：1", { size: 28 }),
    text(50, 985, "保价声明值：￥2,000.00", { size: 28 }),
    text(50, 1035, "运费：￥23.00   费用合计：￥25.00", { size: 28 }),
    picture(690, 850, 260, 260, square.png),
    text(50, 1085, "签收：                    年    月    日", { size: 28 }),
    rule(20, 1130, 980, 1130),
    text(50, 1190, "迅达速运", { size: 34, weight: "bold" }),
    text(950, 1190, `运单号 ${spaced}`, { size: 28, anchor: "end" }),
    rule(20, 1215, 980, 1215, "#999"),
    text(50, 1265, `收  ${receiver.name}  ${receiver.phone}`, { size: 28 }),
    text(105, 1310, receiver.address, { size: 26 }),
    text(50, 1365, `寄  ${sender.name}  ${sender.phone}`, { size: 28 }),
    text(105, 1410, sender.address, { size: 26 }),
    rule(20, 1440, 980, 1440, "#999"),
    text(50, 1485, "托寄物：图书 2 本   订单号：202603180004571", { size: 26 }),
    text(50, 1530, "客服热线：95338   www.example.com   已验视", { size: 26 }),
  ];
  const bytes = await sheet(1000, 1600, shapes).png({ compressionLevel: 9, palette: true, colours: 16 }).toBuffer();
  const twice = [receiver, sender, receiver, sender];
  const planted = [
    ...plantedOn(1, { name: twice.map(({ name }) => name), phone: twice.map(({ phone }) => phone) }),
    ...plantedOn(1, {
      address: twice.map(({ address }) => address),
      barcode: [number, number, payload],
      "tracking-number": [number, number],
    }),
  ];
  return { name: "快递单-面单.png", bytes, planted };
}
