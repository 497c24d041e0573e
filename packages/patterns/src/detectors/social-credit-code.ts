import { mod313 } from "../checksums/mod31-3.js";
import { organizationCheck } from "../checksums/organization-code.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { socialCreditCodeLabels } from "../tables/packed-labels.js";
import { isInProvince } from "../tables/provinces.js";

/** Unified social credit codes and the taxpayer numbers from before them. They name an organisation, not a person. */
export const socialCreditCode: Detector = {
  entityType: "social-credit-code",
  title: { en: "Unified social credit code", zh: "统一社会信用代码" },
  forms: [
    {
      trigger: { on: "code", atLeast: 18 },
      pattern: /(?<![0-9A-Za-z_]|\d\.)[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z_]|\.\d)/y,
      validate: isSocialCreditCode,
      proof: "checksum, organisation checksum, region",
      score: { valid: 0.9, validInContext: 0.98, invalidInContext: 0.7 },
    },
    {
      trigger: { on: "digits", atLeast: 18 },
      pattern: /(?<![0-9A-Za-z_]|\d[.-])\d{18}(?![0-9A-Za-z_]|[.-]\d)/y,
      validate: isSocialCreditCode,
      proof: "checksum, organisation checksum, region",
      score: { valid: 0.75, validInContext: 0.98, invalidInContext: 0.7 },
    },
    {
      // Taxpayer numbers from before 2015.
      trigger: { on: "digits", atLeast: 15 },
      pattern: /(?<![0-9A-Za-z_]|\d[.-])(?:\d{15}|\d{20})(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.8 },
    },
    {
      trigger: { on: "label" },
      pattern: /(?:\d{15}|\d{20})(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.8 },
    },
    {
      trigger: { on: "label" },
      pattern: /(?=[A-Z]{0,3}\d)[0-9A-Z](?:[ -]?[0-9A-Z]){14,19}(?![0-9A-Za-z_])/iy,
      validate: (candidate) => isSocialCreditCode(candidate.toUpperCase().replace(/[ -]/g, "")),
      proof: "checksum, organisation checksum, region",
      score: { validInContext: 0.98, invalidInContext: 0.7 },
    },
  ],
  context:
    "tyshxydm,nsrsbh,shxydm,uscc,usci,credit code,unified social credit code,social credit code,tax no,tax id,taxpayer id,business license no,business licence no,nashuiren,shuihao".split(
      ",",
    ),
  chineseContext: () => labelWords(socialCreditCodeLabels),
  legal: { tier: "business" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "GB 32100-2015 法人和其他组织统一社会信用代码编码规则, 4 and annex A",
    "GB 11714-1997 全国组织机构代码编制规则, 4.3",
    "国家税务总局《纳税人识别号代码标准》 (SW 5-2013): 15, 17, 18 or 20 characters",
  ],
  examples: {
    found: [
      "统一社会信用代码：⟦91110000600037341L⟧",
      "⟦91110000600037341L⟧",
      "税号 ⟦91110000600037341L⟧",
      "纳税人识别号：⟦110105600037341⟧",
      "税号\n⟦110105600037341⟧\n",
      "税号：⟦91110000600037341M⟧ 校验位不对也算",
      "纳税人识别号：⟦9111 0000 6000 3734 1L⟧",
    ],
    ignored: [
      "91110000600037341M",
      "91110000600037341LX",
      "x91110000600037341L",
      "123456789012345678",
      "141592653589793238",
      "税号：待补充",
      "0.911100006000373410",
    ],
  },
};

/** GB 32100-2015, table 1: the departments, and the kinds that each of them registers. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ 1: "12359", 2: "19", 3: "1234569", 4: "19", 5: "12359", 6: "129", 7: "129", 8: "19", 9: "1239" },
  ...{ A: "1239", N: "1239", Y: "1" },
};
/** The region of what the state itself registers. */
const STATE = "10";

function isSocialCreditCode(candidate: string): boolean {
  const region = candidate.slice(2, 4);
  return (
    /^.{18}$/.test(candidate) &&
    (KINDS[candidate[0]!]?.includes(candidate[1]!) ?? false) &&
    (region === STATE || isInProvince(region)) &&
    organizationCheck(candidate.slice(8, 16)) === candidate[16] &&
    mod313(candidate.slice(0, 17)) === candidate[17]
  );
}
