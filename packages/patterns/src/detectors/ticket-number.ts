import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { ticketNumberLabels } from "../tables/packed-labels.js";

/** Rail and air tickets: the contents of a boarding pass by themselves, numbers behind their label. */
export const ticketNumber: Detector = {
  entityType: "ticket-number",
  title: { en: "Ticket number", zh: "车票、机票号" },
  forms: [
    {
      trigger: { on: "words", words: ["M1", "M2", "M3", "M4"] },
      // Mandatory items of the first leg; then the conditional ones and those of other legs.
      pattern:
        /(?<![A-Za-z0-9])M[1-4](?=[A-Z]+\/?)[A-Z/ .'-]{20}[E ][A-Z0-9 ]{7}[A-Z]{6}[A-Z0-9 ]{3}[0-9 ]{4}[0-9A-Z ]\d{3}[A-Z][0-9A-Z ]{4}[0-9 ]{4}[0-9A-Z ][0-9A-Z ](?:00(?! ?[>A-Z0-9])|[0-9A-F]{2}(?:[>^A-Z0-9][ -~]{0,400})?)/y,
      proof: "boarding pass",
      score: { valid: 0.95, validInContext: 0.98 },
    },
    {
      trigger: { on: "code", atLeast: 21 },
      // A time stamp and a suffix look the same; they begin with a year and a month.
      pattern: /(?<![0-9A-Za-z_-])(?!(?:19|20)\d{2}(?:0[1-9]|1[0-2]))\d{14}[A-Z]\d{6}(?![0-9A-Za-z_-])/y,
      score: { valid: 0.55, validInContext: 0.9 },
    },
    {
      trigger: { on: "code", atLeast: 10 },
      pattern: /(?<![0-9A-Za-z_-])(?:E[A-Z]?\d{9}|\d{14}[A-Z]\d{6})(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "digits", atLeast: 13 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])\d{3}[ -]?\d{10}(?:[ -]\d{1,2})?(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
    {
      // Record locators, and tickets in other groups.
      trigger: { on: "label" },
      pattern:
        /(?:(?:ETKT|TKT)? ?\d{3}[ -]?\d{4}[ -]?\d{6}|(?=[A-Z]{0,5}\d)(?=\d{0,5}[A-Z])[A-Z0-9]{6}|[A-Z]\d{6,7}|[A-Z]\d{2}[A-Z]\d{6}|E\d{9}|\d{14}[A-Z]\d{6})(?![0-9A-Za-z_-])/y,
      score: { validInContext: 0.75 },
    },
    {
      // 乘客谢明发票号E080798411: the words before it may be read as another label. 12306 writes 订单E080798411.
      trigger: { on: "words", words: ["票号", "票號", "单号", "單號", "订单"] },
      pattern: /(?:[票单單][号號](?:码|碼)?|订单)[:：=是为為 ]{0,3}(?<value>E[A-Z]?\d{9})(?![0-9A-Za-z_-])/y,
      score: { valid: 0.8, validInContext: 0.85 },
    },
  ],
  context:
    "jph,jphm,dzkph,kph,eticket no,e ticketno,eticket number,piaohao,chepiaohao,jipiaohao,ticket no,ticket number,e ticket,e ticket no,e ticket number,eticket,etkt,etkt no,pnr,pnr code,booking reference,booking ref,record locator,confirmation code".split(
      ",",
    ),
  chineseContext: () => labelWords(ticketNumberLabels),
  legal: { tier: "transaction", gbt35273: "other" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "IATA Resolution 792, Bar Coded Boarding Pass, version 8, attachment B",
    "IATA Resolution 722f: electronic tickets of three and ten digits",
    "铁路电子客票号: 21 characters, the fifteenth a letter; 订单号: E and nine digits: customary",
  ],
  examples: {
    found: [
      "【铁路12306】订单⟦E080798411⟧，林先生您已购12月3日G7592次",
      "电子客票号：⟦999-1234567890⟧",
      "ETKT ⟦7811234567890⟧",
      "票号：⟦781 2345678901⟧",
      "車票號\n⟦E111469912⟧\n",
      "乘客谢明发票号⟦E080798411⟧申请退票",
      "订单号：⟦E123456789⟧",
      "⟦65773311671007A034563⟧ 郑州局",
      "PNR: ⟦NXW2B7⟧",
      "車票號：⟦E123456789⟧",
      '{"ticketNo":"⟦999-1234567890⟧"}',
      "订座记录编号：⟦HX4T9Q⟧",
      "⟦M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 100⟧",
      "扫描结果\n⟦M1ZHANG/SANFENG MR    EHX4T9Q PEKCANCZ 3101 083Y021K0057 147>5180 5083BCZ 29784⟧\n完",
    ],
    ignored: [
      "999-1234567890",
      "E123456789",
      "订单号：202401151234567890",
      "20240115123456A123456",
      "M1 芯片",
      "M1/M2/M3 对比",
      "取票号：请在窗口查询",
      "票号 12345",
      "PNR: normal",
    ],
  },
};
