import { type PlacedText, pdfOf } from "../pdf.ts";
import { diceOf, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Calls on the bill. */
const CALLS = 24;

/** A telephone bill: whom the customer called, when and how long, in a table. */
export async function phoneBill(): Promise<ExampleDocument> {
  const customer = personOf(181);
  const dice = diceOf(181);
  const head: PlacedText[] = [
    { text: "江南通信 客户账单", x: 60, y: 60, size: 20 },
    { text: `客户姓名：${customer.name}`, x: 60, y: 100 },
    { text: `手机号码：${customer.phone}`, x: 320, y: 100 },
    { text: `账单地址：${customer.address}`, x: 60, y: 124 },
    { text: "账期：2026 年 02 月 01 日 - 2026 年 02 月 28 日", x: 60, y: 148 },
    { text: "套餐：畅享 59 元   合计：63.40 元   客服热线：10000", x: 60, y: 172 },
    ...["序号", "对方号码", "通话类型", "起始时间", "时长（秒）", "费用（元）"].map((text, column) => ({
      text,
      x: 60 + column * 84,
      y: 210,
    })),
  ];
  const others = Array.from({ length: CALLS }, (_, index) =>
    index % 6 === 5 ? personOf(700 + index).landline : personOf(700 + index).phone,
  );
  const rows = others.flatMap((other, index) => {
    const time = `02-${String(1 + dice(28)).padStart(2, "0")} ${String(8 + dice(12)).padStart(2, "0")}:${String(10 + dice(49))}`;
    const cells = [String(index + 1), other, index % 3 === 0 ? "被叫" : "主叫", time, String(12 + dice(600)), "0.00"];
    return cells.map((text, column) => ({ text, x: 60 + column * 84, y: 234 + index * 22, size: 10 }));
  });
  const bytes = await pdfOf([{ texts: [...head, ...rows] }]);
  const planted = [
    ...plantedOn(1, { name: customer.name, address: customer.address }),
    ...plantedOn(1, { phone: [customer.phone, ...others.filter((other) => !other.includes("-"))] }),
    ...plantedOn(1, { landline: others.filter((other) => other.includes("-")) }),
  ];
  return { name: "话费账单.pdf", bytes, planted };
}
