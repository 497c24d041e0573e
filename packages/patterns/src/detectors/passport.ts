import { isPassportLine } from "../checksums/travel-document.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { passportLabels } from "../tables/packed-labels.js";

/** Passports: the machine-readable zone by itself, a number only behind its label. */
export const passport: Detector = {
  entityType: "passport",
  title: { en: "Passport", zh: "护照" },
  forms: [
    {
      trigger: { on: "words", words: ["P<", "PO", "PE", "PD", "PS", "PV"] },
      pattern:
        /(?<![A-Za-z0-9])P[A-Z<][A-Z]{3}(?:[A-Z<] ?){39}\s{0,4}[A-Z0-9<]{9}\d[A-Z<]{3}(?:[A-Z0-9<] ?){31}(?![A-Za-z0-9])/y,
      validate: (candidate) => isPassportLine(candidate.replace(/\s/g, "").slice(LINE)),
      proof: "machine-readable zone, checksum",
      score: { valid: 0.98, validInContext: 0.99 },
    },
    {
      // A first line whose second line is damaged still holds the name.
      trigger: { on: "words", words: ["P<", "PO", "PE", "PD", "PS", "PV"] },
      pattern:
        /(?<![A-Za-z0-9])P[A-Z<][A-Z]{3}[A-Z]{1,36}<(?:[A-Z<] ?){4,37}<(?:\s{1,4}[A-Z0-9<]{9,44}(?=[^A-Z0-9<]|$))?/y,
      validate: (candidate) => /^[^\s]{40,}/.test(candidate) && candidate.includes("<<"),
      proof: "machine-readable zone",
      score: { valid: 0.85, validInContext: 0.95 },
    },
    {
      trigger: { on: "code", atLeast: 20 },
      pattern: /(?<![A-Za-z0-9<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[\d<]\d(?![A-Za-z0-9])/y,
      validate: isPassportLine,
      proof: "machine-readable zone, checksum",
      score: { valid: 0.97, validInContext: 0.99 },
    },
    {
      trigger: { on: "code", atLeast: 8 },
      pattern:
        /(?<![0-9A-Za-z_])(?:E[A-HJ-NP-Z]\d{7}|[EG]\d{8}|(?:PE|SE|DE|MA|KJ)\d{7}|[PSD]\d{7,8}|[KH]\d{8})(?![0-9A-Za-z_-])/iy,
      score: { validInContext: 0.9 },
    },
    {
      trigger: { on: "digits", atLeast: 9 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])1[45]\d{7}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
    {
      // Passports of other countries, and numbers printed apart from their series letter.
      trigger: { on: "label" },
      pattern: /(?=[^\d\n]{0,3}\d)[A-Z]{0,3}[ .]?\d{5,9}[A-Z]?\d?(?![0-9A-Za-z_-])/iy,
      validate: (candidate) => /[A-Z]/i.test(candidate) || candidate.length >= FOREIGN_LENGTH,
      score: { validInContext: 0.75 },
    },
  ],
  context:
    "hzhm,huzhaohaoma,passport,passport no,passport number,passport num,passport id,travel document,travel document no,huzhao,huzhaohao".split(
      ",",
    ),
  chineseContext: () => labelWords(passportLabels),
  legal: { tier: "general", gbt35273: "identity" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "ICAO Doc 9303-4, 4.2.2 (machine-readable zone of size 3 documents)",
    "公安部出入境管理局公告 2012-05-15 (E 字头), 国家移民管理局 (E 后加字母): series of ordinary passports, customary",
    "外交、公务护照和港澳特区护照号码: series, customary",
  ],
  examples: {
    found: [
      "护照号码：⟦E12345678⟧",
      '{"passportNo":"⟦E12345678⟧"}',
      "护照⟦EA1234567⟧，有效期至2030年",
      "證件號碼 ⟦G12345678⟧",
      "Passport No. ⟦G12345678⟧",
      "passport_no=⟦PE1234567⟧",
      "护照：⟦141234567⟧",
      "⟦P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10⟧",
      "⟦L898902C36UTO7408122F1204159ZE184226B<<<<<10⟧",
      "⟦POCHNZHANG<<SAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<⟧",
    ],
    ignored: [
      "型号 E12345678",
      "G12345678",
      "护照：E123456789012",
      "护照办理流程 2024",
      "new Map<P<CHN>>()",
      "L898902C36UTO7408122F1204159ZE184226B<<<<<11",
      "护照工本费 120 元",
    ],
  },
};

/** ICAO Doc 9303-4: characters of a line. */
const LINE = 44;
/** Passports whose number is all digits have nine (United States, United Kingdom). */
const FOREIGN_LENGTH = 9;
