import type { DocumentKind } from "./kind.js";

/** A bill for electricity, water, gas, a telephone or the net. */
export const bill: DocumentKind = {
  name: "bill",
  cues: [
    { shape: /^.{0,24}(?:账单|帐单|缴费通知单?|缴费单|电费通知单|水费通知单)$/u, weight: 4 },
    { words: ["户号", "客户编号", "用户编号", "用户号", "客户号", "缴费号码", "业务号码", "计费号码"], weight: 3 },
    { words: ["户名", "客户名称", "用户名称", "机主姓名", "客户姓名"], weight: 2 },
    { words: ["用电地址", "用水地址", "用气地址", "装机地址", "用电类别", "用水性质", "用气性质"], weight: 4 },
    { words: ["计费周期", "账单周期", "账期", "抄表日期", "抄表周期", "本次抄表", "费用周期", "计费账期"], weight: 3 },
    { words: ["上期示数", "本期示数", "上次示数", "本次示数", "上期余额", "本期余额", "上月余额", "倍率"], weight: 3 },
    { words: ["应缴金额", "应缴", "应交金额", "本期应缴", "本期应付", "违约金", "滞纳金", "账户余额"], weight: 3 },
    {
      words: ["套餐费", "套餐", "月固定费", "通话费", "流量费", "话费", "电费", "水费", "燃气费", "宽带费"],
      weight: 2,
    },
    { shape: /^.{0,24}(?:详单|通话清单|话费清单)$/u, weight: 4 },
    { words: ["对方号码", "通话时长", "通话类型", "主叫", "被叫", "起始时间"], weight: 3 },
    { words: ["账期", "套餐", "手机号码"], weight: 1 },
    { words: ["缴费截止", "缴费期限", "缴费方式", "代收"], weight: 2 },
    { words: ["甲方", "乙方", "第一条", "发票代码"], weight: -5 },
  ],
  maxPieces: 150,
  fields: [
    { entityType: "name", labels: ["户名", "机主姓名", "客户姓名", "用户名称", "客户名称"] },
    { entityType: "phone", labels: ["业务号码", "手机号码", "联系电话", "对方号码"] },
    { entityType: "landline", labels: [] },
    { entityType: "bank-card", labels: ["扣款账号"] },
    { entityType: "address", labels: ["用电地址", "用水地址", "用气地址", "装机地址"] },
  ],
};
