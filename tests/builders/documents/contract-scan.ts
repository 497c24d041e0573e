import { sheet, stamp, text } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { pdfOf } from "../pdf.ts";
import { grouped, personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Pixels of a page: A4 at 150 dpi. */
const [WIDTH, HEIGHT] = [1240, 1754];

/** A tenancy contract of two pages from an office scanner: pictures only, a little askew. */
export async function contractScan(): Promise<ExampleDocument> {
  const [landlord, tenant] = [personOf(201), personOf(202)];
  const first = [
    `出租方（甲方）：${landlord.name}`,
    `身份证号：${landlord.idCard}`,
    `联系电话：${landlord.phone}`,
    "",
    `承租方（乙方）：${tenant.name}`,
    `身份证号：${tenant.idCard}`,
    `联系电话：${tenant.phone}`,
    "",
    "    根据有关法律规定，甲乙双方在平等自愿的基础上，就房屋租赁",
    "事宜达成协议如下：",
    "第一条  房屋坐落与面积",
    `房屋地址：${landlord.address}`,
    "建筑面积 89.6 平方米，作居住使用，不动产权证号 20210004571 号。",
    "第二条  租赁期限自 2026 年 5 月 1 日至 2027 年 4 月 30 日止。",
    "第三条  租金每月人民币 5,800.00 元（大写：伍仟捌佰元整），押一",
    "付三，首期合计 23,200.00 元。",
    "第四条  水、电、燃气、物业费由乙方承担，交房时读数：电 12345 度，",
    "水 678 吨，燃气 910 立方米。",
  ];
  const second = [
    "第五条  付款方式",
    "乙方应于每季度首月 5 日前将租金汇入甲方账户：",
    "开户行：江南商业银行文三路支行",
    `账号：${grouped(landlord.bankCard, 4)}`,
    `户名：${landlord.name}`,
    "第六条  任何一方提前解除合同的，应提前三十日通知对方，并支付一",
    "个月租金作为违约金。",
    "第七条  乙方不得擅自转租、改变房屋结构或者从事违法活动。",
    "第八条  本合同一式两份，甲乙双方各执一份，签字后生效。",
    "",
    "甲方（签字）：                乙方（签字）：",
    "",
    "日期：2026 年 4 月 20 日",
  ];
  const pages = await Promise.all([scanned(1, first), scanned(2, second)]);
  const bytes = await pdfOf(
    pages.map((page) => ({ pictures: [{ bytes: page, x: 0, y: 0, width: 595, height: 842 }] })),
  );
  const planted = [
    ...plantedOn(1, { name: [landlord.name, tenant.name], "id-card": [landlord.idCard, tenant.idCard] }),
    ...plantedOn(1, { phone: [landlord.phone, tenant.phone], address: landlord.address }),
    ...plantedOn(2, { "bank-card": landlord.bankCard, name: landlord.name }),
  ];
  return { name: "租房合同-扫描.pdf", bytes, planted };
}

/** A page as an office scanner sees it: grey, grainy and not quite straight. */
async function scanned(number: number, lines: readonly string[]): Promise<Buffer> {
  const shapes = [
    text(WIDTH / 2, 190, number === 1 ? "房屋租赁合同" : "", { size: 48, weight: "bold", anchor: "middle" }),
    ...lines.map((line, index) => text(140, 300 + index * 62, line, { size: 32 })),
    ...(number === 2 ? [stamp(930, 1000, 110, "合同专用", "#a33")] : []),
    text(WIDTH / 2, HEIGHT - 90, `第 ${number} 页 共 2 页`, { size: 26, anchor: "middle" }),
  ];
  const photo = await photograph(sheet(WIDTH, HEIGHT, shapes), {
    corners: [
      [0.006, -0.004],
      [1.004, 0.006],
      [0.996, 1.005],
      [-0.004, 0.995],
    ],
    shadow: 0.93,
    noise: 4,
    seed: 10 + number,
  });
  return photo.grayscale().jpeg({ quality: 70 }).toBuffer();
}
