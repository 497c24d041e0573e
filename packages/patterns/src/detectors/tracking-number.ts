import { s10Check } from "../checksums/s10.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { trackingNumberLabels } from "../tables/packed-labels.js";
import { postalCountries } from "../tables/postal-countries.js";

/** Waybill numbers of the carriers in China: with their letters by themselves, all digits only behind their label. */
export const trackingNumber: Detector = {
  entityType: "tracking-number",
  title: { en: "Waybill number", zh: "快递单号" },
  forms: [
    {
      trigger: { on: "code", atLeast: 13 },
      // 顺丰, 圆通, 极兔, 德邦, 京东, 菜鸟, 韵达, 申通, 中通, 邮政
      pattern:
        /(?<![0-9A-Za-z_+/=]|[0-9A-Za-z]-)(?:SF[0-9A-Z]\d{12}|YT\d{13}|JT\d{13}|DPK\d{12}|DPL?\d{12}|JD[0-9A-Z]{2}\d{11}(?:-\d{1,3}-\d{1,3}-?)?|LP\d{14}|CN\d{13}|YD\d{13}|ST\d{13}|ZT\d{13}|P[A-Z]\d{11})(?![0-9A-Za-z_+/=])/iy,
      score: { valid: 0.6, validInContext: 0.9 },
    },
    {
      trigger: { on: "code", atLeast: 13 },
      pattern: /(?<![0-9A-Za-z_+/=]|[0-9A-Za-z]-)[A-Z]{2}\d{9}[A-Z]{2}(?![0-9A-Za-z_+/=-])/y,
      validate: isPostalItem,
      proof: "checksum, country",
      score: { valid: 0.7, validInContext: 0.95, invalidInContext: 0.6 },
    },
    {
      trigger: { on: "label" },
      pattern: /(?!UA-)(?=[A-Z]{0,4}[ -]?\d)[0-9A-Z](?:[ -]?[0-9A-Z]){7,29}(?![0-9A-Za-z_])/iy,
      validate: (candidate) => {
        const plain = candidate.replace(/[ -]/g, "");
        return /\d{6}/.test(plain) && plain.length <= MAX_LENGTH;
      },
      score: { validInContext: 0.8 },
    },
    {
      trigger: { on: "digits", atLeast: 10 },
      pattern: /(?<![0-9A-Za-z_+]|\d[.-])\d{10,18}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.8 },
    },
    {
      // What a courier tells: 您的中通快递包裹（76530713129000）.
      trigger: { on: "words", words: ["包裹", "快件", "快递"] },
      pattern:
        /(?:包裹|快件|快递) ?[（(【[]?(?<value>(?<=[（(【[])[A-Z]{0,4}\d{10,18}(?=[)）】\]])|\d{12,15}(?![0-9A-Za-z]|[.:-]\d))/y,
      score: { valid: 0.75, validInContext: 0.85 },
    },
    {
      // Asked for in one message, told in the next.
      trigger: { on: "words", words: ["单号", "單號"] },
      pattern:
        /(?<![订訂])[单單][号號](?=[^\d\n]{0,6}(?:发|發|给|給|多少|告诉|呢|？|\?))[^\n]{0,12}\n[\s\S]{0,64}?(?<![0-9A-Za-z:.-])(?<value>\d{12,15})(?![0-9A-Za-z]|[.:-]\d)/y,
      score: { valid: 0.6, validInContext: 0.8 },
    },
    {
      // Told in a message, by nothing but that word.
      trigger: { on: "words", words: ["单号", "單號"] },
      pattern: /(?<!\p{Script=Han})[单單][号號][:：是 ]{0,2}(?<value>[A-Z]{0,3}\d{12,15})(?![0-9A-Za-z]|[.:-]\d)/uy,
      score: { valid: 0.6, validInContext: 0.8 },
    },
  ],
  context:
    "ydh,kddh,wldh,tracking no,tracking number,tracking code,tracking id,waybill,waybill no,waybill number,express no,express number,awb,awb no,shipment no,logistics no,yundanhao,kuaididanhao,wuliudanhao".split(
      ",",
    ),
  chineseContext: () => labelWords(trackingNumberLabels),
  legal: { tier: "transaction" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "UPU S10-12 (international postal items)",
    "YZ/T 0148 快递电子运单: the number is the carrier's own; series as in BF-zh/Courier-Validation src/pattern, read 2026-11",
  ],
  examples: {
    found: [
      "快递单号：⟦SF1385628716739⟧",
      "您的中通快递包裹（⟦76530713129000⟧）已放入快递柜",
      "已寄出，⟦YT8962646785389⟧",
      "⟦JT5261988016578⟧已签收",
      "⟦DPK202252612836⟧",
      "⟦JDX024407261700⟧",
      "中通 运单号 ⟦73610555582883⟧",
      "申通单号：⟦773277027280336⟧",
      "韵达运单号：⟦463431409940372⟧",
      "邮件号码⟦1207119765021⟧",
      "⟦RA473124829CN⟧",
      "邮件号码：⟦RA 473 124 829 CN⟧",
      "tracking_no: ⟦LP00123456789012⟧",
      "logisticsNo=⟦773277027280336⟧",
      "运单号：⟦SF 1385 6287 1673 9⟧",
      "您的中通快递包裹（⟦76089108178640⟧）已放入2号柜",
      "您的包裹⟦446518754176081⟧已由快递员派送",
      "明天发，单号⟦774533689671571⟧",
      "[13:34] 小林: 单号发我下\n[13:36] 店家: ⟦76070698862739⟧",
    ],
    ignored: [
      "73610555582883",
      "463431409940372",
      "RA473124828CN",
      "RB123456785XX",
      "SF13856287167390",
      "xSF1385628716739",
      "订单号 773277027280336",
      "检验单号 773277027280336",
      "tracking number of the package",
      "快递单号：详见附件",
      "订单号发我\n76070698862739",
      "这批包裹（2024年度）",
      "barcode;tracking_number\n6988143598605;",
      "google_analytics_tracking_id = UA-12345678-2",
      "sha512-SF1385628716739/abc",
    ],
  },
};

/** The longest number of a carrier (申通, with room for a suffix). */
const MAX_LENGTH = 24;

function isPostalItem(candidate: string): boolean {
  return postalCountries.has(candidate.slice(-2)) && s10Check(candidate.slice(2, 10)) === candidate[10];
}
