import { box, sheet, text } from "../image-drawing.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A note behind a windscreen. */
export async function parkingNote(): Promise<ExampleDocument> {
  const { plate, phone } = personOf(211);
  const shapes = [
    box(40, 40, 820, 520, "#fffbe6", "#c90"),
    text(450, 150, "临时停车", { size: 72, weight: "bold", anchor: "middle" }),
    text(450, 260, "如有不便，请联系挪车", { size: 40, anchor: "middle" }),
    text(450, 370, `电话：${phone}`, { size: 52, anchor: "middle" }),
    text(450, 480, `车牌：${plate}`, { size: 52, anchor: "middle" }),
  ];
  const bytes = await sheet(900, 600, shapes, "#59636e").webp({ quality: 82 }).toBuffer();
  return { name: "挪车牌.webp", bytes, planted: plantedOn(1, { phone, "license-plate": plate }) };
}
