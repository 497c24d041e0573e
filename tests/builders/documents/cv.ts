import { rgb } from "@cantoo/pdf-lib";
import { portrait, sheet } from "../image-drawing.ts";
import { pdfOf } from "../pdf.ts";
import { addLink, addMetadata } from "../pdf-features.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Of the language examination. */
const CERTIFICATE = "2012061800347";

/**
 * A curriculum vitae from a word processor: text with an embedded Chinese font, a portrait, two pages. The author is in
 * the metadata and the address for mail behind a link.
 */
export async function cv(): Promise<ExampleDocument> {
  const person = personOf(171);
  const photo = await sheet(240, 320, [portrait(0, 0, 240, 320)])
    .jpeg({ quality: 85 })
    .toBuffer();
  const placed = (lines: readonly string[], x: number, top: number, size = 11) =>
    lines.map((text, index) => ({ text, x, y: top + index * 24, size }));
  const heading = (text: string, y: number) => ({ text, x: 60, y, size: 14 });
  const bytes = await pdfOf(
    [
      {
        texts: [
          { text: "个人简历", x: 60, y: 74, size: 24 },
          { text: "求职意向：供应链数据分析师   期望月薪：18000-22000 元", x: 60, y: 100, size: 10 },
          ...placed([`姓  名：${person.name}`, `电  话：${person.phone}`, `邮  箱：${person.email}`], 60, 140),
          ...placed([`性  别：${person.gender}`, "学  历：本科", "政治面貌：群众"], 270, 140),
          ...placed([`身份证号：${person.idCard}`, `现居地址：${person.address}`], 60, 212),
          heading("教育背景", 290),
          ...placed(["2008.09 - 2012.06    东海理工大学    物流管理    本科"], 60, 318),
          ...placed(["GPA 3.7/4.0，一等奖学金三次，毕业设计获评优秀。"], 60, 342, 10),
          heading("工作经历", 390),
          ...placed(["2018.04 - 至今    远山供应链管理有限公司    数据分析师"], 60, 418),
          ...placed(
            [
              "搭建库存周转看板，覆盖 36 个仓库，年节省仓储费用 480 万元。",
              "维护 1200 万行出入库明细的清洗流程，报表时效由 T+2 提升到 T+1。",
            ],
            72,
            442,
            10,
          ),
          ...placed(["2012.07 - 2018.03    江南物流有限公司    调度主管"], 60, 506),
          ...placed(
            [
              "负责华东区 120 条线路的日常调度，准点率由 91.2% 提升到 97.8%。",
              "带领 14 人班组，处理异常件 20160000 余单，零重大投诉。",
            ],
            72,
            530,
            10,
          ),
        ],
        pictures: [{ bytes: photo, x: 445, y: 60, width: 90, height: 120 }],
        draw(page) {
          for (const y of [300, 400]) {
            page.drawLine({ start: { x: 60, y: 842 - y }, end: { x: 535, y: 842 - y }, color: rgb(0.2, 0.35, 0.6) });
          }
        },
      },
      {
        texts: [
          heading("项目经历", 80),
          ...placed(
            [
              "双十一大促运力预测：使用三年订单数据建模，预测误差 4.6%。",
              "退货逆向物流优化：平均处理时长由 72 小时缩短到 31 小时。",
            ],
            60,
            108,
          ),
          heading("技能证书", 180),
          ...placed([`SQL、Python、Tableau；英语六级 548 分；证书编号 ${CERTIFICATE}。`], 60, 208),
          heading("联系方式", 260),
          ...placed([`面试请提前一天联系 ${person.phone} 或发邮件至 ${person.email}。`], 60, 288),
        ],
      },
    ],
    {
      finish(document) {
        document.setTitle("个人简历");
        addMetadata(document, person.name, person.name);
        addLink(document, document.getPage(0), `mailto:${person.email}`);
      },
    },
  );
  const planted = [
    ...plantedOn(1, { name: person.name, phone: person.phone, email: person.email }),
    ...plantedOn(1, { "id-card": person.idCard, address: person.address }),
    ...plantedOn(2, { diploma: CERTIFICATE, phone: person.phone, email: person.email }),
    { type: "email", metadata: "Link.URI", value: person.email } as const,
    { type: "name", metadata: "Info.Author", value: person.name } as const,
    { type: "name", metadata: "XMP.creator", value: person.name } as const,
  ];
  return { name: "简历.pdf", bytes, planted };
}
