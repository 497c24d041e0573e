import type { DocumentKind } from "./kind.js";

/** What a till prints for a customer. */
export const tillReceipt: DocumentKind = {
  name: "till-receipt",
  profile: "receipt",
  cues: [
    { words: ["收银员", "收款员", "收银机", "收银台", "营业员"], weight: 3 },
    { words: ["机号", "款台", "POS机", "班次"], weight: 1 },
    { words: ["流水号", "小票号", "交易号", "单据号", "销售单号"], weight: 2 },
    { words: ["购物小票", "销售小票", "结账单", "小票"], weight: 4 },
    { words: ["品名", "商品名称", "商品", "菜品", "货号"], weight: 1 },
    { words: ["数量", "单价", "金额", "小计"], weight: 1 },
    { words: ["合计", "总计", "总额", "总金额", "应收", "应付"], weight: 2 },
    { words: ["实收", "实付", "付款", "现金", "支付方式", "微信支付", "支付宝"], weight: 2 },
    { words: ["找零", "找赎"], weight: 4 },
    { words: ["优惠", "折扣", "积分", "会员积分"], weight: 1 },
    { words: ["会员卡号", "会员号", "会员手机", "会员卡", "会员"], weight: 2 },
    { words: ["谢谢惠顾", "欢迎光临", "欢迎再次光临", "凭此小票", "凭小票", "请妥善保管", "谢谢光临"], weight: 4 },
    { shape: /^69\d{11}$/, weight: 2 },
    { shape: /^\d{4}[-/]\d{2}[-/]\d{2}\d{2}:\d{2}(?::\d{2})?$/, weight: 1 },
    { words: ["甲方", "乙方", "发票代码", "价税合计", "纳税人识别号", "商户编号"], weight: -5 },
  ],
  maxPieces: 150,
  fields: [
    { entityType: "bank-card", starred: /\d{4,6}[*＊xX]{4,12}\d{3,4}/, labels: ["卡号"] },
    {
      entityType: "member-number",
      labels: ["会员卡号", "会员号", "会员编号", "会员ID", "会员卡", "VIP卡号", "VIP号", "储值卡号"],
    },
    { entityType: "phone", labels: ["会员手机", "手机号", "手机"] },
    { entityType: "name", labels: ["会员姓名", "会员"] },
  ],
};
