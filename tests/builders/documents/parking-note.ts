import { box, sheet, text, turned } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A note on a dashboard, photographed through the windscreen; the car's plate stands as cars carry it, without a label. */
export async function parkingNote(): Promise<ExampleDocument> {
  const { plate, phone } = personOf(211);
  const shapes = [
    box(0, 0, 1000, 680, "#fffbe6", "#c90"),
    text(500, 130, "临时停车", { size: 84, weight: "bold", anchor: "middle" }),
    text(500, 220, "如有不便，请联系挪车，马上就到", { size: 42, anchor: "middle" }),
    text(500, 340, `电话：${phone}`, { size: 62, anchor: "middle" }),
    `<rect x="250" y="410" width="500" height="140" rx="12" fill="#1f4fb0" stroke="#fff" stroke-width="6"/>`,
    text(500, 510, `${plate.slice(0, 2)}·${plate.slice(2)}`, {
      size: 76,
      fill: "#fff",
      weight: "bold",
      anchor: "middle",
    }),
    text(500, 625, "感谢您的理解  2026-04-12", { size: 34, fill: "#654", anchor: "middle" }),
    turned(-28, 300, 340, [box(-200, 330, 1400, 16, "#fff8"), box(-200, 420, 1400, 40, "#fff4")]),
  ];
  const photo = await photograph(sheet(1000, 680, shapes), {
    corners: [
      [0.12, 0.1],
      [0.9, 0.06],
      [0.95, 0.9],
      [0.06, 0.94],
    ],
    shadow: 0.7,
    noise: 5,
    table: [38, 40, 44],
    seed: 6,
  });
  const bytes = await photo.webp({ quality: 80 }).toBuffer();
  return { name: "挪车牌.webp", bytes, planted: plantedOn(1, { phone, "license-plate": plate }) };
}
