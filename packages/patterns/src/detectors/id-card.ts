import { isCalendarDate } from "../calendar.js";
import { mod112 } from "../checksums/mod11-2.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { idCardLabels } from "../tables/packed-labels.js";
import { isInProvince } from "../tables/provinces.js";
import { isKnownRegion } from "../tables/regions.js";

/** Eighteen characters, alone or in groups; other signs for X are an attempt to hide. */
export const CITIZEN_NUMBER =
  /(?<![0-9])(?<!\d\.)(?:\d(?:[ -]?\d){16}[ -]?|\d{6}\.\d{8}\.\d{3})[\dXx×Ⅹ✕хХ](?![0-9A-Za-z]|[.-]\d)/y;
/** Fifteen digits, in use until 2012: years of the 20th century in two digits. */
const LEGACY_NUMBER =
  /(?<![0-9])(?<!\d\.)\d{6} ?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}(?![0-9A-Za-z]|\.\d)/y;

/** Citizen identity numbers of 18 and 15 digits, residence permits of Hong Kong, Macao and Taiwan residents, foreign permanent residents. */
export const idCard: Detector = {
  entityType: "id-card",
  title: { en: "ID card number", zh: "身份证号" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 15 },
      pattern: CITIZEN_NUMBER,
      validate: (candidate) => isClosed(candidate) && isFromKnownRegion(candidate),
      proof: "checksum, region, date",
      score: { valid: 0.95, validInContext: 0.99, invalidInContext: 0.6 },
    },
    {
      // No table of counties is complete.
      trigger: { on: "digits", atLeast: 15 },
      pattern: CITIZEN_NUMBER,
      validate: (candidate) => isClosed(candidate) && isFromProvince(candidate),
      proof: "checksum, date",
      score: { valid: 0.75, validInContext: 0.97 },
    },
    {
      trigger: { on: "digits", atLeast: 15 },
      pattern: CITIZEN_NUMBER,
      validate: isClosed,
      proof: "checksum, date",
      score: { valid: 0.4, validInContext: 0.9 },
    },
    {
      // 15 digits prove little by themselves: there is no check digit.
      trigger: { on: "digits", atLeast: 15 },
      pattern: LEGACY_NUMBER,
      validate: (candidate) => isCalendarDate(`19${candidate.slice(6, 12)}`) && isKnownRegion(candidate.slice(0, 6)),
      proof: "region, date",
      score: { valid: 0.4, validInContext: 0.95 },
    },
    {
      trigger: { on: "digits", atLeast: 15 },
      pattern: LEGACY_NUMBER,
      validate: (candidate) => isCalendarDate(`19${candidate.slice(6, 12)}`),
      proof: "date",
      score: { validInContext: 0.85, invalidInContext: 0.6 },
    },
    {
      // A check digit that OCR misread; the label may be on another part of the picture.
      trigger: { on: "digits", atLeast: 15 },
      pattern: /(?<![0-9])(?<!\d\.)\d(?:[ -]?\d){16}[ -]?[\dXx](?![0-9A-Za-z])/y,
      validate: (candidate) => hasDate(candidate) && isFromProvince(candidate),
      proof: "region, date",
      score: { valid: 0.6 },
      ocr: true,
    },
    {
      // A digit too many or too few, as typed into forms.
      trigger: { on: "label" },
      pattern: /\d(?:[ -]?\d){13,17}[ -]?[\dXx×Ⅹ✕хХ](?![0-9A-Za-z]|[.-]\d)/y,
      score: { validInContext: 0.55 },
    },
  ],
  context:
    "sfzh,sfzhm,shenfenzheng,shenfenzhenghao,gmsfhm,zjhm,cert no,id card,id number,id no,id card no,idcard,idcard no,identity card,identity number,identity no,sfz".split(
      ",",
    ),
  chineseContext: () => labelWords(idCardLabels),
  legal: { tier: "general", gbt35273: "identity" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "GB 11643-1999 公民身份号码, 4.1–4.4",
    "港澳台居民居住证申领发放办法 (国办发〔2018〕81号), 第九条",
    "国家移民管理局 2023-09-15 公告: 外国人永久居留身份证, 18 位, 首位 9",
  ],
  examples: {
    found: [
      "身份证号：⟦11010519491231002X⟧",
      "⟦11010519491231002x⟧，已核实",
      "⟦110105 19491231 002X⟧",
      "港澳台居住证 ⟦81000019980902013X⟧",
      "永居 ⟦932682198501010017⟧",
      "公民身份号码 ⟦110105491231002⟧",
      "身份证：⟦110105194912310021⟧ 末位录错",
      "ID⟦11010519491231002X⟧",
      "⟦110105.19491231.002X⟧",
      "⟦11010519491231002х⟧ 西里尔字母",
      "⟦11010519491231002×⟧",
      "⟦11010519491231002Ⅹ⟧",
      "证件号码：⟦1101051949123100X⟧ 少录一位",
      "身份證號碼：⟦110105194912310021⟧",
      "sfz=⟦11010519491231002X⟧",
      "⟦370620199505100123⟧ 旧代码",
      "⟦11019919491231002X⟧ 没有这个区县",
      "身份证 ⟦990426199112010074⟧",
      "身份证：⟦123456991010193⟧",
    ],
    ignored: [
      "订单 110105194912310021",
      "流水号 110105194913310020",
      "110105491231002",
      "3.141592653589793238",
      "1101051949123100290123",
      "123456789012345678",
      "990426199112010074",
      "120101491231002",
      "110105194912310021-1",
    ],
  },
};

/** Length of the part that the check character covers. */
const BODY = 17;

/** GB 11643-1999, 4.3 and 4.4: the date of birth is one of the calendar, the check character is right. */
function isClosed(candidate: string): boolean {
  const number = candidate.replace(/\./g, "");
  const check = /\d/.test(number[BODY]!) ? number[BODY] : "X";
  return hasDate(number) && mod112(number.slice(0, BODY)) === check;
}

function hasDate(candidate: string): boolean {
  return isCalendarDate(candidate.slice(6, 14));
}

/** A foreign permanent resident's number holds 9, a province and a country where others hold a county. */
function isForeign(candidate: string): boolean {
  return candidate.startsWith("9") && isInProvince(candidate.slice(1));
}

function isFromKnownRegion(candidate: string): boolean {
  return isForeign(candidate) || isKnownRegion(candidate.slice(0, 6));
}

function isFromProvince(candidate: string): boolean {
  return isForeign(candidate) || isInProvince(candidate);
}
