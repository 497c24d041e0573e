import type { DocumentKind } from "./kind.js";

/** The itinerary of an electronic air ticket. Its labels are bilingual and tiny, and stand far above their values. */
export const flightItinerary: DocumentKind = {
  name: "flight-itinerary",
  profile: "ticket",
  cues: [
    {
      words: ["航空运输电子客票行程单", "电子客票行程单", "航空运输电子客票", "ITINERARY/RECEIPTOFE-TICKET"],
      weight: 7,
    },
    { words: ["旅客姓名", "NAMEOFPASSENGER"], weight: 3 },
    { words: ["有效身份证件号码", "ID.NO"], weight: 3 },
    { words: ["签注", "ENDORSEMENTS/RESTRICTIONS", "ENDORSEMENTS"], weight: 3 },
    { words: ["承运人", "CARRIER"], weight: 2 },
    { words: ["航班号", "FLIGHT"], weight: 1 },
    { words: ["座位等级", "客票级别", "FAREBASIS", "票价级别"], weight: 2 },
    { words: ["免费行李", "ALLOW"], weight: 2 },
    { words: ["民航发展基金", "CAACDEVELOPMENTFUND", "燃油附加费", "FUELSURCHARGE"], weight: 3 },
    { words: ["电子客票号码", "E-TICKETNO", "ETICKETNO"], weight: 3 },
    { words: ["验证码", "提示信息", "保险费", "销售单位代号", "AGENTCODE", "填开单位", "ISSUEDBY"], weight: 2 },
    { words: ["印刷序号", "SERIALNUMBER"], weight: 2 },
    { shape: /^(?:自FROM|至TO|自:FROM|至:TO)\p{Script=Han}{2,6}/u, weight: 2 },
    { shape: /^\d{3}-?\d{10}$/, weight: 2 },
    { shape: /^(?:CNY|CN|YQ)\d{1,6}\.\d{2}$/, weight: 2 },
    { words: ["VOID"], weight: 1 },
    { words: ["甲方", "乙方"], weight: -6 },
  ],
  maxPieces: 110,
  fields: [
    {
      entityType: "name",
      stands: "below",
      labels: ["旅客姓名", "NAMEOFPASSENGER"],
      shape: /^(?:\p{Script=Han}{2,8}(?:·\p{Script=Han}{2,8})?)?[A-Z]{2,}\/[A-Z]+$/u,
    },
    { entityType: "id-card", stands: "below", labels: ["有效身份证件号码", "ID.NO"], shape: /^\d{17}[\dX]$/ },
    { entityType: "passport", labels: [] },
    { entityType: "ticket-number", stands: "below", labels: ["电子客票号码", "E-TICKETNO"], shape: /^\d{3}-?\d{10}$/ },
  ],
};
