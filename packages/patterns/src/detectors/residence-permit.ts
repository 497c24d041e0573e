import { hongKongCheck } from "../checksums/hong-kong-id.js";
import { taiwanCheck } from "../checksums/taiwan-id.js";
import { areCardLines } from "../checksums/travel-document.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { residencePermitLabels } from "../tables/packed-labels.js";

/** Identity cards of Hong Kong, Macao and Taiwan, older foreign residence permits, and cards with a machine-readable zone. */
export const residencePermit: Detector = {
  entityType: "residence-permit",
  title: { en: "Residence permit, Hong Kong, Macao or Taiwan ID", zh: "居留证件、港澳台身份证" },
  forms: [
    {
      trigger: { on: "code", atLeast: 7 },
      pattern: /(?<![0-9A-Za-z_])[A-Z]{1,2}\d{6} ?[(（][0-9A][)）]/y,
      validate: isHongKongNumber,
      proof: "checksum",
      score: { valid: 0.8, validInContext: 0.95, invalidInContext: 0.7 },
    },
    {
      trigger: { on: "code", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z_])(?:[A-Z]{1,2}\d{6}[0-9A]|[A-Z][12A-D89]\d{8})(?![0-9A-Za-z_-])/iy,
      validate: (candidate) => isHongKongNumber(candidate) || isTaiwanNumber(candidate),
      proof: "checksum",
      // By itself its check digit is right by chance one time in ten.
      score: { valid: 0.4, validInContext: 0.9, invalidInContext: 0.6 },
    },
    {
      trigger: { on: "digits", atLeast: 7 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])[157]\/?\d{6}(?: ?[(（]\d[)）]|\/\d)(?![0-9A-Za-z_])/y,
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "label" },
      pattern: /(?:[157]\/\d{6}\/\d|[A-Z]{3} ?\d{12}|[A-Z]{1,2} ?\d{6} ?[(（][\dA][)）])(?![0-9A-Za-z_])/y,
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "code", atLeast: 15 },
      pattern: /(?<![0-9A-Za-z_])[A-Z]{3}\d{12}(?![0-9A-Za-z_-])/y,
      score: { validInContext: 0.9 },
    },
    {
      trigger: { on: "words", words: ["I<", "A<", "C<", "CR", "IR", "AR", "AC", "CS", "CT", "IP"] },
      pattern:
        /(?<![A-Za-z0-9<])[ACI][A-Z<][A-Z]{3}[A-Z0-9<]{9}[\d<][A-Z0-9<]{15}\s{1,4}\d{7}[MFX<]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d(?:\s{1,4}[A-Z<]{30})?(?![A-Za-z0-9<])/y,
      validate: (candidate) => {
        const [first = "", second = ""] = candidate.split(/\s+/);
        return areCardLines(first, second);
      },
      proof: "machine-readable zone, checksum",
      score: { valid: 0.97, validInContext: 0.99 },
    },
  ],
  context:
    "jlz,jlzh,jlzhm,yjjlz,permanent residence no,resident permit,resident permit no,juliuzheng,juliuzhenghao,hkid,hkid no,hk id,hong kong identity card,hong kong id,macau id,bir,taiwan id,arc no,residence permit,residence permit no,permanent residence,id card,id no,id number,identity card,identity card no".split(
      ",",
    ),
  chineseContext: () => labelWords(residencePermitLabels),
  legal: { tier: "general", gbt35273: "identity" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "https://en.wikipedia.org/wiki/Hong_Kong_identity_card, “Check digit”",
    "內政部戶政司《國民身分證統一編號》檢查碼",
    "https://en.wikipedia.org/wiki/Macau_Resident_Identity_Card: 1, 5 or 7, six digits, one in brackets; its check is not public",
    "外国人永久居留证 before 2017: three letters of the country, twelve digits (eastcoms.com/service/pro/840)",
    "ICAO Doc 9303-5, 4.2.2 (machine-readable zone of size 1 documents)",
  ],
  examples: {
    found: [
      "香港身份证：⟦A123456(3)⟧",
      "⟦AB987654(3)⟧ 为持卡人",
      "香港身份證號碼 ⟦A1234563⟧",
      "HKID: ⟦G123456（A）⟧",
      "香港身份证号：⟦A123456(7)⟧ 校验位不对也算",
      "澳门居民身份证 ⟦1234567(8)⟧",
      "澳门身份证号：⟦5/123456/7⟧",
      "身分證字號⟦A123456789⟧",
      "統一證號：⟦A800000014⟧",
      "外国人永久居留证：⟦CAN123456789012⟧",
      "permanentResidenceNo=⟦CAN123456789012⟧",
      "⟦I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<⟧",
    ],
    ignored: [
      "A123456(7)",
      "A123456789",
      "A1234563",
      "第1234567(8)期",
      "ABC123456789012",
      "函数f123456(7)",
      "居留证办理需30日",
    ],
  },
};

/** Letters and digits of a Hong Kong number; 8 or 9 with the check digit. */
function isHongKongNumber(candidate: string): boolean {
  const plain = candidate.replace(/[(（)）]/g, "");
  return /^[A-Z]{1,2}\d{6}[\dA]$/.test(plain) && hongKongCheck(plain.slice(0, -1)) === plain.at(-1);
}

/** Letters that stand for their own last digit in resident certificates from before 2021. */
function isTaiwanNumber(candidate: string): boolean {
  if (!/^[A-Z][12A-D89]\d{8}$/.test(candidate)) return false;
  const second = candidate[1]!;
  const digit = "ABCD".includes(second) ? String("ABCD".indexOf(second)) : second;
  return taiwanCheck(candidate[0]! + digit + candidate.slice(2, -1)) === candidate.at(-1);
}
