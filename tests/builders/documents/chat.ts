import { grouped, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A conversation as a messenger exports it: UTF-8, carriage returns, numbers written as people write them. */
export function chat(): ExampleDocument {
  const [buyer, friend] = [personOf(191), personOf(192)];
  const lines = [
    "—————  2026-03-18  —————",
    "",
    "店小二 09:12:30",
    "亲，您的订单 202603180004571 今天发货，请核对收货信息。",
    "",
    "买家 09:13:02",
    `收件人：${buyer.name}`,
    `手机：${grouped(buyer.phone, 3, 4, 4)}`,
    `地址：${buyer.address}`,
    "",
    "买家 09:13:40",
    `如果我不在，就打给 ${friend.phone}，或者座机 ${friend.landline}。`,
    "",
    "店小二 09:14:11",
    "好的，运费 12.00 元，退款请提供卡号和开户姓名。",
    "",
    "买家 09:15:27",
    `卡号：${grouped(buyer.bankCard, 4)}，户名：${buyer.name}`,
    `身份证 ${buyer.idCard}，邮箱 ${buyer.email}`,
    "",
    "店小二 09:16:05",
    `${buyer.name}您好，退款 128.00 元将在 3 个工作日内到账，客服热线 400-820-1234，短信由 95588 发出。`,
    `提货请带车，登记车牌 ${buyer.plate} 即可入园。`,
    "[图片] IMG_20260318_091702.jpg",
    "",
    "买家 09:17:48",
    "快递单号 YT8812345678901，会员号 100200300，谢谢[微笑]",
    "",
  ];
  const planted = [
    ...plantedOn(1, { name: [buyer.name, buyer.name, buyer.name], phone: [buyer.phone, friend.phone] }),
    ...plantedOn(1, { landline: friend.landline, address: buyer.address, "bank-card": buyer.bankCard }),
    ...plantedOn(1, { "id-card": buyer.idCard, email: buyer.email, "license-plate": buyer.plate }),
    ...plantedOn(1, { "tracking-number": "YT8812345678901" }),
  ];
  return { name: "聊天记录.txt", bytes: Buffer.from(lines.join("\r\n")), planted };
}
