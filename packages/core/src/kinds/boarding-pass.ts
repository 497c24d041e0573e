import type { DocumentKind } from "./kind.js";

/** A boarding pass, as the counter prints it or a telephone shows it. */
export const boardingPass: DocumentKind = {
  name: "boarding-pass",
  profile: "ticket",
  cues: [
    { words: ["登机牌", "BOARDINGPASS", "登机凭证"], weight: 6 },
    { words: ["登机口", "GATE"], weight: 3 },
    { words: ["登机时间", "BOARDINGTIME", "BDT", "登机截止"], weight: 3 },
    { words: ["座位号", "座位", "SEAT"], weight: 2 },
    { words: ["航班号", "航班", "FLIGHT"], weight: 2 },
    { words: ["舱位", "CLASS", "序号", "SEQ", "登机序号"], weight: 1 },
    { words: ["目的地", "到达站", "DEST", "DESTINATION"], weight: 1 },
    { words: ["票号", "ETKT", "ETKTNO", "TKT"], weight: 1 },
    { words: ["登机口于起飞前", "登机口将于", "GATESCLOSE"], weight: 3 },
    // 999-2345678901, CA1705, 14C, 杭州HGH, 30APR, ZHANG/SAN
    { shape: /^(?:ETKT?|TKT)?\d{3}-?\d{10}(?:\/\d)?$/, weight: 3 },
    { shape: /^(?=[A-Z\d]?[A-Z])[A-Z\d]{2}\d{3,4}$/, weight: 1 },
    { shape: /^\d{1,2}[A-K]$/, weight: 1 },
    { shape: /^\p{Script=Han}{2,4}[A-Z]{3}$/u, weight: 2 },
    { shape: /^\d{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{2})?$/, weight: 2 },
    { shape: /^(?:\p{Script=Han}{2,8}(?:·\p{Script=Han}{2,8})?)?[A-Z]{2,}\/[A-Z]{1,}$/u, weight: 2 },
    { words: ["甲方", "乙方", "行程单"], weight: -6 },
  ],
  maxPieces: 70,
  fields: [
    {
      entityType: "name",
      stands: "below",
      labels: ["姓名", "旅客姓名", "NAME"],
      shape: /^(?:\p{Script=Han}{2,8}(?:·\p{Script=Han}{2,8})?)?[A-Z]{2,}\/[A-Z]+$/u,
    },
    { entityType: "id-card", stands: "below", labels: ["证件号"] },
    { entityType: "passport", labels: [] },
    {
      entityType: "ticket-number",
      stands: "below",
      labels: ["票号", "ETKT", "ETKTNO"],
      shape: /^(?:ETKT|TKT)?\d{3}-?\d{10}(?:\/\d)?$/,
    },
  ],
};
