import type { DocumentKind } from "./kind.js";

/** Two to five syllables of Hanyu Pinyin in capitals, spaces left out: the holder's name on a card has no label. */
const PINYIN_NAME =
  /^(?:(?:[ZCS]H|[BPMFDTNLGKHJQXRZCSYW])?(?:[IU]?ANG|I?ONG|ENG|ING|[IU]?AN|IAO|UAI|[AEU]I|AO|OU|IU|[IUV]E|ER|EN|IN|UN|IA|UA|UO|[AOEIUV])){2,5}$/;

/** Either side of a bank card. */
export const bankCardFace: DocumentKind = {
  name: "bank-card",
  cues: [
    { words: ["银联", "UNIONPAY"], weight: 3 },
    { words: ["VISA", "MASTERCARD", "JCB"], weight: 3 },
    { shape: /^(?:中国)?\p{Script=Han}{2,8}银行.{0,24}$/u, weight: 2 },
    { shape: /^[A-Z. ]{0,40}BANK(?:OF[A-Z]{2,30})?$/, weight: 1 },
    { words: ["借记卡", "信用卡", "储蓄卡", "贷记卡", "DEBIT", "CREDIT", "DEBITCARD", "CREDITCARD"], weight: 3 },
    { words: ["VALIDTHRU", "GOODTHRU", "MONTH/YEAR", "VALIDFROM", "EXPIRES"], weight: 4, isOnce: true },
    { words: ["CARDHOLDER", "持卡人签名", "AUTHORIZEDSIGNATURE"], weight: 2 },
    { words: ["闪付", "QUICKPASS", "ATM"], weight: 1 },
    // All digits in one piece, or the first groups of four: embossed ones come apart.
    { shape: /^(?:62|4|5[1-5]|35|9)\d{14,18}$/, weight: 4 },
    // The same where the first digit was lost in the artwork.
    { shape: /^(?!(?:62|4|5[1-5]|35|9)\d{14})\d{15,18}$/, weight: 3 },
    { shape: /^(?:62\d\d|4\d{3}|5[1-5]\d\d)(?:\d{4})?$/, weight: 2 },
    { shape: /^(?:.{0,10})?(?:0[1-9]|1[0-2])\/\d{2}$/, weight: 1 },
    {
      words: [
        "商户名",
        "商户编号",
        "商户号",
        "交易",
        "合计",
        "批次号",
        "终端",
        "甲方",
        "乙方",
        "开户行",
        "余额",
        "金额",
      ],
      weight: -5,
    },
  ],
  maxPieces: 30,
  fields: [
    {
      entityType: "bank-card",
      labels: ["卡号"],
      shape: /^\d{14,20}$/,
      isLine: true,
      // Nineteen digits in groups; issuers print the first four once more, smaller, below the embossed ones.
      begins: { shape: /^(?:62\d\d|4\d{3}|5[1-5]\d\d|3[0-9]\d\d)$/, times: 6, timesSmall: 10 },
      // ISO/IEC 7811-1: the embossed number is centred 21.42 mm above the lower edge, from 10.2 to 75.4 mm, 4.3 mm high.
      place: { x: 0.06, y: 0.33, width: 0.88, height: 0.1 },
    },
    {
      entityType: "card-expiry",
      labels: ["有效期", "VALIDTHRU", "GOODTHRU", "MONTH/YEAR"],
      shape: /^(?:0[1-9]|1[0-2])\/\d{2}$/,
    },
    { entityType: "cvv", labels: ["CVV", "CVV2", "CVC2"] },
    { entityType: "name", labels: ["持卡人", "CARDHOLDER"], shape: PINYIN_NAME, isLine: true },
  ],
  // ISO/IEC 7810, ID-1: 85.6 × 53.98 mm.
  layout: { anchors: [], aspect: 1.586 },
};
