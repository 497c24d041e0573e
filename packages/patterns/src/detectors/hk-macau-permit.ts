import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { hkMacauPermitLabels } from "../tables/packed-labels.js";

/** Permits for travel between the mainland and Hong Kong or Macao, both ways; the number only behind its label. */
export const hkMacauPermit: Detector = {
  entityType: "hk-macau-permit",
  title: { en: "Hong Kong and Macao travel permit", zh: "港澳通行证" },
  forms: [
    {
      trigger: { on: "code", atLeast: 9 },
      pattern: /(?<![0-9A-Za-z_])(?:C[A-HJ-NP-Z]\d{7}|[CW]\d{8}|[HM]\d{8}(?:\d{2})?)(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.9 },
    },
    {
      // Series letter apart, or the edition in brackets.
      trigger: { on: "label" },
      pattern: /(?:C[A-HJ-NP-Z] ?\d{7}|[CWHM] ?\d{8})(?: ?\d{2}| ?[(（]\d{1,2}[)）])?(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.9 },
    },
  ],
  context:
    "gatxz,gatxzh,gatxzhm,hxz,hxzh,hk macau permit,hk macao permit,hk macau pass,hk macao pass,hong kong macau permit,eep no,hrp no,home return permit no,gangaotongxingzheng,huixiangzhenghao,home return permit,mainland travel permit,hrp,eep,exit entry permit,travel permit,travel permit no,permit no,permit number,huixiangzheng,tongxingzheng".split(
      ",",
    ),
  chineseContext: () => labelWords(hkMacauPermitLabels),
  legal: { tier: "general", gbt35273: "identity" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "中国公民往来港澳地区管理办法; series C, and W of the older booklet: customary",
    "港澳居民来往内地通行证 (回乡证): H or M, eight digits, two of the edition: customary",
  ],
  examples: {
    found: [
      "往来港澳通行证：⟦C12345678⟧",
      "港澳通行证号码 ⟦CA1234567⟧",
      "回乡证号⟦H12345678⟧",
      "回鄉證號碼：⟦M1234567801⟧",
      "证件号码：⟦H12345678(01)⟧",
      "travel_permit_no: ⟦W12345678⟧",
      '{"hkMacauPermit":"⟦C12345678⟧"}',
      "gatxz=⟦CS1796831⟧",
    ],
    ignored: [
      "C12345678",
      "型号H12345678",
      "回乡证：H1234567",
      "通行证办理须知 2024",
      "M12345678901",
      "港澳通行证 CI1234567",
    ],
  },
};
