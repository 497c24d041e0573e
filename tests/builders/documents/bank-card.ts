import { box, sheet, text } from "../image-drawing.ts";
import { grouped, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** The front of a bank card. */
export async function bankCardPicture(): Promise<ExampleDocument> {
  const { bankCard } = personOf(161);
  const shapes = [
    box(20, 20, 984, 606, "#1f4e79"),
    text(80, 120, "江南商业银行", { size: 48, fill: "#fff", weight: "bold" }),
    text(940, 120, "借记卡 DEBIT", { size: 32, fill: "#dde", anchor: "end" }),
    box(90, 210, 120, 90, "#d8b65a"),
    text(90, 410, grouped(bankCard, 4, 4, 4, 4, 3), { size: 56, fill: "#f4f4f4", mono: true }),
    text(90, 500, "VALID THRU 08/34", { size: 30, fill: "#dde" }),
    text(940, 560, "银联 UnionPay", { size: 36, fill: "#fff", anchor: "end" }),
  ];
  const bytes = await sheet(1024, 646, shapes, "#e9e9e9").png({ palette: true, colours: 64 }).toBuffer();
  return { name: "银行卡.png", bytes, planted: plantedOn(1, { "bank-card": bankCard }) };
}
