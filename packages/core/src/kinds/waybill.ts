import { addressLine, type DocumentKind } from "./kind.js";

/** The label on a parcel. */
export const waybill: DocumentKind = {
  name: "waybill",
  profile: "waybill",
  cues: [
    { words: ["运单号", "运单编号", "运单号码", "快递单号", "快递运单", "邮件号", "母单号", "子单号"], weight: 4 },
    { words: ["收件人", "收件方", "收货人", "收方", "收件地址", "客户信息", "收件信息"], weight: 3 },
    { words: ["寄件人", "寄件方", "发件人", "发货人", "寄方", "寄件地址"], weight: 3 },
    { shape: /^收(?:[:：\p{Script=Han}].{0,14})?$/u, weight: 1 },
    { shape: /^寄(?:[:：\p{Script=Han}].{0,14})?$/u, weight: 1 },
    {
      words: ["签收人", "签收时间", "签收日期", "签收:", "签收：", "收件人签名", "收件人签署", "客户签字", "客户签名"],
      weight: 3,
    },
    { words: ["您的签字代表", "签字代表", "快件签收", "请您确认包裹", "包裹完好"], weight: 4 },
    { words: ["已验视", "已安检", "已实名", "验视人"], weight: 4 },
    {
      words: ["顺丰", "圆通", "中通", "申通", "韵达", "极兔", "京东快递", "京东物流", "德邦", "菜鸟", "百世", "丹鸟"],
      weight: 3,
    },
    { words: ["快递", "速递", "速运", "快运", "EXPRESS", "特快专递"], weight: 3 },
    { shape: /^.{1,6}(?:快递|速递|速运|快运)$/u, weight: 2 },
    { words: ["付款方式", "寄付月结", "寄付现结", "到付", "月结卡号", "计费重量", "运费"], weight: 2 },
    { words: ["代收货款", "保价声明", "保价", "声明价值", "声明价", "保价金额"], weight: 2 },
    { words: ["托寄物", "内件品名", "内件", "品名", "物品", "重量", "件数"], weight: 1 },
    {
      words: [
        "集包地",
        "集包",
        "大头笔",
        "标准快递",
        "标快",
        "特快",
        "目的地",
        "始发地",
        "始发城市",
        "原寄地",
        "特惠送",
        "特快送",
        "商家订单号",
      ],
      weight: 2,
    },
    { words: ["扫码查件", "扫码查快递", "扫码寄件", "打印时间", "下单时间"], weight: 1 },
    // The sorter's code in the largest print: 571W-A12-086, 312-B07 05.
    { shape: /^\d{3}[A-Z]{0,2}-[A-Z]?\d{2,3}[A-Z]?-?[A-Z]?\d{2,3}[A-Z]?$/, weight: 3 },
    { shape: /^(?:SF|YT|ZTO|STO|JT|JD[A-Z]{0,3}|YD|DPK|E[A-Z])\d{9,15}(?:CN)?$/, weight: 3 },
    { words: ["甲方", "乙方", "发票代码", "合同编号"], weight: -6 },
  ],
  maxPieces: 90,
  fields: [
    {
      entityType: "name",
      labels: ["收件人", "寄件人", "收件方", "寄件方", "收货人", "发件人", "收方", "寄方"],
      // Who stands before a telephone number, whatever the name looks like after a slip of reading.
      shape: /^(?!.{0,3}(?:电话|手机|联系|热线|客服))\p{Script=Han}{2,5}1[3-9]\d{9}$/u,
    },
    {
      entityType: "phone",
      labels: ["收件电话", "寄件电话", "联系电话", "电话", "手机"],
      starred: /(?<!\d)1\d{2}[*＊]{4}\d{4}(?!\d)/,
    },
    { entityType: "landline", labels: [] },
    { entityType: "address", labels: ["收件地址", "寄件地址", "收货地址", "地址"], shape: addressLine },
    {
      entityType: "tracking-number",
      labels: ["运单号", "运单编号", "快递单号", "邮件号", "母单号", "子单号"],
      shape: /^(?:[A-Z]{2,4}\d{10,15}|(?!1[3-9]\d{9}$|69\d{11}$|20\d{12}$)\d{11,15}|[A-Z]{2}\d{9}CN)$/,
    },
  ],
};
