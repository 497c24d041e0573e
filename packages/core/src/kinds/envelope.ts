import { addressLine, type DocumentKind } from "./kind.js";

/** The front of an envelope, written across or downward: who it is for, who sent it, and no label beside either. */
export const envelope: DocumentKind = {
  name: "envelope",
  cues: [
    { words: ["贴邮票处", "贴邮票"], weight: 6 },
    { words: ["邮政编码", "邮编"], weight: 3 },
    { shape: /^\d{6}$/, weight: 3 },
    { shape: /^(?:\p{Script=Han}{2,4})?(?:先生|女士|小姐|同志|老师)?(?:亲?启|[收缄])$/u, weight: 4 },
    { shape: /^(?:\p{Script=Han}{2,4})?(?:先生|女士|小姐|同志|老师)/u, weight: 3 },
    { shape: addressLine, weight: 3 },
    { words: ["挂号信", "平信", "航空", "印刷品", "邮政快件"], weight: 2 },
    {
      words: ["收件人", "寄件人", "运单号", "快递", "姓名", "电话", "甲方", "金额", "合计", "日期"],
      weight: -5,
    },
  ],
  maxPieces: 16,
  fields: [
    {
      entityType: "name",
      labels: ["姓名"],
      shape:
        /^(?!先生|女士|小姐|同志|老师|亲?[启收缄])\p{Script=Han}{2,4}?(?:(?:先生|女士|小姐|同志|老师)?(?:亲?启|[收缄])?)$/u,
    },
    { entityType: "address", labels: ["地址"], shape: addressLine },
    { entityType: "phone", labels: [] },
    { entityType: "landline", labels: [] },
  ],
};
