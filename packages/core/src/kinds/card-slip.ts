import type { DocumentKind } from "./kind.js";

/** What a card terminal prints for the cardholder to sign. */
export const cardSlip: DocumentKind = {
  name: "card-slip",
  profile: "receipt",
  cues: [
    {
      words: ["签购单", "POS签购单", "商户存根", "持卡人存根", "银行存根", "MERCHANTCOPY", "CARDHOLDERCOPY"],
      weight: 5,
    },
    { words: ["商户名称", "MERCHANTNAME", "MERCHANT"], weight: 2 },
    { words: ["商户编号", "商户号", "MERCHANTNO"], weight: 3 },
    { words: ["终端编号", "终端号", "终端机号", "TERMINALNO"], weight: 3 },
    { words: ["操作员号", "操作员", "OPERATORNO"], weight: 1 },
    { words: ["卡号", "CARDNO", "CARDNUMBER"], weight: 1 },
    { words: ["发卡行", "发卡机构", "ISSUER", "收单行", "收单机构", "ACQUIRER"], weight: 3 },
    { words: ["交易类型", "交易类别", "TRANSTYPE"], weight: 2 },
    { words: ["批次号", "BATCHNO"], weight: 2 },
    { words: ["凭证号", "VOUCHERNO", "流水号", "TRACENO"], weight: 1 },
    { words: ["参考号", "REFERNO", "REFNO", "授权码", "授权号", "AUTHNO"], weight: 2 },
    { words: ["持卡人签名", "持卡人签字", "CARDHOLDERSIGNATURE", "本人确认以上交易"], weight: 4 },
    { words: ["甲方", "乙方", "找零", "发票代码"], weight: -5 },
  ],
  maxPieces: 80,
  signed: ["持卡人签名", "持卡人签字", "CARDHOLDERSIGNATURE"],
  fields: [
    { entityType: "bank-card", starred: /\d{4,6}[*＊xX]{4,12}\d{3,4}/, labels: ["卡号", "CARDNO", "CARDNUMBER"] },
    { entityType: "card-expiry", labels: ["有效期", "EXPDATE"] },
    { entityType: "name", labels: ["持卡人姓名", "持卡人"] },
  ],
};
