import { portrait, sheet } from "../image-drawing.ts";
import { pdfOf } from "../pdf.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A curriculum vitae from a word processor: text with an embedded Chinese font, a portrait, two pages. */
export async function cv(): Promise<ExampleDocument> {
  const person = personOf(171);
  const photo = await sheet(240, 320, [portrait(0, 0, 240, 320)])
    .jpeg({ quality: 85 })
    .toBuffer();
  const personal = [
    `姓名：${person.name}`,
    `性别：${person.gender}`,
    `电话：${person.phone}`,
    `邮箱：${person.email}`,
    `身份证号：${person.idCard}`,
    `现居地址：${person.address}`,
  ];
  const history = [
    "求职意向：供应链数据分析师",
    "教育背景",
    "2008.09 - 2012.06  东海理工大学  物流管理  本科",
    "工作经历",
    "2012.07 - 2018.03  江南物流有限公司  调度主管",
    "负责华东区 120 条线路的日常调度，准点率由 91.2% 提升到 97.8%。",
    "2018.04 至今  远山供应链管理有限公司  数据分析师",
    "搭建库存周转看板，覆盖 36 个仓库，年节省仓储费用 480 万元。",
  ];
  const second = [
    "项目经历",
    "双十一大促运力预测：使用三年订单数据建模，预测误差 4.6%。",
    "退货逆向物流优化：平均处理时长由 72 小时缩短到 31 小时。",
    "技能：SQL、Python、Tableau；英语六级 548 分。",
    `面试请提前一天联系 ${person.phone} 或发邮件至 ${person.email}。`,
  ];
  const placed = (lines: readonly string[], top: number, size = 11) =>
    lines.map((text, index) => ({ text, x: 60, y: top + index * 26, size }));
  const bytes = await pdfOf([
    {
      texts: [{ text: "个人简历", x: 60, y: 70, size: 24 }, ...placed(personal, 120, 12), ...placed(history, 320)],
      pictures: [{ bytes: photo, x: 440, y: 60, width: 90, height: 120 }],
    },
    { texts: placed(second, 80) },
  ]);
  const planted = [
    ...plantedOn(1, { name: person.name, phone: person.phone, email: person.email }),
    ...plantedOn(1, { "id-card": person.idCard, address: person.address }),
    ...plantedOn(2, { phone: person.phone, email: person.email }),
  ];
  return { name: "简历.pdf", bytes, planted };
}
