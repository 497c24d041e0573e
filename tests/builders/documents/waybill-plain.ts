import { box, picture, rule, sheet, text } from "../image-drawing.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A courier's label as its printer draws it: sort code, linear code, receiver, sender, QR code. */
export async function waybillPlain(): Promise<ExampleDocument> {
  const [receiver, sender] = [personOf(101), personOf(102)];
  const number = "SF1402233445566";
  const payload = `${number}|${receiver.name}|${receiver.phone}`;
  const [linear, square] = await Promise.all([symbolOf(number, "Code128"), symbolOf(payload, "QRCode")]);
  const [first, second] = [receiver.address.slice(0, 18), receiver.address.slice(18)];
  const shapes = [
    box(20, 20, 960, 1360, "none", "#000"),
    text(50, 90, "迅达速运", { size: 44, weight: "bold" }),
    text(940, 90, "标准快递", { size: 30, anchor: "end" }),
    rule(20, 120, 980, 120),
    text(60, 230, "571W-A12-086", { size: 92, weight: "bold" }),
    rule(20, 270, 980, 270),
    picture(120, 300, 760, 150, linear.png),
    text(500, 500, `运单号 ${number}`, { size: 32, anchor: "middle" }),
    rule(20, 530, 980, 530),
    text(50, 600, "收", { size: 48, weight: "bold" }),
    text(130, 590, `${receiver.name}   ${receiver.phone}`, { size: 40, weight: "bold" }),
    text(130, 650, first, { size: 36 }),
    text(130, 700, second, { size: 36 }),
    rule(20, 740, 980, 740),
    text(50, 800, "寄", { size: 36 }),
    text(130, 795, `${sender.name}   ${sender.phone}`, { size: 30 }),
    text(130, 845, sender.address, { size: 28 }),
    rule(20, 880, 980, 880),
    text(50, 940, "托寄物：图书  数量：2  计费重量：1.5 kg", { size: 28 }),
    text(50, 990, "付款方式：寄付月结  保价：0.00 元", { size: 28 }),
    text(50, 1040, "打印时间：2026-03-18 09:24", { size: 28 }),
    text(50, 1090, "客服热线：95338", { size: 28 }),
    picture(680, 1060, 260, 260, square.png),
    text(50, 1330, "请您当面验收后签字", { size: 26, fill: "#555" }),
  ];
  const planted = [
    ...plantedOn(1, { name: [receiver.name, sender.name], phone: [receiver.phone, sender.phone] }),
    ...plantedOn(1, { address: [receiver.address, sender.address], barcode: [number, payload] }),
  ];
  const bytes = await sheet(1000, 1400, shapes).png({ compressionLevel: 9, palette: true, colours: 16 }).toBuffer();
  return { name: "快递单-面单.png", bytes, planted };
}
