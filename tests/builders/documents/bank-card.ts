import { box, type Shape, sheet, text } from "../image-drawing.ts";
import { grouped, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** The front of a bank card: embossed digits over artwork, the first four again in small print below. */
export async function bankCardPicture(): Promise<ExampleDocument> {
  const { bankCard, latinName } = personOf(161);
  const shapes = [
    `<defs><linearGradient id="art" x2="1" y2="1"><stop stop-color="#16365c"/><stop offset="1" stop-color="#2f7fa8"/></linearGradient></defs>`,
    `<rect x="20" y="20" width="984" height="606" rx="44" fill="url(#art)"/>`,
    `<circle cx="820" cy="560" r="330" fill="#fff" opacity="0.06"/><circle cx="930" cy="240" r="260" fill="#fff" opacity="0.06"/>`,
    text(80, 120, "江南商业银行", { size: 50, fill: "#fff", weight: "bold" }),
    text(80, 162, "JIANGNAN COMMERCIAL BANK", { size: 22, fill: "#dde" }),
    text(940, 120, "借记卡 DEBIT", { size: 32, fill: "#dde", anchor: "end" }),
    box(90, 210, 120, 90, "#d8b65a", "#a8863a"),
    `<path d="M 90 240 h 120 M 90 270 h 120 M 130 210 v 90 M 170 210 v 90" stroke="#a8863a" stroke-width="2"/>`,
    embossed(90, 410, grouped(bankCard, 4, 4, 4, 4, 3), 56),
    text(92, 445, bankCard.slice(0, 4), { size: 22, fill: "#dde", font: "mono" }),
    text(330, 478, "VALID THRU", { size: 18, fill: "#dde" }),
    embossed(450, 490, "08/34", 34),
    text(90, 532, "CARDHOLDER", { size: 18, fill: "#dde" }),
    embossed(90, 575, latinName.replace("/", " "), 34),
    text(940, 575, "银联 UnionPay", { size: 40, fill: "#fff", weight: "bold", anchor: "end" }),
  ];
  const bytes = await sheet(1024, 646, shapes, "#e9e9e9").png({ palette: true, colours: 64, dither: 0 }).toBuffer();
  const planted = plantedOn(1, {
    "bank-card": bankCard,
    "card-expiry": "08/34",
    name: latinName.replace("/", " "),
  });
  return { name: "银行卡.png", bytes, planted };
}

/** Raised letters: their shadow below, their light above. */
function embossed(x: number, y: number, content: string, size: number): Shape {
  const style = { size, font: "mono" } as const;
  return [
    text(x + 2, y + 3, content, { ...style, fill: "#0c1f36" }),
    text(x - 1, y - 1, content, { ...style, fill: "#fff" }),
    text(x, y, content, { ...style, fill: "#dfe5ea" }),
  ].join("");
}
