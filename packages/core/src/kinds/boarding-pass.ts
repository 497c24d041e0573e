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
    { words: ["甲方", "乙方", "行程单"], weight: -6 },
  ],
  maxPieces: 70,
  covers: ["id-card", "name", "passport", "ticket-number"],
};
