import sharp from "sharp";
import { box, rule, type Shape, sheet, text } from "../image-drawing.ts";
import { diceOf, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Pixels of a page: A4 at 150 dpi. */
const [WIDTH, HEIGHT] = [1240, 1754];
/** Specks that the line left on each page. */
const SPECKS = 160;

/** A registration form faxed in two pages: a TIFF of black and white, the sender's number in the line above each page. */
export async function fax(): Promise<ExampleDocument> {
  const [patient, relative, sender] = [personOf(221), personOf(222), personOf(223)];
  const pages = await Promise.all([
    page(1, sender.landline, "门诊登记表", [
      ["姓名", patient.name, "性别", patient.gender],
      ["身份证号", patient.idCard],
      ["联系电话", patient.phone, "就诊科室", "骨科"],
      ["家庭住址", patient.address],
      ["就诊日期", "2026-03-18", "病历号", "348175"],
      ["主诉", "右膝关节疼痛三天"],
    ]),
    page(2, sender.landline, "紧急联系人", [
      ["联系人", relative.name, "与患者关系", "配偶"],
      ["手机号码", relative.phone],
      ["电子邮箱", relative.email],
      ["车牌号", relative.plate],
      ["备注", "无过敏史"],
    ]),
  ]);
  const raw = { width: WIDTH, height: HEIGHT * 2, channels: 1, pageHeight: HEIGHT } as const;
  const bytes = await sharp(Buffer.concat(pages), { raw })
    .toColourspace("b-w")
    .tiff({ compression: "ccittfax4", bitdepth: 1 })
    .toBuffer();
  const planted = [
    ...plantedOn(1, { landline: sender.landline, name: patient.name, "id-card": patient.idCard, phone: patient.phone }),
    ...plantedOn(1, { address: patient.address }),
    ...plantedOn(2, { landline: sender.landline, name: relative.name, phone: relative.phone, email: relative.email }),
    ...plantedOn(2, { "license-plate": relative.plate }),
  ];
  return { name: "登记表-传真.tiff", bytes, planted };
}

/** One page, a byte for each pixel. */
function page(number: number, from: string, title: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const shapes = [
    text(60, 50, `2026-03-18 10:42   FROM: ${from}   PAGE ${number}/2`, { size: 26 }),
    text(WIDTH / 2, 190, title, { size: 56, weight: "bold", anchor: "middle" }),
    rule(100, 260, WIDTH - 100, 260),
    ...rows.flatMap((cells, row) => tableRow(cells, 260 + row * 90)),
    ...specks(number),
  ];
  return sheet(WIDTH, HEIGHT, shapes).grayscale().threshold(150).extractChannel(0).raw().toBuffer();
}

/** A label and its value, once or twice in a row. */
function tableRow(cells: readonly string[], top: number): Shape[] {
  return [
    ...cells.map((cell, column) => text([120, 340, 740, 950][column]!, top + 58, cell, { size: 34 })),
    rule(100, top + 90, WIDTH - 100, top + 90),
    ...[100, WIDTH - 100].map((x) => rule(x, top, x, top + 90)),
  ];
}

function specks(seed: number): Shape[] {
  const dice = diceOf(seed);
  return Array.from({ length: SPECKS }, () => box(dice(WIDTH), dice(HEIGHT), 2 + dice(3), 2, "#000"));
}
