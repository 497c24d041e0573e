import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { vatInvoiceLabels } from "../tables/packed-labels.js";

/** Numbers and codes of invoices, behind their label. They name a business transaction. */
export const vatInvoice: Detector = {
  entityType: "vat-invoice",
  title: { en: "Invoice number", zh: "发票号码" },
  forms: [
    {
      trigger: { on: "label" },
      pattern:
        /(?:No\.?|№|NO\.?)? ?(?<value>\d{20}|\d{4}(?: \d{4}){4}|\d{12}|\d{10}|\d{8}|\d{5}(?: \d{5}){3})(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.9 },
    },
    {
      trigger: { on: "digits", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])(?:\d{20}|\d{12}|\d{10}|\d{8})(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "fapiao no,fapiao number,fphm,fapiaohaoma,invoice no,invoice number,invoice code,invoice num,fapiao,fapiaohao".split(
      ",",
    ),
  chineseContext: () => labelWords(vatInvoiceLabels),
  legal: { tier: "business" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "国家税务总局公告2024年第11号 (全面数字化的电子发票): 20 digits",
    "国家税务总局 发票代码编制: 10 or 12 digits, 号码 8 digits, 校验码 20 digits: customary",
  ],
  examples: {
    found: [
      "发票号码：⟦24117000000123456789⟧",
      "发票代码：⟦011001900311⟧ 发票号码：⟦12345678⟧",
      "发票号 ⟦12345678⟧",
      "发票代码⟦1100192130⟧",
      "invoice_no: ⟦24117000000123456789⟧",
      "fphm=⟦24117000000123456789⟧",
      "校验码：⟦12345 67890 12345 67890⟧",
    ],
    ignored: ["12345678", "24117000000123456789", "发票号码：123456", "发票号码：2024-01-15", "发票抬头：个人"],
  },
};
