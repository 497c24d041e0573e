import { vinCheck } from "../checksums/vin.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { vinLabels } from "../tables/packed-labels.js";

/** Vehicle identification numbers: with a right check digit by themselves, else behind their label. */
export const vin: Detector = {
  entityType: "vin",
  title: { en: "Vehicle identification number", zh: "车辆识别代号（车架号）" },
  forms: [
    {
      trigger: { on: "code", atLeast: 17 },
      // The last four places are digits, the tenth (model year) is neither U, Z nor 0.
      pattern:
        /(?<![0-9A-Za-z_]|[0-9A-Za-z][+/=-])[A-HJ-NPR-Z0-9]{9}[A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]{3}\d{4}(?![0-9A-Za-z_]|[+/=-][0-9A-Za-z])/y,
      validate: isVin,
      proof: "checksum",
      score: { valid: 0.9, validInContext: 0.98, invalidInContext: 0.7 },
    },
    {
      trigger: { on: "code", atLeast: 17 },
      pattern: /(?<![0-9A-Za-z_])[A-HJ-NPR-Z0-9]{17}(?![0-9A-Za-z_])/iy,
      score: { validInContext: 0.8 },
    },
    {
      // In groups, as registers print it.
      trigger: { on: "label" },
      pattern: /(?=[^\n]{0,20}\d)[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){16}(?![0-9A-Za-z_])/iy,
      score: { validInContext: 0.8 },
    },
  ],
  context:
    "vin,vin no,vin code,vin number,vehicle identification number,frame no,chassis no,chassis number,chejiahao,cjh,cjhm,clsbdm,clsbdh".split(
      ",",
    ),
  chineseContext: () => labelWords(vinLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["GB 16735-2019 道路车辆 车辆识别代号（VIN）, 4.2–4.4 and annex A", "49 CFR 565.15"],
  examples: {
    found: [
      "⟦1M8GDM9AXKP042788⟧",
      "车架号：⟦LSJA24U62JG269225⟧",
      "车辆识别代号⟦LBV5S3102ESJPE655⟧",
      "VIN: ⟦lsja24u62jg269225⟧",
      "车架号：⟦LSJ A24U62 JG269225⟧",
      "VIN ⟦LSJA24U63JG269225⟧ 校验位不对也算",
    ],
    ignored: [
      "LSJA24U63JG269225",
      "ABCDEFGHJKLMN1234",
      "1M8GDM9AXKP0427889",
      "x1M8GDM9AXKP042788",
      "sha512-1M8GDM9AXKP042788/abc",
      "11111111111111111",
      "LOC613P23A1305189",
    ],
  },
};

/** Place of the check digit. */
const CHECK = 8;

function isVin(candidate: string): boolean {
  return vinCheck(candidate) === candidate[CHECK];
}
