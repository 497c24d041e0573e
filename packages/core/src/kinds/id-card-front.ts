import type { DocumentKind } from "./kind.js";

/** The side of a resident identity card with the portrait (GA 490-2004 lays it out). */
export const idCardFront: DocumentKind = {
  name: "id-card-front",
  profile: "id-copy",
  cues: [
    { words: ["公民身份号码", "公民身份号", "身份号码"], weight: 5, isOnce: true },
    { words: ["姓名"], weight: 1 },
    { words: ["性别"], weight: 1 },
    { words: ["民族"], weight: 2 },
    { shape: /^性别?[男女]/, weight: 1 },
    { shape: /^(?:性别?[男女])?民族\p{Script=Han}{1,4}$/u, weight: 1 },
    { words: ["出生"], weight: 1 },
    { shape: /^出?生?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日?$/, weight: 2 },
    { words: ["住址"], weight: 2 },
    { shape: /^.{0,6}\d{17}[\dX]$/, weight: 2 },
    { words: ["学历", "电话", "手机", "邮箱", "籍贯", "甲方", "乙方", "工作单位", "工作经历", "联系"], weight: -4 },
    { words: ["准驾车型", "户主", "常住人口登记卡", "初次领证日期", "号牌号码"], weight: -6 },
  ],
  maxPieces: 30,
  hasPortrait: true,
  fields: [
    { entityType: "name", labels: ["姓名"], place: { x: 0.2, y: -0.07, width: 0.75, height: 0.14 } },
    {
      entityType: "birth-date",
      labels: ["出生"],
      shape: /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日?$/,
      place: { x: 0.2, y: 0.3, width: 0.95, height: 0.14 },
    },
    { entityType: "address", labels: ["住址"], place: { x: 0.2, y: 0.48, width: 1.1, height: 0.36 } },
    { entityType: "id-card", labels: ["公民身份号码"], place: { x: 0.62, y: 0.92, width: 1.45, height: 0.16 } },
  ],
  // The unit is the way from the first label's line to the last one's, the origin the first label's left edge.
  layout: {
    anchors: [
      { words: ["姓名"], at: { x: 0, y: 0 } },
      { words: ["性别"], at: { x: 0, y: 0.18 } },
      { words: ["出生"], at: { x: 0, y: 0.36 } },
      { words: ["住址"], at: { x: 0, y: 0.54 } },
      { words: ["公民身份号码", "公民身份号"], at: { x: 0, y: 1 } },
    ],
    portrait: { x: 1.19, y: -0.08, width: 0.83, height: 1.01 },
  },
};
