import { rgb } from "@cantoo/pdf-lib";
import { type PlacedText, pdfOf, type Sheet } from "../pdf.ts";
import { diceOf, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Calls on one page of the bill. */
const ROWS = 24;
/** Left edges of the table's columns, in points. */
const COLUMNS = [60, 100, 200, 260, 370, 450];
const HEADERS = ["序号", "对方号码", "类型", "起始时间", "时长（秒）", "费用（元）"];

/** A telephone bill of two pages: whom the customer called, when and how long, in a table. */
export async function phoneBill(): Promise<ExampleDocument> {
  const customer = personOf(181);
  const head: PlacedText[] = [
    { text: "江南通信 客户账单", x: 60, y: 60, size: 20 },
    { text: `客户姓名：${customer.name}`, x: 60, y: 100 },
    { text: `手机号码：${customer.phone}`, x: 320, y: 100 },
    { text: `账单地址：${customer.address}`, x: 60, y: 124 },
    { text: "账期：2026 年 02 月 01 日 - 2026 年 02 月 28 日", x: 60, y: 148 },
    { text: "套餐：畅享 59 元   合计：63.40 元   客服热线：10000", x: 60, y: 172 },
  ];
  const calls = Array.from({ length: 2 * ROWS }, (_, index) => callTo(index));
  const [first, second] = [calls.slice(0, ROWS), calls.slice(ROWS)];
  const bytes = await pdfOf([table(first, 0, 210, head), table(second, ROWS, 80, [])]);
  const planted = [
    ...plantedOn(1, { name: customer.name, address: customer.address, phone: customer.phone }),
    ...[first, second].flatMap((page, index) => [
      ...plantedOn(index + 1, { phone: page.filter((number) => !number.includes("-")) }),
      ...plantedOn(index + 1, { landline: page.filter((number) => number.includes("-")) }),
    ]),
  ];
  return { name: "话费账单.pdf", bytes, planted };
}

/** Every sixth call goes to a landline. */
function callTo(index: number): string {
  const { phone, landline } = personOf(700 + index);
  return index % 6 === 5 ? landline : phone;
}

function table(numbers: readonly string[], from: number, top: number, head: readonly PlacedText[]): Sheet {
  const dice = diceOf(181 + from);
  const rows = numbers.map((number, index) => {
    const time = `02-${String(1 + dice(28)).padStart(2, "0")} ${String(8 + dice(12)).padStart(2, "0")}:${String(10 + dice(49))}`;
    return [String(from + index + 1), number, index % 3 === 0 ? "被叫" : "主叫", time, String(12 + dice(600)), "0.00"];
  });
  const texts = [HEADERS, ...rows].flatMap((cells, row) =>
    cells.map((text, column) => ({ text, x: COLUMNS[column]!, y: top + row * 22, size: 10 })),
  );
  return {
    texts: [...head, ...texts],
    draw(page) {
      for (let row = 0; row <= rows.length + 1; row++) {
        const y = page.getHeight() - top + 15 - row * 22;
        page.drawLine({ start: { x: 54, y }, end: { x: 541, y }, thickness: 0.5, color: rgb(0.6, 0.6, 0.6) });
      }
    },
  };
}
