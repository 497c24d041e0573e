import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { cardExpiryLabels } from "../tables/packed-labels.js";

/** Dates of expiry of payment cards, month and year, behind their label. */
export const cardExpiry: Detector = {
  entityType: "card-expiry",
  title: { en: "Card expiry date", zh: "银行卡有效期" },
  forms: [
    {
      trigger: { on: "label" },
      pattern:
        /(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d(?!(?!C[Vv])[0-9A-Za-z_]|[-/.]\d)|(?:0[1-9]|1[0-2]) ?月 ?[/-]? ?(?:20)?[2-4]\d ?年/y,
      score: { validInContext: 0.8 },
    },
    {
      // Without a separator only where the label is a card's.
      trigger: {
        on: "words",
        words: [
          "卡有效期",
          "卡片有效期",
          "信用卡有效期",
          "VALID",
          "Valid",
          "valid",
          "EXP",
          "Exp",
          "exp",
          "GOOD THRU",
          "有效期(MMYY)",
        ],
      },
      pattern:
        /(?<![A-Za-z0-9_])(?:(?:信用)?卡片?有效期限?至?|[Vv](?:ALID|alid) ?(?:[Tt][Hh][Rr][Uu]|[Uu]ntil|UNTIL)|GOOD THRU|(?:EXP|[Ee]xp)(?:IRY|iry|IRATION|iration|IRES|ires)?(?:[ _]?(?:DATE|[Dd]ate))?\.?)(?: ?[(（][^()（）\n]{1,10}[)）])?["'】\])>」|\s]{0,3}[:：=是为]?["'“【[（(「\s]{0,3}(?<value>(?:0[1-9]|1[0-2]) ?[/-]? ?(?:20)?[2-4]\d|20[2-4]\d[/-](?:0[1-9]|1[0-2]))(?![0-9A-Za-z_]|[-/.:]\d|-[A-Z])/y,
      score: { valid: 0.8, validInContext: 0.85 },
    },
    {
      trigger: { on: "words", words: ["有效期", "有效日期"] },
      pattern:
        /有效日?期[限至]?(?:[】\])>」|\s]{0,3}[:：=是为]?["“【[（(「\s]{0,3})(?<value>(?:0[1-9]|1[0-2])\/(?:20)?[2-4]\d)(?!(?!C[Vv])[0-9A-Za-z_]|[-/.:]\d)/y,
      score: { valid: 0.75, validInContext: 0.8 },
    },
    {
      // MMYY as it is embossed: no year of a calendar, and no number of days.
      trigger: { on: "label" },
      pattern: /(?:0[1-9]|1[0-2])(?:2[4-9]|3\d)(?![0-9A-Za-z_]|[-/.:]\d| ?(?:天|日|月|个|個|小时|小時|次|元|分|年))/y,
      score: { validInContext: 0.7 },
    },
    {
      // The same in a sentence.
      trigger: { on: "words", words: ["有效期", "有效日期"] },
      pattern:
        /有效日?期[限至]?(?:[】\])>」|\s]{0,3}[:：=是为]?["“【[（(「\s]{0,3})(?<value>(?:0[1-9]|1[0-2])(?:2[4-9]|3\d))(?![0-9A-Za-z_]|[-/.:]\d| ?(?:天|日|月|个|個|小时|小時|次|元|分|年))/y,
      score: { valid: 0.65, validInContext: 0.7 },
    },
  ],
  context:
    "expire date,expired date,valid date,yxq,expiry,expiry date,exp date,expiration,expiration date,valid thru,good thru,exp,card expiry,youxiaoqi".split(
      ",",
    ),
  chineseContext: () => labelWords(cardExpiryLabels),
  legal: { tier: "transaction", sensitive: "financial", gbt35273: "property" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["ISO/IEC 7813:2006, 5.1 (expiration date YYMM), printed MM/YY: ISO/IEC 7811-1"],
  examples: {
    found: [
      "有效期：⟦08/27⟧",
      "有效期⟦08/32⟧CVV2757",
      "卡有效期 ⟦0827⟧",
      "VALID THRU ⟦12/29⟧",
      "expiry: ⟦09/2028⟧",
      "信用卡有效期：⟦12-26⟧",
      "EXP ⟦11/30⟧",
      "Card 6217 0003 4103 4103 418, exp. ⟦09/28⟧",
      "有效期限：⟦08月/27年⟧",
      "客户报有效期⟦03/2034⟧，已支付",
      "客户报有效期⟦0627⟧，已支付",
      '{"expireDate":"⟦0831⟧"}',
      '{"expireDate":"⟦08/34⟧"}',
    ],
    ignored: [
      "有效期：2027-08-15",
      "有效期至2030年",
      "08/27",
      "有效期：12个月",
      "有效期1230天",
      "有效期：1630",
      "有效期0627-0628",
      "exp: 1700000000",
      "cipher EXP1024-RC4-MD5",
      "有效期限 2020.01.01-2040.01.01",
      "日期：08/27",
      "expires: 0",
    ],
  },
};
