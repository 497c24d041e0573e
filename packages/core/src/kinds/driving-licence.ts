import { addressLine, type DocumentKind } from "./kind.js";

/** The main page of a driving licence (GA 482-2012), and its second page. */
export const drivingLicence: DocumentKind = {
  name: "driving-licence",
  profile: "id-copy",
  cues: [
    { words: ["中华人民共和国机动车驾驶证", "机动车驾驶证", "DRIVINGLICENSEOFTHEPEOPLE", "驾驶证"], weight: 6 },
    { words: ["准驾车型", "CLASS"], weight: 4, isOnce: true },
    { words: ["初次领证日期", "DATEOFFIRSTISSUE"], weight: 5 },
    { words: ["国籍", "NATIONALITY"], weight: 2 },
    { words: ["证号", "LICENSENO"], weight: 1 },
    { words: ["有效期限", "VALIDPERIOD", "有效起始日期"], weight: 2 },
    { words: ["姓名", "NAME"], weight: 1 },
    { words: ["住址", "ADDRESS"], weight: 1 },
    { words: ["出生日期", "DATEOFBIRTH"], weight: 1 },
    { words: ["档案编号"], weight: 3 },
    { words: ["车辆管理所", "交通警察支队"], weight: 1 },
    { words: ["甲方", "乙方", "第一条", "号牌号码", "学历"], weight: -6 },
  ],
  maxPieces: 50,
  hasPortrait: true,
  fields: [
    { entityType: "name", labels: ["姓名", "NAME"] },
    { entityType: "id-card", labels: ["证号", "LICENSENO"] },
    { entityType: "birth-date", labels: ["出生日期", "DATEOFBIRTH"] },
    { entityType: "address", labels: ["住址", "ADDRESS"], shape: addressLine },
  ],
  // Millimetres of the card, which is 88 × 60.
  layout: {
    anchors: [
      { words: ["姓名"], at: { x: 5, y: 18.3 } },
      { words: ["住址"], at: { x: 5, y: 24.7 } },
      { words: ["出生日期"], at: { x: 28, y: 36.1 } },
      { words: ["初次领证日期"], at: { x: 28, y: 42 } },
      { words: ["准驾车型"], at: { x: 28, y: 47.8 } },
    ],
    portrait: { x: 63, y: 32.5, width: 21.5, height: 26 },
  },
};
