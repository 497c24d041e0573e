import { addressLine, type DocumentKind } from "./kind.js";

/** A page of a household register: the household's first page, or one of a member. */
export const householdRegister: DocumentKind = {
  name: "household-register",
  profile: "id-copy",
  cues: [
    { words: ["常住人口登记卡", "居民户口簿", "户口簿"], weight: 6 },
    { words: ["户主或与户主关系", "与户主关系", "户主姓名"], weight: 4, isOnce: true },
    { words: ["户别", "户号"], weight: 3 },
    { words: ["曾用名"], weight: 3 },
    { words: ["籍贯", "出生地"], weight: 2 },
    { words: ["文化程度", "婚姻状况", "宗教信仰", "血型", "身高"], weight: 2 },
    { words: ["兵役状况", "服务处所", "本市(县)其他住址", "本市（县）其他住址"], weight: 4 },
    { words: ["何时由何地迁来本市", "何时由何地迁来本址", "何时由何地迁来"], weight: 5 },
    { words: ["公民身份证件编号"], weight: 3 },
    { words: ["承办人签章", "登记日期", "户口登记机关", "住址变动登记"], weight: 2 },
    { words: ["甲方", "乙方", "第一条", "工作经历", "求职意向"], weight: -6 },
  ],
  maxPieces: 90,
  fields: [
    { entityType: "name", labels: ["姓名", "曾用名", "户主姓名"] },
    { entityType: "id-card", labels: ["公民身份证件编号", "公民身份号码"] },
    { entityType: "birth-date", labels: ["出生日期"] },
    { entityType: "address", labels: ["住址", "本市(县)其他住址", "其他住址"], shape: addressLine },
  ],
};
