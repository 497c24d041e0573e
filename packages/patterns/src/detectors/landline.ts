import { beginsBeforeOne } from "../begins.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { landlineLabels } from "../tables/packed-labels.js";

/** Fixed-line numbers with area code and extension; without an area code or a separator only after a label. */
export const landline: Detector = {
  entityType: "landline",
  title: { en: "Landline number", zh: "固定电话" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 7, begins: beginsBeforeOne },
      // The look ahead is quick to fail.
      pattern:
        /(?=[+(（0])(?<![0-9A-Za-z_+]|\d[.-])(?:(?:\+|00)86[ -]?\(?0?(?:10|2[0-57-9]|[3-9]\d{2})\)?|[(（]0(?:10|2[0-57-9]|[3-9]\d{2})[)）]|0(?:10|2[0-57-9]|[3-9]\d{2})(?:-| (?!20)(?=[2-8]\d{6})))[ -]?[1-9]\d{2,3}[ -]?\d{4}(?: ?(?:-|转|轉|分机|分機|ext\.?) ?\d{1,6})?(?![0-9A-Za-z_]|[.-]\d|-[0-9A-Fa-f]{12}(?![0-9A-Za-z])|\.(?:com|cn|net|org)(?![A-Za-z]))/y,
      score: { valid: 0.75, validInContext: 0.9 },
    },
    {
      // Without a separator, or without an area code.
      trigger: { on: "digits", atLeast: 7 },
      pattern:
        /(?<![0-9A-Za-z_+]|\d[.-])(?![48]00(?:[ -]?\d){7}(?!\d))(?:0(?:10|2[0-57-9]|[3-9]\d{2}) ?|(?=[2-8]))[ -]?[1-9]\d{2,3}[ -]?\d{4}(?: ?(?:-|转|轉|分机|分機|ext\.?) ?\d{1,6})?(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.9 },
    },
    {
      // On the line below its label.
      trigger: { on: "label" },
      pattern:
        /(?![48]00(?:[ -]?\d){7}(?!\d))(?:[(（]?0(?:10|2[0-57-9]|[3-9]\d{2})[)）]? ?-? ?)?[2-8]\d{2,3}[ -]?\d{4}(?: ?(?:-|转|轉|分机|分機|ext\.?) ?\d{1,6})?(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
    {
      // Without its space, which OCR loses: behind a room or a bar, as in signatures and invoices; alone it could be a receipt's.
      trigger: { on: "digits", atLeast: 11, begins: beginsBeforeOne },
      ocr: true,
      pattern:
        /(?<=[|｜] {0,2}|室 ?|[栋幢楼层座元区期#-] ?\d{3,4} )0(?:10|2[0-57-9]|[3-9]\d{2}(?=\d{7}))[2-8]\d{6,7}(?: ?(?:-|转|轉|分机|分機|ext\.?) ?\d{1,6})?(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { valid: 0.6, validInContext: 0.9 },
    },
    {
      // 地址、电话：……, as on invoices: behind the address.
      trigger: { on: "words", words: ["地址、", "地址及", "地址和", "地址,", "地址电话", "地址 电话", "地址電話"] },
      pattern:
        /地址[、及和, ]?(?:联系|聯絡)?[电電][话話](?:号码)?[:： ]{0,3}[^\n:：]{4,80}?(?<![0-9A-Za-z-])(?<value>[(（]?0(?:10|2[0-57-9]|[3-9]\d{2})[)）]?[ -]?[2-8]\d{2,3}[ -]?\d{4}(?: ?(?:-|转|轉|分机|分機) ?\d{1,6})?)(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { valid: 0.92, validInContext: 0.92 },
    },
  ],
  context: "zuoji,gudingdianhua,gddh,tel,telephone,phone,landline,office phone,home phone,phone number".split(","),
  chineseContext: () => labelWords(landlineLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "工业和信息化部《电信网编号计划（2017年版）》: 长途区号",
    "google/libphonenumber resources/PhoneNumberMetadata.xml, CN fixedLine, read 2026-07-17",
  ],
  examples: {
    found: [
      "地址、电话：某大道 385 号翡翠城 ⟦(0755)26123456转8012⟧",
      "地址电话：某大道 385 号 ⟦075526123456⟧",
      "地址、电话：某路12号 ⟦010-6123 3456 转 8012⟧",
      "座机\n⟦(0755) 2612 3456⟧\n",
      "办公电话：⟦010-62345678⟧",
      "⟦(0755)26123456⟧",
      "⟦021-5234 5678⟧",
      "值班 ⟦0571 87654321⟧",
      "⟦0571-87654321转8012⟧",
      "⟦+86-10-62345678⟧",
      "座机 ⟦075526123456⟧",
      "固定电话：⟦62345678⟧",
      "固定电话\n⟦62345678⟧\n",
      "电话：⟦0571 87654321⟧",
      "市話：⟦0755 26123456⟧",
      "回复电话⟦（0755）2612345⟧。",
      "随访电话⟦（020）26123456⟧。",
      "地址、电话：某大道 385 号翡翠城 ⟦028 66178155⟧",
    ],
    ignored: [
      "地址、电话：某大道 385 号 0755 26123456.5",
      "075526123456",
      "2024-0112-3456",
      "0530 20240112",
      "订单号 62345678",
      "400-800-8000",
      "电话：400-800-8000",
      "客服电话：400 8008 000",
      "电话：8008208820",
      "电话：95588",
      "电话：10086",
      "0.10-62345678",
      "客服热线95588",
      "e010-62345678f",
      "1f25f13e-0935-4234-8444-d670f5a4ec91",
      "0370-2345678.net",
    ],
  },
};
