import type { Chance } from "../../corpus/chance.ts";
import { somebody } from "../../corpus/person.ts";
import { plateOf, vinOf } from "../../corpus/values/numbers.ts";
import { guilloche, rule, type Shape, stamp, text } from "../../image-drawing.ts";
import { line, type PaperSheet, value, wrapped } from "../printed.ts";
import { face } from "./face.ts";

const GREEN = { size: 24, fill: "#2b6b4a" } as const;
/** Labels in two languages, one above the other. */
function label(x: number, y: number, chinese: string, english: string): Shape {
  return text(x, y, chinese, GREEN) + text(x, y + 22, english, { size: 15, fill: "#2b6b4a" });
}

/** The front of a driving licence. */
export function drivingLicence(c: Chance): PaperSheet {
  const { name, idCard, birth, address } = somebody(c);
  const day = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  const year = c.from(2012, 2024);
  return {
    width: 1040,
    height: 720,
    background: "#eef5ea",
    parts: [
      guilloche(1040, 720, "#dbe9d4"),
      text(520, 70, "中华人民共和国机动车驾驶证", { size: 40, anchor: "middle" }),
      text(520, 104, "Driving License of the People's Republic of China", { size: 20, anchor: "middle" }),
      text(60, 165, "证号", GREEN),
      line(260, 168, [value("id-card", idCard)], { size: 36, font: "machine" }),
      rule(50, 185, 990, 185, "#8ab59a"),
      label(60, 225, "姓名", "Name"),
      line(150, 236, [value("name", name)], { size: 34 }),
      text(430, 225, "性别", GREEN),
      text(500, 236, Number(idCard[16]) % 2 === 1 ? "男" : "女", { size: 30 }),
      text(640, 225, "国籍", GREEN),
      text(710, 236, "中国", { size: 30 }),
      label(60, 300, "住址", "Address"),
      ...wrapped(150, 310, value("address", address), 22, 42, { size: 30 }),
      rule(50, 390, 990, 390, "#8ab59a"),
      label(330, 435, "出生日期", "Date of Birth"),
      line(520, 445, [value("birth-date", day)], { size: 28 }),
      label(330, 505, "初次领证日期", "Date of First Issue"),
      text(520, 515, `${year}-05-1${c.digits(1)}`, { size: 28 }),
      label(330, 575, "准驾车型", "Class"),
      text(520, 585, c.pick(["C1", "B2", "C2", "A2D"]), { size: 32 }),
      label(330, 645, "有效期限", "Valid Period"),
      text(460, 655, `${year}-05-12 至 ${year + 10}-05-12`, { size: 26 }),
      stamp(180, 540, 100, "公安交通管理", "#c33"),
      face(780, 420, 190, 250, c),
    ],
  };
}

/** The front of a vehicle licence. */
export function vehicleLicence(c: Chance): PaperSheet {
  const { name, address, place } = somebody(c);
  const plate = plateOf(c, place);
  return {
    width: 1040,
    height: 720,
    background: "#eaf0f6",
    parts: [
      guilloche(1040, 720, "#d3e0ea"),
      text(520, 70, "中华人民共和国机动车行驶证", { size: 40, anchor: "middle" }),
      text(520, 104, "Vehicle License of the People's Republic of China", { size: 20, anchor: "middle" }),
      label(60, 165, "号牌号码", "Plate No."),
      line(200, 176, [value("license-plate", plate)], { size: 36 }),
      label(560, 165, "车辆类型", "Vehicle Type"),
      text(710, 176, c.pick(["小型轿车", "小型普通客车", "轻型货车"]), { size: 30 }),
      rule(50, 205, 990, 205, "#8aa5b5"),
      label(60, 245, "所有人", "Owner"),
      line(200, 256, [value("name", name)], { size: 34 }),
      rule(50, 285, 990, 285, "#8aa5b5"),
      label(60, 325, "住址", "Address"),
      ...wrapped(200, 336, value("address", address), 22, 42, { size: 30 }),
      rule(50, 405, 990, 405, "#8aa5b5"),
      label(400, 445, "使用性质", "Use Character"),
      text(540, 456, "非营运", { size: 30 }),
      label(700, 445, "品牌型号", "Model"),
      text(830, 456, `大众牌FV${c.digits(4)}`, { size: 26 }),
      label(400, 525, "车辆识别代号", "VIN"),
      line(580, 536, [value("vin", vinOf(c))], { size: 32, font: "machine" }),
      label(400, 605, "发动机号码", "Engine No."),
      text(580, 616, `${c.pick([..."CDEF"])}${c.digits(6)}`, { size: 32 }),
      label(400, 670, "注册日期", "Register Date"),
      text(580, 681, `20${c.from(10, 25)}-0${c.from(1, 9)}-1${c.digits(1)}`, { size: 28 }),
      stamp(200, 550, 110, "交通警察支队", "#c33"),
    ],
  };
}
