import { addressLine, type DocumentKind } from "./kind.js";

/** The main page of a vehicle licence (GA 37-2008), and its second page. */
export const vehicleLicence: DocumentKind = {
  name: "vehicle-licence",
  profile: "id-copy",
  cues: [
    { words: ["中华人民共和国机动车行驶证", "机动车行驶证", "VEHICLELICENSEOFTHEPEOPLE", "行驶证"], weight: 6 },
    { words: ["号牌号码", "PLATENO"], weight: 3 },
    { words: ["车辆类型", "VEHICLETYPE"], weight: 3 },
    { words: ["所有人", "OWNER"], weight: 2 },
    { words: ["使用性质", "USECHARACTER"], weight: 3 },
    { words: ["品牌型号", "MODEL"], weight: 2 },
    { words: ["车辆识别代号", "VIN"], weight: 3, isOnce: true },
    { words: ["发动机号码", "发动机号", "ENGINENO"], weight: 3 },
    { words: ["注册日期", "REGISTERDATE"], weight: 2 },
    { words: ["核定载人数", "整备质量", "外廓尺寸", "检验记录", "总质量"], weight: 3 },
    { words: ["档案编号"], weight: 2 },
    { words: ["甲方", "乙方", "第一条", "保险单", "车价", "购车方", "投保人"], weight: -6 },
  ],
  maxPieces: 60,
  fields: [
    { entityType: "license-plate", labels: ["号牌号码", "PLATENO"] },
    { entityType: "name", labels: ["所有人", "OWNER"] },
    { entityType: "address", labels: ["住址", "ADDRESS"], shape: addressLine },
    { entityType: "vin", labels: ["车辆识别代号", "VIN"] },
  ],
};
