import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { militaryIdLabels } from "../tables/packed-labels.js";

/** Certificates of officers, soldiers, civilians and retired members of the armed forces. */
export const militaryId: Detector = {
  entityType: "military-id",
  title: { en: "Military ID", zh: "军官证、士兵证" },
  forms: [
    {
      trigger: {
        on: "words",
        words: [
          "军字第",
          "士字第",
          "武字第",
          "文字第",
          "军官字第",
          "士兵字第",
          "武警字第",
          "文职字第",
          "軍字第",
          "兵字第",
          "警字第",
        ],
      },
      // 房权证…字第 is a title to a house, 证字第 a notary's.
      pattern: /(?<!(?:[房权權产產地用林公][证證]|[权權产產]))[军士武文軍兵警][官兵警职]?字第? ?[0-9A-Z]{4,10} ?号?/iy,
      score: { valid: 0.85, validInContext: 0.95 },
    },
    {
      trigger: { on: "label" },
      pattern: /(?:\p{Script=Han}{1,4}字第? ?)?(?=[A-Z]{0,2}\d{4})[0-9A-Z]{6,12} ?号?(?![0-9A-Za-z_-])/iuy,
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "jgz,jgzh,military no,military id,military id no,officer id,officer certificate,soldier id,junguanzheng".split(","),
  chineseContext: () => labelWords(militaryIdLabels),
  legal: { tier: "general", sensitive: "specific-identity", gbt35273: "identity" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "中国人民解放军军官证、士官证、士兵证、文职干部证: 字第…号, customary (any86/any-rule RULES.js, read 2026-11)",
  ],
  examples: {
    found: [
      "军官证：⟦军字第2001988号⟧",
      "军官证⟦军字第2001988号⟧",
      "⟦士字第P011816X号⟧",
      "证件为⟦武字第01234567号⟧，已核",
      "军官证号：⟦南字第01234567号⟧",
      "士兵证号：⟦20123456⟧",
      "退伍证号: ⟦JA1234567⟧",
    ],
    ignored: [
      "京房权证海字第0123456号",
      "公证书（2024）京证字第1234号",
      "军字第",
      "文字第二版",
      "军官证办理流程",
      "X京房权证文字第012345号",
    ],
  },
};
