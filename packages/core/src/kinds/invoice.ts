import type { DocumentKind } from "./kind.js";

/** A VAT invoice, on paper or fully digital. */
export const invoice: DocumentKind = {
  name: "invoice",
  cues: [
    { shape: /^.{0,20}(?:增值税.{0,8}发票|电子发票).{0,14}$/u, weight: 5 },
    { words: ["发票代码"], weight: 4 },
    { words: ["发票号码"], weight: 3 },
    { words: ["开票日期"], weight: 3 },
    { words: ["纳税人识别号", "统一社会信用代码/纳税人识别号"], weight: 3 },
    { words: ["购买方", "购买方信息", "销售方", "销售方信息"], weight: 2 },
    { words: ["价税合计"], weight: 4 },
    { words: ["税率", "税率/征收率", "税额"], weight: 2 },
    { words: ["校验码", "机器编号", "密码区"], weight: 3 },
    { words: ["开户行及账号", "地址、电话"], weight: 2 },
    { words: ["开票人", "收款人", "复核"], weight: 2 },
    { words: ["甲方", "乙方", "第一条"], weight: -5 },
  ],
  maxPieces: 200,
  fields: [
    { entityType: "name", labels: ["收款人", "复核", "开票人"] },
    // A buyer who is no firm.
    { entityType: "name", labels: ["名称"], value: /^(?!.*(?:公司|[店厂社部局院所处站会]$))\p{Script=Han}{2,4}$/u },
    { entityType: "phone", labels: [] },
    { entityType: "landline", labels: [] },
    { entityType: "address", labels: [] },
    { entityType: "bank-card", labels: [] },
  ],
};
