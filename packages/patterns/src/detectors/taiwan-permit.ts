import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { taiwanPermitLabels } from "../tables/packed-labels.js";

/** Permits for travel between the mainland and Taiwan, both ways; the number only behind its label. */
export const taiwanPermit: Detector = {
  entityType: "taiwan-permit",
  title: { en: "Taiwan travel permit", zh: "台湾通行证、台胞证" },
  forms: [
    {
      trigger: { on: "code", atLeast: 9 },
      pattern: /(?<![0-9A-Za-z_])(?:[TL]\d{8}|\d{10}[A-Z])(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.9 },
    },
    {
      trigger: { on: "digits", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])(?!(?:19|20)\d{6}(?!\d))(?:\d{8}|\d{10})(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "label" },
      pattern: /(?:[TL] ?\d{8}|\d{10}(?: ?[(（][A-Z][)）])?|\d{8}(?: ?\d{2})?)(?![0-9A-Za-z_-]|[.]\d)/iy,
      validate: (candidate) => /^\D/.test(candidate) || !/^(?:19|20)\d{6}$/.test(candidate),
      score: { validInContext: 0.85, invalidInContext: 0.55 },
    },
  ],
  context:
    "tbz,tbzh,twtxz,tbzhm,mtp no,taiwan pass,taiwan permit no,taiwan compatriot permit,taibaozhenghao,mtp,taiwan permit,taiwan travel permit,taibaozheng".split(
      ",",
    ),
  chineseContext: () => labelWords(taiwanPermitLabels),
  legal: { tier: "general", gbt35273: "identity" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "中国公民往来台湾地区管理办法; series T and L: customary",
    "台湾居民来往大陆通行证 (台胞证): eight digits, the older booklet ten and a letter: customary",
  ],
  examples: {
    found: [
      "台胞证：⟦12345678⟧",
      "台胞證號碼：⟦0123456789(B)⟧",
      "往来台湾通行证号 ⟦T12345678⟧",
      "台湾居民来往大陆通行证号码：⟦L12345678⟧",
      "台胞证⟦0123456789B⟧",
      "taiwan_pass=⟦12345678⟧",
    ],
    ignored: ["T12345678", "12345678", "台胞证：1234567", "台胞证办理 2024 年起免签注", "往来台湾通行证：T123456789"],
  },
};
