import { pdfOf } from "../pdf.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A boarding pass to print at home; its code is an IATA BCBP string. */
export async function boardingPass(): Promise<ExampleDocument> {
  const { name, idCard } = personOf(131);
  const latin = "LIN/SIYUAN";
  const payload = `M1${latin.padEnd(20)}EABC123 HGHPEKCA 1705 120Y014C0027 100`;
  const code = await symbolOf(payload, "PDF417");
  const bytes = await pdfOf([
    {
      size: [595, 300],
      texts: [
        { text: "登机牌 BOARDING PASS", x: 30, y: 40, size: 20 },
        { text: "姓名 NAME", x: 30, y: 80, size: 9 },
        { text: `${name} ${latin}`, x: 30, y: 100, size: 15 },
        { text: "航班 FLIGHT", x: 30, y: 135, size: 9 },
        { text: "CA1705", x: 30, y: 155, size: 15 },
        { text: "日期 DATE", x: 150, y: 135, size: 9 },
        { text: "30APR", x: 150, y: 155, size: 15 },
        { text: "座位 SEAT", x: 260, y: 135, size: 9 },
        { text: "14C", x: 260, y: 155, size: 15 },
        { text: "登机口 GATE", x: 340, y: 135, size: 9 },
        { text: "B27", x: 340, y: 155, size: 15 },
        { text: "证件号 ID", x: 30, y: 190, size: 9 },
        { text: idCard, x: 30, y: 210, size: 13 },
        { text: "登机口于起飞前 15 分钟关闭 GATE CLOSES 15 MINUTES BEFORE DEPARTURE", x: 30, y: 275, size: 9 },
      ],
      pictures: [{ bytes: code.png, x: 330, y: 185, width: 230, height: 65 }],
    },
  ]);
  return {
    name: "登机牌.pdf",
    bytes,
    planted: plantedOn(1, { name: [name, latin], "id-card": idCard, barcode: payload }),
  };
}
