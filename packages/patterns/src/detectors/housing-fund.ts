import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { housingFundLabels } from "../tables/packed-labels.js";

/** Accounts of the housing provident fund, behind their label. */
export const housingFund: Detector = {
  entityType: "housing-fund",
  title: { en: "Housing fund account", zh: "公积金账号" },
  forms: [
    {
      trigger: { on: "label" },
      pattern: /(?=[A-Z]{0,4}[ -]?\d{3})[A-Z0-9](?:[ -]?[A-Z0-9]){5,19}(?![0-9A-Za-z_]|[.,，]\d)/iy,
      validate: (candidate) => !/^(?:19|20)\d{2}-/.test(candidate),
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "digits", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])\d{8,20}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "housing fund number,provident fund,provident fund no,provident fund number,housing fund,housing fund account,housing fund no,provident fund account,gjj,gjjzh,gongjijin,gongjijinzhanghao".split(
      ",",
    ),
  chineseContext: () => labelWords(housingFundLabels),
  legal: { tier: "transaction", sensitive: "financial", gbt35273: "property" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["JGJ/T 320-2014 住房公积金基础数据标准: 个人账号, up to 20 characters, set by each city"],
  examples: {
    found: [
      "公积金账号：⟦110105198801⟧",
      "住房公积金账号 ⟦0571123456789⟧",
      "公积金个人账号⟦33010012345678⟧",
      "公积金账号：⟦GJJ20240001⟧",
      "housing_fund_no: ⟦880012345678⟧",
      "公積金號碼：⟦880012345678⟧",
      "providentFundNo=⟦880012345678⟧",
    ],
    ignored: [
      "公积金账号：2024-05-01",
      "110105198801",
      "住房公积金 1,200.00",
      "公积金贷款 2024",
      "公积金：2024-01-15",
      "公积金缴存比例 12%",
    ],
  },
};
