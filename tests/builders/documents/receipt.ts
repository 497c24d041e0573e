import { sheet, text } from "../image-drawing.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A till's receipt: goods and amounts, a card number already starred out by the till, the member's telephone. */
export async function receipt(): Promise<ExampleDocument> {
  const member = personOf(141);
  const lines = [
    "好邻居生活超市（文三店）",
    "--------------------------------",
    "收银员：0812   机号：03",
    "流水号：20260318000457",
    "2026-03-18 19:42:11",
    "--------------------------------",
    "品名            数量      金额",
    "纯牛奶 250ml     12      54.00",
    "全麦面包          1      12.80",
    "苹果 1.236kg      1      14.71",
    "抽纸 3 层         2      39.80",
    "--------------------------------",
    "合计：121.31    优惠：5.00",
    "实收：116.31    找零：0.00",
    "银行卡：622848******3317",
    `会员手机：${member.phone}`,
    "会员积分：3482",
    "--------------------------------",
    "商品编码 6901234567892",
    "客服电话 400-820-1234",
    "谢谢惠顾，欢迎再次光临",
  ];
  const shapes = lines.map((line, index) => text(40, 80 + index * 46, line, { size: 30, mono: true }));
  const bytes = await sheet(640, 1080, shapes, "#f7f7f2").png({ palette: true, colours: 32 }).toBuffer();
  return { name: "购物小票.png", bytes, planted: plantedOn(1, { phone: member.phone }) };
}
