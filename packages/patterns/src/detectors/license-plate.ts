import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { licensePlateLabels } from "../tables/packed-labels.js";

/** Vehicle plates: blue, yellow, new energy, police, trailer, learner, Hong Kong/Macao, embassy and consulate. */
export const licensePlate: Detector = {
  entityType: "license-plate",
  title: { en: "Licence plate", zh: "车牌号" },
  forms: [
    {
      trigger: { on: "characters", characters: "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使" },
      pattern:
        /(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Z] ?[·•・.-]? ?(?=[A-HJ-NP-Z0-9]{0,5}\d)(?:[DABCEFGHJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[DABCEFGHJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳试超])|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]O ?[·•・.-]? ?[A-HJ-NP-Z0-9]\d{4}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][XS] ?[·•・.-]? ?[A-HJ-NP-Z0-9]?\d{3,4}应急|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?:[A-HJ-NP-Z][·•・.-]?\d{4}|\d{5})领|使 ?[·•・.-]?\d{6}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·•・.]?(?=[a-z0-9]{0,4}\d)(?:\d{5}|[dabcefghjk][a-hj-np-z0-9]\d{4}|\d{5}[dabcefghjk]))(?![0-9A-Za-z]|\.\d)/y,
      score: { valid: 0.85, validInContext: 0.95 },
    },
    {
      // 武警
      trigger: { on: "words", words: ["WJ"] },
      pattern:
        /(?<![A-Za-z0-9])WJ ?(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[·•・.-]? ?\d{4}[0-9A-HJKXTSHBDJ消边通森金警电]|\d{2} ?[·•・.-] ?\d{5}|\d{2} ?[消边通森金警电]\d{4})(?![0-9A-Za-z])/y,
      score: { valid: 0.85, validInContext: 0.95 },
    },
    {
      // 军队: two letters; by themselves they may be any code.
      trigger: { on: "code", atLeast: 5 },
      pattern: /(?<![A-Za-z0-9_])(?!GB)[VKHBSLJNGCE][A-Z][·•・. -]?\d{5}(?![0-9A-Za-z_-])/y,
      score: { validInContext: 0.85 },
    },
    {
      // 军队 with its dot, tractors (农机), temporary and other plates.
      trigger: { on: "label" },
      pattern:
        /(?:[VKHBSLJNGCE][A-Z] ?[·•・.-]? ?\d{5}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\d{2} ?[·•・.-]? ?(?:\d{5}|[0-9A-Z]\d{4})|军[A-Z] ?[·•・.-]? ?\d{5}|\d{6}使|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Za-z] ?[·•・.-]? ?[A-Z0-9]{4,6}[临試试超挂学警港澳领]?)(?![0-9A-Za-z])/iy,
      validate: (candidate) => /\d{2}/.test(candidate),
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "hphm,cph,cphm,license plate,licence plate,license plate no,plate,plate no,plate number,car no,car number,chepai,chepaihao".split(
      ",",
    ),
  chineseContext: () => labelWords(licensePlateLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["GA 36-2018 中华人民共和国机动车号牌, 5.2–5.9"],
  examples: {
    found: [
      "车牌：⟦京A12345⟧",
      "⟦沪A·D12345⟧ 新能源",
      "⟦粤B 12345D⟧",
      "⟦粤Z1234港⟧",
      "⟦闽20401领⟧",
      "⟦苏E8888学⟧",
      "⟦京a12345⟧",
      "⟦京 A12345⟧",
      "⟦京A-12345⟧",
      "⟦京A12345D⟧",
      "⟦京A1234警⟧",
      "⟦京A1234挂⟧",
      "⟦粤X0119应急⟧",
      "⟦京X·A123应急⟧",
      "⟦使123456⟧",
      "⟦沪A0023领⟧",
      "⟦京OA1234⟧",
      "⟦WJ京12345⟧",
      "⟦WJ31-30000⟧",
      "车牌：⟦VA·12345⟧",
      "号牌 ⟦VA12345⟧",
      "车牌号：⟦123456使⟧",
      "⟦浙A·F123挂⟧",
      "plate_no: ⟦京ad12345⟧",
    ],
    ignored: [
      "京A股上涨",
      "沪A指数",
      "云V2ABCDEFG",
      "新X1234567",
      "川ABCDEF",
      "京AI12345",
      "VA12345",
      "车辆标准 GB32960",
      "为123456使用",
      "京A1234",
      "京A.12",
      "云X1.2345",
    ],
  },
};
