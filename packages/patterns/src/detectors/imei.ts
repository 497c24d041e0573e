import { luhn } from "../checksums/luhn.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { imeiLabels } from "../tables/packed-labels.js";

/** Numbers of mobile equipment, behind their label: fifteen digits with a check digit are common otherwise. */
export const imei: Detector = {
  entityType: "imei",
  title: { en: "IMEI", zh: "手机串号（IMEI）" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 15 },
      pattern:
        /(?<![0-9A-Za-z_+]|\d[.-])(?:\d{15}|\d{2}[ -]\d{6}[ -]\d{6}[ -]\d|\d{6}[ -]\d{2}[ -]\d{6}[ -]\d|\d{8}[ -]\d{6}[ -]\d)(?![0-9A-Za-z_]|[.-]\d)/y,
      validate: luhn,
      proof: "checksum",
      score: { validInContext: 0.95, invalidInContext: 0.65 },
    },
    {
      // With the software version instead of a check digit, and MEID in hexadecimal.
      trigger: { on: "label" },
      pattern: /(?:\d{15}|\d{2}-?\d{6}-?\d{6}-?\d{2}|(?=[0-9A-F]{0,13}\d)[A-F][0-9A-F]{13})(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.85 },
    },
  ],
  context: "chuanhao,shoujichuanhao,imei,imei no,imei number,imei code,imeisv,meid,device imei".split(","),
  chineseContext: () => labelWords(imeiLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["3GPP TS 23.003, 6.2.1 and annex B", "GSMA TS.06"],
  examples: {
    found: [
      "IMEI：⟦490154203237518⟧",
      "手机串号 ⟦35-209900-176148-1⟧",
      "imei=⟦352099001761481⟧",
      "串号：⟦490154203237517⟧ 校验位不对也算",
      "IMEI/MEID: ⟦A0000049D0B1C2⟧",
      "imeisv: ⟦35-209900-176148-23⟧",
      "chuanhao=⟦490154203237518⟧",
      "imei1=⟦490154203237518⟧",
      "- **IMEI**：⟦490154203237518⟧",
    ],
    ignored: ["490154203237518", "订单号 490154203237518", "IMEI：12345", "4901542032375181234"],
  },
};
