import type { Chance } from "../chance.ts";
import { type Place, places } from "./places.ts";

const ROAD_NAMES = [
  "中山",
  "人民",
  "解放",
  "建设",
  "新华",
  "和平",
  "文化",
  "滨江",
  "学府",
  "迎宾",
  "长江",
  "黄河",
  "珠江",
  "淮海",
  "平安",
  "康宁",
  "凤凰",
  "桃园",
  "金桥",
  "银杏",
  "梧桐",
  "湖滨",
  "东湖",
  "西园",
  "南苑",
  "北环",
  "科创",
  "创业",
  "兴业",
  "同心",
  "玉兰",
  "紫荆",
  "龙腾",
  "翠微",
  "江南",
  "海棠",
  "青年",
  "富强",
  "振兴",
  "花园",
  "石桥",
  "体育场",
  "火车站前",
  "纬七",
]; // prettier-ignore
const ROAD_KINDS = ["路", "路", "路", "大道", "街", "东路", "西路", "南路", "北路", "大街", "中路"];
const ESTATES = [
  "阳光花园",
  "锦绣家园",
  "碧水湾",
  "万象府",
  "金色年华",
  "翡翠城",
  "世纪新村",
  "望江名邸",
  "香樟雅苑",
  "和谐小区",
  "滨河苑",
  "御景园",
  "时代公馆",
  "保利香槟国际",
  "绿城蓝庭",
  "中海国际社区",
  "华润橡树湾",
  "融创壹号院",
  "怡景新苑",
  "东方名城",
]; // prettier-ignore
const TOWERS = [
  "国贸中心",
  "环球大厦",
  "科技大厦",
  "创新广场",
  "财富中心",
  "万达广场",
  "软件园",
  "银河SOHO",
  "金融中心",
];
const TOWNS = [
  "城关镇",
  "河口镇",
  "新安镇",
  "白马镇",
  "石龙镇",
  "双桥乡",
  "清溪镇",
  "大王庄乡",
  "柳林镇",
  "太平街道",
  "东关街道",
];
const VILLAGES = [
  "李家村",
  "王庄村",
  "上坝村",
  "石门村",
  "下湾村",
  "桥头村",
  "马家沟村",
  "前进村",
  "红旗村",
  "杨树林村",
  "三合村",
];

/** A house or flat on the mainland, in one of the ways people write it. */
export function addressOf(c: Chance, place: Place = c.pick(places)): string {
  return regionOf(c, place) + homeOf(c, place);
}

/** An address that is written from the district or the road on, as to somebody in the same city. */
export function shortAddressOf(c: Chance, place: Place = c.pick(places)): string {
  return (c.oneIn(2) ? place.district : `${bare(place.city || place.province)}${place.district}`) + homeOf(c, place);
}

function regionOf(c: Chance, { province, city, district }: Place): string {
  return c.pick([
    province + city + district,
    province + city + district,
    `${province} ${city || "市辖区"} ${district} `,
    (city || province) + district,
    bare(province) + bare(city) + district,
    `${bare(province)}${city || "市"}${district}`,
  ]);
}

function bare(unit: string): string {
  return unit.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|地区|白族自治州)$/, "");
}

function homeOf(c: Chance, place: Place): string {
  const road = c.pick(ROAD_NAMES) + c.pick(ROAD_KINDS);
  const number = c.from(1, 1999);
  const [block, unit] = [c.from(1, 38), c.from(1, 4)];
  const room = `${c.from(1, 32)}0${c.from(1, 8)}`;
  const rural = () => `${c.pick(TOWNS)}${c.pick(VILLAGES)}`;
  if (/[县旗]$/.test(place.district) && !c.oneIn(3)) {
    return c.pick([
      `${rural()}${c.from(1, 18)}组${c.from(1, 120)}号`,
      `${rural()}${c.from(1, 300)}号`,
      `${c.pick(TOWNS)}${road}${number}号`,
      `${rural()}${c.pick(["东", "西", "南", "北"])}街${c.from(1, 90)}号`,
    ]);
  }
  if (place.province === "上海市" && c.oneIn(2)) return `${road}${number}弄${block}号${room}室`;
  if (place.province === "北京市" && c.oneIn(4))
    return `${c.pick(ROAD_NAMES)}胡同${c.from(1, 99)}号院${block}号楼${unit}单元${room}`;
  const estate = c.pick(ESTATES);
  return c.pick([
    `${road}${number}号${estate}${block}幢${unit}单元${room}室`,
    `${road}${number}号${block}栋${room}`,
    `${road}${number}号${estate}${block}-${unit}-${room}`,
    `${road}${number}号院${block}号楼${unit}单元${room}号`,
    `${road}${number}号`,
    `${road}与${c.pick(ROAD_NAMES)}路交叉口${estate}${block}号楼${room}室`,
    `${c.pick(TOWNS)}${road}${number}号${block}栋${room}室`,
    `${road}${number}号${c.pick(TOWERS)}${c.pick(["A", "B", "C"])}座${c.from(3, 32)}层${room}室`,
    `${road} ${number} 号 ${estate} ${block} 栋 ${unit} 单元 ${room}`,
    `${estate}${c.pick(["一", "二", "三", "四"])}期${block}栋${unit}单元${room}`,
    `${estate}${c.pick(["东", "西", "南"])}区${block}#${room}`,
    `${road}${number}号附${c.from(1, 20)}号`,
  ]);
}

const TAIWAN = [
  "台北市大安區",
  "臺北市信義區",
  "新北市板橋區",
  "台中市西屯區",
  "臺南市東區",
  "高雄市三民區",
  "桃園市中壢區",
];
const TAIWAN_ROADS = ["和平東路二段", "忠孝路", "中正路", "民生東路五段", "復興南路一段", "成功路", "自由路三段"];
const HONG_KONG = [
  "九龍旺角彌敦道",
  "香港灣仔軒尼詩道",
  "新界沙田大涌橋路",
  "九龍觀塘開源道",
  "香港中環德輔道中",
  "新界荃灣青山公路",
]; // prettier-ignore

/** A home in Taiwan or Hong Kong, in traditional characters. */
export function traditionalAddressOf(c: Chance): string {
  const number = c.from(1, 699);
  if (c.oneIn(2))
    return `${c.pick(HONG_KONG)}${number}號${c.pick(["", "富豪大廈", "康怡花園"])}${c.from(2, 38)}樓${c.pick([..."ABCDEF"])}室`;
  const lane = c.oneIn(3) ? `${c.from(2, 300)}巷${c.from(1, 20)}弄` : "";
  return `${c.pick(TAIWAN)}${c.pick(TAIWAN_ROADS)}${lane}${number}號${c.from(2, 18)}樓${c.oneIn(2) ? `之${c.from(1, 9)}` : ""}`;
}
