import { box, guilloche, picture, portrait, type Shape, sheet, text } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { pdfOf } from "../pdf.ts";
import { type Person, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Photocopied identity cards, scanned: both sides of one on the first page, another put in sideways on the second. */
export async function idCopy(): Promise<ExampleDocument> {
  const [owner, spouse] = [personOf(151), personOf(152)];
  const [first, back, second] = await Promise.all([png(front(owner)), png(BACK), png(front(spouse))]);
  const upright =
    picture(210, 200, WIDTH * 0.8, HEIGHT * 0.8, first) + picture(210, 880, WIDTH * 0.8, HEIGHT * 0.8, back);
  const sideways = `<g transform="translate(900 300) rotate(90)">${picture(0, 0, WIDTH * 0.8, HEIGHT * 0.8, second)}</g>`;
  const pages = await Promise.all([copied(upright, 21), copied(sideways, 22)]);
  const planted = [owner, spouse].flatMap(({ name, address, idCard, birth }, index) =>
    plantedOn(index + 1, { name, address, "id-card": idCard, "birth-date": birthDay(birth), face: "" }),
  );
  return {
    name: "身份证复印件.pdf",
    bytes: await pdfOf(pages.map((bytes) => ({ pictures: [{ bytes, x: 0, y: 0, width: 595, height: 842 }] }))),
    planted,
  };
}

/** As the card prints it: 1990年1月2日. */
function birthDay(birth: string, space = ""): string {
  const [year, month, day] = [birth.slice(0, 4), Number(birth.slice(4, 6)), Number(birth.slice(6))];
  return [year, "年", month, "月", day, "日"].join(space);
}

/** Pixels of one side: 85.6 × 54 mm at about 300 dpi. */
const [WIDTH, HEIGHT] = [1012, 638];
const BLUE = "#2a5a8a";

function front({ name, gender, birth, address, idCard }: Person): readonly Shape[] {
  return [
    guilloche(WIDTH, HEIGHT, "#d8e6ee"),
    text(60, 100, "姓 名", { size: 30, fill: BLUE }),
    text(170, 102, name, { size: 40 }),
    text(60, 170, "性 别", { size: 30, fill: BLUE }),
    text(170, 172, gender, { size: 34 }),
    text(270, 170, "民 族", { size: 30, fill: BLUE }),
    text(370, 172, "汉", { size: 34 }),
    text(60, 240, "出 生", { size: 30, fill: BLUE }),
    text(170, 242, birthDay(birth, " "), { size: 34 }),
    text(60, 320, "住 址", { size: 30, fill: BLUE }),
    text(170, 322, address.slice(0, 13), { size: 34 }),
    text(170, 372, address.slice(13), { size: 34 }),
    text(60, 555, "公民身份号码", { size: 30, fill: BLUE }),
    text(320, 557, idCard, { size: 42, spacing: 3 }),
    portrait(700, 80, 250, 330),
  ];
}

const BACK: readonly Shape[] = [
  guilloche(WIDTH, HEIGHT, "#ecdcdc"),
  `<circle cx="130" cy="130" r="70" fill="#c33"/>`,
  text(560, 130, "中华人民共和国", { size: 46, anchor: "middle" }),
  text(560, 220, "居 民 身 份 证", { size: 64, anchor: "middle" }),
  text(220, 470, "签发机关", { size: 30 }),
  text(380, 470, "杭州市公安局西湖分局", { size: 34 }),
  text(220, 550, "有效期限", { size: 30 }),
  text(380, 550, "2021.06.18-2041.06.18", { size: 34 }),
];

function png(shapes: readonly Shape[]): Promise<Buffer> {
  return sheet(WIDTH, HEIGHT, [box(4, 4, WIDTH - 8, HEIGHT - 8, "#eef4f8", "#99a"), ...shapes])
    .png()
    .toBuffer();
}

/** An A4 page at 150 dpi from the glass of a copier. */
async function copied(content: Shape, seed: number): Promise<Buffer> {
  const photo = await photograph(sheet(1240, 1754, [content]), {
    corners: [
      [-0.01, 0.004],
      [0.99, -0.008],
      [1.01, 0.996],
      [0.01, 1.008],
    ],
    shadow: 0.95,
    noise: 3,
    seed,
  });
  return photo.grayscale().jpeg({ quality: 75 }).toBuffer();
}
