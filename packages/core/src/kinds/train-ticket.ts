import type { DocumentKind } from "./kind.js";

/** A railway ticket, blue, red or printed at home. */
export const trainTicket: DocumentKind = {
  name: "train-ticket",
  profile: "ticket",
  cues: [
    { words: ["限乘当日当次车", "限乘当日当次", "当日当次车有效"], weight: 5, isOnce: true },
    { words: ["中国铁路祝您旅途愉快", "买票请到12306", "发货请到95306", "铁路电子客票"], weight: 5 },
    { words: ["检票口", "检票:", "检票："], weight: 3 },
    { shape: /^检票:?[A-Z0-9]{1,4}$/, weight: 3 },
    { shape: /^[GDCZTKYLS]\d{1,4}(?:次)?$/, weight: 3 },
    { shape: /^\p{Script=Han}{2,6}站$/u, weight: 2 },
    { shape: /^\d{1,2}车(?:\d{1,3}[A-F]?号|无座|.{0,6}铺)/u, weight: 4 },
    { words: ["二等座", "一等座", "商务座", "硬座", "软座", "硬卧", "软卧", "新空调", "二等卧"], weight: 3 },
    { shape: /^\d{4}年\d{1,2}月\d{1,2}日\d{1,2}:?\d{2}开$/, weight: 4 },
    { shape: /^(?:\d{10}|\d{6,14})[*＊]{4}\d{3}[\dX]\p{Script=Han}{2,6}$/u, weight: 3 },
    { shape: /^\d{14}[A-Z]\d{6}/, weight: 3 },
    { shape: /^[￥¥Y]\d{1,4}\.\d元$/, weight: 2 },
    { words: ["甲方", "乙方", "时刻表", "余票"], weight: -6 },
  ],
  maxPieces: 40,
  fields: [
    {
      entityType: "id-card",
      labels: ["身份证号", "证件号码"],
      // Of four stars in smeared print one may be all that is read, and the number may be seen in two pieces, parted behind them.
      starred: /\d{6,14}[*＊]{1,8}(?:\d{2,4}[\dXx])?|^\d{3}[\dXx](?=\p{Script=Han}{2,4}$)/u,
    },
    { entityType: "name", labels: ["姓名"] },
    { entityType: "ticket-number", labels: ["票号"], shape: /^[A-Z](?:\d{6,7}|\d{2}[A-Z]\d{6})$|^\d{14}[A-Z]\d{6}/ },
  ],
};
