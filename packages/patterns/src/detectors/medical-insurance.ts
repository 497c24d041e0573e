import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { medicalInsuranceLabels } from "../tables/packed-labels.js";

/** Numbers of medical and social insurance, behind their label. */
export const medicalInsurance: Detector = {
  entityType: "medical-insurance",
  title: { en: "Medical or social insurance number", zh: "医保、社保号" },
  forms: [
    {
      trigger: { on: "label" },
      pattern: /(?=[A-Z]{0,4}[ -]?\d{4})[A-Z0-9](?:[ -]?[A-Z0-9]){5,27}(?![0-9A-Za-z_]|[.]\d)/iy,
      validate: (candidate) => !/^(?:19|20)\d{2}-/.test(candidate),
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "digits", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])\d{8,28}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "code", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z_])[A-Z]{1,3}\d{7,16}[A-Z]?(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "social insurance no,social insurance number,ssc no,medicare no,medical card no,health insurance number,shebaokahaoma,ybkh,sbkh,medical insurance no,medical insurance number,health insurance no,social security no,social security number,ssn,insurance card no,yibaokahao,shebaohao,shebaokahao".split(
      ",",
    ),
  chineseContext: () => labelWords(medicalInsuranceLabels),
  legal: { tier: "transaction", sensitive: "health", gbt35273: "health" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "人社部《中华人民共和国社会保障卡》卡面: 社会保障号码 is the identity number, 卡号 has nine characters: customary",
    "国家医疗保障局 医保电子凭证: 28 digits: customary",
  ],
  examples: {
    found: [
      "医保卡号：⟦0123456789⟧",
      "医保编号 ⟦1101050012345⟧",
      "社保卡号⟦A12345678⟧",
      "医保电子凭证：⟦3301000000000000001234567890⟧",
      "社会保障号码：⟦1234567890⟧",
      "ssn: ⟦1234567890⟧",
      "ssc_no: ⟦1234567890⟧",
    ],
    ignored: [
      "医保卡号：2024-05-01",
      "0123456789",
      "医保报销 2024 年 12 月",
      "医保卡：2024-01-15",
      "社保卡办理指南",
      "医保号：见附件",
    ],
  },
};
