import sharp, { type Sharp } from "sharp";
import { rule, sheet, text } from "../image-drawing.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Pixels of a page. */
const [WIDTH, HEIGHT] = [1240, 1000];

/** A registration form faxed in two pages: a TIFF of black and white. */
export async function fax(): Promise<ExampleDocument> {
  const [patient, relative] = [personOf(221), personOf(222)];
  const pages = await Promise.all([
    page("门诊登记表", [
      ["姓名", patient.name],
      ["性别", patient.gender],
      ["身份证号", patient.idCard],
      ["联系电话", patient.phone],
      ["家庭住址", patient.address],
      ["就诊日期", "2026-03-18"],
    ]),
    page("紧急联系人", [
      ["联系人", relative.name],
      ["手机号码", relative.phone],
      ["车牌号", relative.plate],
      ["备注", "无过敏史"],
    ]),
  ]);
  const both = Buffer.concat(await Promise.all(pages.map((one) => one.removeAlpha().raw().toBuffer())));
  const bytes = await sharp(both, { raw: { width: WIDTH, height: HEIGHT * 2, channels: 3, pageHeight: HEIGHT } })
    .tiff({ compression: "deflate" })
    .toBuffer();
  const planted = [
    ...plantedOn(1, { name: patient.name, "id-card": patient.idCard, phone: patient.phone, address: patient.address }),
    ...plantedOn(2, { name: relative.name, phone: relative.phone, "license-plate": relative.plate }),
  ];
  return { name: "登记表-传真.tiff", bytes, planted };
}

async function page(title: string, fields: readonly (readonly [label: string, value: string])[]): Promise<Sharp> {
  const shapes = [
    text(WIDTH / 2, 120, title, { size: 52, weight: "bold", anchor: "middle" }),
    ...fields.flatMap(([label, value], index) => [
      text(120, 260 + index * 100, label, { size: 36 }),
      text(400, 260 + index * 100, value, { size: 36 }),
      rule(100, 290 + index * 100, WIDTH - 100, 290 + index * 100),
    ]),
  ];
  return sharp(await sheet(WIDTH, HEIGHT, shapes).threshold(150).png().toBuffer()).toColorspace("srgb");
}
