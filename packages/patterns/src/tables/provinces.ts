/**
 * 京 津 冀 晋 蒙, 辽 吉 黑, 沪 苏 浙 皖 闽 赣 鲁, 豫 鄂 湘 粤 桂 琼, 渝 川 贵 云 藏, 陕 甘 青 宁 新, 台, 港澳台, and abroad: GB/T 2260-2007, with
 * 81–83 for residence permits of Hong Kong, Macao and Taiwan residents (国务院令 2018, 港澳台居民居住证申领发放办法 第九条). To refresh:
 * https://www.mca.gov.cn, "行政区划代码", published yearly.
 */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Whether a region code is of a province, an autonomous region, a municipality or a special region, by its first two digits. */
export function isInProvince(code: string): boolean {
  return PROVINCE.test(code);
}
