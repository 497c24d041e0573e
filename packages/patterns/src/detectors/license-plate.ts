import type { Detector } from "../detector.js";

/** Vehicle plates: blue, yellow, new energy, police, trailer, learner, Hong Kong/Macao, embassy and consulate. */
export const licensePlate: Detector = {
  entityType: "license-plate",
  title: { en: "Licence plate", zh: "车牌号" },
  sources: ["GA 36-2018 中华人民共和国机动车号牌, 5.2–5.9"],
  forms: [
    {
      trigger: { on: "characters", characters: "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使" },
      pattern:
        /(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z] ?[·•・.-]? ?(?=[A-HJ-NP-Z0-9]{0,5}\d)(?:[DABCEFGHJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[DABCEFGHJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])|[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\d{5}领|使 ?\d{6}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·•・.]?\d{5})(?![0-9A-Za-z])/y,
      score: { valid: 0.85, validInContext: 0.95 },
    },
  ],
  context: "车牌 车牌号 车牌号码 号牌 号牌号码 车号 车辆 車牌 車牌號 車牌號碼"
    .split(" ")
    .concat("license plate,licence plate,plate,plate no,plate number".split(",")),
  legal: { tier: "general" },
  examples: {
    found: [
      "车牌：⟦京A12345⟧",
      "⟦沪A·D12345⟧ 新能源",
      "⟦粤B 12345D⟧",
      "⟦粤Z1234港⟧",
      "⟦闽20401领⟧",
      "⟦苏E8888学⟧",
      "⟦京a12345⟧",
    ],
    ignored: ["京A股上涨", "沪A指数", "云V2ABCDEFG", "新X1234567", "川ABCDEF", "京AI12345"],
  },
};
