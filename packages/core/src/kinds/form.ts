import { addressLine, type DocumentKind } from "./kind.js";

/** A form that somebody filled in, often by hand: a registration, an application. */
export const form: DocumentKind = {
  name: "form",
  cues: [
    { shape: /^.{0,24}(?:登记表|申请表|报名表|申请书|登记卡|信息表|申报表|审批表)(?:[（(].{0,12})?$/u, weight: 6 },
    { words: ["姓名"], weight: 2 },
    { words: ["性别", "民族", "籍贯", "政治面貌", "婚姻状况"], weight: 2 },
    { words: ["身份证号", "身份证号码", "证件号码", "公民身份号码"], weight: 2 },
    { words: ["联系电话", "电话", "手机", "手机号码", "联系方式"], weight: 2 },
    { words: ["住址", "家庭住址", "地址", "通讯地址", "通信地址", "现住址"], weight: 2 },
    { words: ["出生年月", "出生日期"], weight: 1 },
    { words: ["申请人签名", "申请人签字", "本人签名", "填表日期", "填表人"], weight: 2 },
    { words: ["甲方", "乙方", "第一条", "工作经历", "求职意向"], weight: -6 },
  ],
  maxPieces: 150,
  fields: [
    { entityType: "name", labels: ["姓名", "监护人姓名"] },
    { entityType: "phone", labels: ["联系电话", "手机号码", "手机", "电话"] },
    { entityType: "id-card", labels: ["身份证号码", "身份证号", "公民身份号码"] },
    { entityType: "birth-date", labels: ["出生年月", "出生日期"] },
    { entityType: "address", labels: ["家庭住址", "通讯地址", "现住址", "住址", "地址"], shape: addressLine },
  ],
};
