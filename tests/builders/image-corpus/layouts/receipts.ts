import type { Chance } from "../../corpus/chance.ts";
import { somebody } from "../../corpus/person.ts";
import { bankCardOf } from "../../corpus/values/numbers.ts";
import { text } from "../../image-drawing.ts";
import { code, line, type PaperSheet, type Part, type Run, value } from "../printed.ts";

const GOODS = [
  "纯牛奶250ml",
  "全麦面包",
  "苹果1.236kg",
  "抽纸3层",
  "洗衣液2kg",
  "鸡蛋15枚",
  "矿泉水",
  "牙膏120g",
  "大米5kg",
];
const SHOPS = ["好邻居生活超市", "永信百货", "家家乐便利店", "康民大药房"];
const DASHES = "--------------------------------";

/** A till's narrow strip: goods and amounts, the member's telephone and card, a code. */
export async function tillReceipt(c: Chance): Promise<PaperSheet> {
  const member = somebody(c);
  const serial = `2026031${c.digits(7)}`;
  const goods = c
    .some(GOODS, 5)
    .flatMap((name): Run[][] => [
      [`69${c.digits(11)}`],
      [`${name.padEnd(10, "　")}  ${c.from(1, 9)}     ${c.from(3, 90)}.${c.digits(2)}`],
    ]);
  const rows: Run[][] = [
    [`收银员：${c.digits(4)}        机号：0${c.from(1, 9)}`],
    [`流水号：${serial}`],
    [`2026-03-1${c.digits(1)} 19:42:${c.from(10, 59)}`],
    [DASHES],
    ...goods,
    [DASHES],
    [`合计：${c.from(50, 400)}.${c.digits(2)}      优惠：5.00`],
    ["支付方式：银联卡（免密）"],
    [`卡号：622848******${c.digits(4)}`],
    ["会员：", value("name", member.name)],
    ["会员卡号：", value("member-number", c.digits(11))],
    ["会员手机：", value("phone", member.phone)],
    [`会员积分：${c.digits(4)}  本次积分：116`],
    [DASHES],
  ];
  const height = 460 + rows.length * 44;
  return {
    width: 640,
    height,
    background: "#f8f8f3",
    parts: [
      text(320, 80, c.pick(SHOPS), { size: 44, weight: "bold", anchor: "middle" }),
      text(320, 125, "（文三店）", { size: 28, anchor: "middle" }),
      ...printedRows(rows, 50, 185, 44, 30),
      await code(100, height - 230, 440, 90, serial, "Code128"),
      text(320, height - 85, "客服电话 400-820-1234", { size: 26, anchor: "middle" }),
      text(320, height - 40, "凭此小票7日内退换  谢谢惠顾", { size: 26, anchor: "middle" }),
    ],
  };
}

/** A point-of-sale slip: the card number in full on the bank's copy, its expiry, and a signature. */
export function cardSlip(c: Chance): PaperSheet {
  const holder = somebody(c);
  const rows: Run[][] = [
    ["商户名称：江南数码广场"],
    [`商户编号：${c.digits(15)}`],
    [`终端编号：${c.digits(8)}   操作员：01`],
    ["发卡行：中国工商银行"],
    ["卡号："],
    [value("bank-card", bankCardOf(c)), " /I"],
    [`有效期：`, value("card-expiry", `${c.from(27, 34)}/${String(c.from(1, 12)).padStart(2, "0")}`)],
    ["交易类型：消费/SALE"],
    [`批次号：000${c.digits(3)}   凭证号：00${c.digits(4)}`],
    [`授权码：${c.digits(6)}`],
    [`参考号：${c.digits(12)}`],
    [`日期/时间：2026/04/1${c.digits(1)} 15:2${c.digits(1)}:08`],
    [`金额：RMB ${c.from(100, 9000)}.00`],
  ];
  return {
    width: 620,
    height: 1120,
    background: "#fbfaf5",
    parts: [
      text(310, 80, "POS 签购单", { size: 46, weight: "bold", anchor: "middle" }),
      text(310, 130, "商户存根 MERCHANT COPY", { size: 26, anchor: "middle" }),
      ...printedRows(rows, 40, 200, 50, 28),
      text(40, 880, "持卡人签名 CARDHOLDER SIGNATURE", { size: 24 }),
      line(120, 960, [value("name", holder.name)], { size: 64, font: "hand", fill: "#1c2a66" }),
      text(40, 1040, "本人确认以上交易，同意将其记入本卡账户", { size: 24 }),
    ],
  };
}

function printedRows(rows: readonly (readonly Run[])[], x: number, y: number, leading: number, size: number): Part[] {
  return rows.map((runs, row) => line(x, y + row * leading, runs, { size, font: "mono", fill: "#333" }));
}
