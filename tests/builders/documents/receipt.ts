import { picture, sheet, text } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

const [WIDTH, HEIGHT] = [640, 1420];

/** A till's faded receipt: goods and amounts, a card number already starred out by the till, the member's telephone. */
export async function receipt(): Promise<ExampleDocument> {
  const member = personOf(141);
  const starred = "622848******3817";
  const serial = "20260318000457";
  const code = await symbolOf(serial, "Code128");
  const lines = [
    "收银员：0812          机号：03",
    `流水号：${serial}`,
    "2026-03-18 19:42:11",
    "--------------------------------",
    "品名            数量        金额",
    "6901234567892",
    "纯牛奶250ml       12       54.00",
    "6921234512349",
    "全麦面包           1       12.80",
    "2100123014713",
    "苹果1.236kg        1       14.71",
    "6931234598767",
    "抽纸3层            2       39.80",
    "--------------------------------",
    "合计：121.31      优惠：5.00",
    "实收：116.31      找零：0.00",
    "支付方式：银联卡（免密）",
    `卡号：${starred}`,
    "参考号：081234567890",
    `会员手机：${member.phone}`,
    "会员积分：3482  本次积分：116",
    "--------------------------------",
  ];
  const shapes = [
    text(WIDTH / 2, 80, "好邻居生活超市", { size: 44, weight: "bold", anchor: "middle" }),
    text(WIDTH / 2, 125, "（文三店）", { size: 28, anchor: "middle" }),
    ...lines.map((line, index) => text(50, 185 + index * 44, line, { size: 30, font: "mono", fill: "#333" })),
    picture(90, 1160, 460, 100, code.png),
    text(WIDTH / 2, 1310, "客服电话 400-820-1234", { size: 26, anchor: "middle" }),
    text(WIDTH / 2, 1355, "凭此小票7日内退换  谢谢惠顾", { size: 26, anchor: "middle" }),
  ];
  const photo = await photograph(sheet(WIDTH, HEIGHT, shapes, "#f7f7f2"), {
    corners: [
      [0.01, 0.004],
      [0.985, 0.01],
      [0.99, 0.994],
      [0.015, 0.99],
    ],
    shadow: 0.85,
    noise: 0,
    seed: 4,
  });
  const bytes = await photo.grayscale().png({ palette: true, colours: 32, dither: 0 }).toBuffer();
  return {
    name: "购物小票.png",
    bytes,
    // The number stands under the bars in print as well.
    planted: [
      ...plantedOn(1, { phone: member.phone, barcode: serial, "bank-card": starred }),
      ...plantedOn(1, { barcode: serial }),
    ],
  };
}
