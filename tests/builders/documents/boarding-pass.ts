import { rgb } from "@cantoo/pdf-lib";
import { type PlacedText, pdfOf } from "../pdf.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A boarding pass to print at home: labels in two languages above the values, a stub, and an IATA BCBP code. */
export async function boardingPass(): Promise<ExampleDocument> {
  const { name, latinName, idCard } = personOf(131);
  // IATA Resolution 792: name in 20 places, then booking, from, to, carrier, flight, day of the year, seat, sequence.
  const payload = `M1${latinName.padEnd(20)}EABC123 HGHPEKCA 1705 120Y014C0027 100`;
  const code = await symbolOf(payload, "PDF417");
  const texts: PlacedText[] = [
    { text: "远山航空  登机牌 BOARDING PASS", x: 30, y: 42, size: 18 },
    ...field(30, 78, "姓名 NAME", `${name} ${latinName}`),
    ...field(30, 122, "航班 FLIGHT", "CA1705"),
    ...field(120, 122, "日期 DATE", "30APR"),
    ...field(200, 122, "舱位 CLASS", "Y"),
    ...field(280, 122, "座位 SEAT", "14C"),
    ...field(30, 166, "出发地 FROM", "杭州 HGH"),
    ...field(120, 166, "目的地 TO", "北京 PEK"),
    ...field(200, 166, "登机口 GATE", "B27"),
    ...field(280, 166, "登机时间 BOARDING", "07:55"),
    ...field(30, 210, "证件号 ID NO.", idCard),
    ...field(190, 210, "票号 TICKET NO.", "999-2345678901"),
    { text: "登机口于起飞前 15 分钟关闭 GATE CLOSES 15 MINUTES BEFORE DEPARTURE", x: 30, y: 280, size: 8 },
    ...field(445, 78, "姓名 NAME", latinName),
    ...field(445, 122, "航班 FLIGHT", "CA1705"),
    ...field(515, 122, "座位 SEAT", "14C"),
    ...field(445, 166, "序号 SEQ NO.", "027"),
  ];
  const bytes = await pdfOf([
    {
      size: [595, 300],
      texts,
      pictures: [{ bytes: code.png, x: 345, y: 218, width: 220, height: 56 }],
      draw(page) {
        page.drawRectangle({ x: 15, y: 10, width: 565, height: 280, borderWidth: 1, borderColor: rgb(0.2, 0.3, 0.5) });
        page.drawLine({ start: { x: 430, y: 100 }, end: { x: 430, y: 285 }, dashArray: [4, 4] });
      },
    },
  ]);
  return {
    name: "登机牌.pdf",
    bytes,
    planted: plantedOn(1, {
      name: [`${name}${latinName}`, latinName],
      "id-card": idCard,
      barcode: payload,
      "ticket-number": "999-2345678901",
    }),
  };
}

/** A small label and its value below. */
function field(x: number, y: number, label: string, value: string): PlacedText[] {
  return [
    { text: label, x, y, size: 7 },
    { text: value, x, y: y + 17, size: 13 },
  ];
}
