import { box, portrait, sheet, text } from "../image-drawing.ts";
import { pdfOf } from "../pdf.ts";
import { type Person, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A photocopy of both sides of an identity card, one side a page, as a scanner makes a PDF of it. */
export async function idCopy(): Promise<ExampleDocument> {
  const owner = personOf(151);
  const sides = await Promise.all([front(owner), back()]);
  const sheets = sides.map((bytes) => ({ pictures: [{ bytes, x: 60, y: 120, width: 475, height: 300 }] }));
  return {
    name: "身份证复印件.pdf",
    bytes: await pdfOf(sheets),
    planted: plantedOn(1, { name: owner.name, address: owner.address, "id-card": owner.idCard }),
  };
}

/** Pixels of one side: 85.6 × 54 mm at about 300 dpi. */
const [WIDTH, HEIGHT] = [1012, 638];
const BLUE = "#2a5a8a";

function front({ name, gender, birth, address, idCard }: Person): Promise<Buffer> {
  const shapes = [
    text(60, 100, "姓 名", { size: 30, fill: BLUE }),
    text(170, 100, name, { size: 38 }),
    text(60, 170, "性 别", { size: 30, fill: BLUE }),
    text(170, 170, gender, { size: 34 }),
    text(270, 170, "民 族", { size: 30, fill: BLUE }),
    text(370, 170, "汉", { size: 34 }),
    text(60, 240, "出 生", { size: 30, fill: BLUE }),
    text(170, 240, `${birth.slice(0, 4)} 年 ${Number(birth.slice(4, 6))} 月 ${Number(birth.slice(6))} 日`, {
      size: 34,
    }),
    text(60, 320, "住 址", { size: 30, fill: BLUE }),
    text(170, 320, address.slice(0, 13), { size: 34 }),
    text(170, 370, address.slice(13), { size: 34 }),
    text(60, 540, "公民身份号码", { size: 30, fill: BLUE }),
    text(320, 540, idCard, { size: 40, spacing: 3 }),
    portrait(690, 80, 260, 330),
  ];
  return card(shapes);
}

function back(): Promise<Buffer> {
  const shapes = [
    `<circle cx="130" cy="130" r="70" fill="#c33"/>`,
    text(560, 130, "中华人民共和国", { size: 46, anchor: "middle" }),
    text(560, 220, "居 民 身 份 证", { size: 64, anchor: "middle" }),
    text(220, 470, "签发机关", { size: 30 }),
    text(380, 470, "杭州市公安局西湖分局", { size: 34 }),
    text(220, 550, "有效期限", { size: 30 }),
    text(380, 550, "2021.06.18-2041.06.18", { size: 34 }),
  ];
  return card(shapes);
}

function card(shapes: readonly string[]): Promise<Buffer> {
  return sheet(WIDTH, HEIGHT, [box(4, 4, WIDTH - 8, HEIGHT - 8, "#eef4f8", "#99a"), ...shapes])
    .jpeg({ quality: 82 })
    .toBuffer();
}
