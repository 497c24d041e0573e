/**
 * First two digits of a region code: provinces, autonomous regions, municipalities and special regions of GB/T 2260-2007,
 * 81–83 for residence permits of Hong Kong, Macao and Taiwan residents (国务院令 2018, 港澳台居民居住证申领发放办法 第九条),
 * 91 as GB/T 2260's code for "abroad". To refresh: https://www.mca.gov.cn, "行政区划代码", published yearly.
 */
export const provinces: ReadonlySet<string> = new Set(
  [
    "11 12 13 14 15", // 京 津 冀 晋 蒙
    "21 22 23", // 辽 吉 黑
    "31 32 33 34 35 36 37", // 沪 苏 浙 皖 闽 赣 鲁
    "41 42 43 44 45 46", // 豫 鄂 湘 粤 桂 琼
    "50 51 52 53 54", // 渝 川 贵 云 藏
    "61 62 63 64 65", // 陕 甘 青 宁 新
    "71 81 82 83 91",
  ].flatMap((line) => line.split(" ")),
);
