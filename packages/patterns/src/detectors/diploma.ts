import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { diplomaLabels } from "../tables/packed-labels.js";

/** Numbers of diplomas and degree certificates, behind their label. */
export const diploma: Detector = {
  entityType: "diploma",
  title: { en: "Diploma number", zh: "学历、学位证书编号" },
  forms: [
    {
      trigger: { on: "label" },
      pattern:
        /(?:\p{Script=Han}{1,6}字?(?:第|[(（]\d{4}[)）]第?) ?)?(?=[A-Z]{0,4}\d{3})[A-Z0-9](?:[ -]?[A-Z0-9]){5,19}(?: ?号)?(?![0-9A-Za-z_])/iuy,
      validate: (candidate) => !/^(?:19|20)\d{2}-/.test(candidate),
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "digits", atLeast: 15 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])\d{15,18}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "degree no,degree number,byzsbh,xwzsbh,xlzsbh,diploma no,diploma number,degree certificate no,certificate no,certificate number,student registration no,biyezhenghao".split(
      ",",
    ),
  chineseContext: () => labelWords(diplomaLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "教育部《高等教育学历证书电子注册管理暂行规定》: 18 digits (school, kind, year, level, serial), 17 before",
    "国务院学位委员会 学位证书编号: 16 digits: customary",
  ],
  examples: {
    found: [
      "学历证书编号：⟦106511202405001234⟧",
      "毕业证编号⟦10651120240500123⟧",
      "学位证书编号 ⟦1065142024001234⟧",
      "准考证号：⟦110105240012345⟧",
      "毕业证书编号：⟦师大字第20040123号⟧",
      "diploma_no=⟦106511202405001234⟧",
      "byzsbh=⟦106511202405001234⟧",
    ],
    ignored: ["106511202405001234", "毕业证书：已取得", "学位证号：无", "毕业证书编号查询", "考生号：2024-06-07"],
  },
};
