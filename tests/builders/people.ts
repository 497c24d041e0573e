/** An invented person. Check digits and prefixes are right; nobody has these values. */
export interface Person {
  readonly name: string;
  /** As tickets and cards print it: LIN/SIYUAN. */
  readonly latinName: string;
  readonly gender: "男" | "女";
  /** YYYYMMDD. */
  readonly birth: string;
  readonly idCard: string;
  readonly phone: string;
  readonly landline: string;
  readonly bankCard: string;
  readonly address: string;
  readonly email: string;
  readonly plate: string;
}

/** A source of numbers in [0, below), the same for the same seed (Numerical Recipes' linear congruential generator). */
export type Dice = (below: number) => number;

/** Dice that always fall the same way. */
export function diceOf(seed: number): Dice {
  // Neighbouring seeds would fall alike: spread them first (Knuth's multiplicative hash).
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SURNAMES = [
  ["林", "LIN"],
  ["陈", "CHEN"],
  ["周", "ZHOU"],
  ["徐", "XU"],
  ["沈", "SHEN"],
  ["方", "FANG"],
  ["许", "XU"],
  ["谢", "XIE"],
  ["曹", "CAO"],
  ["邓", "DENG"],
  ["潘", "PAN"],
  ["欧阳", "OUYANG"],
] as const;
const GIVEN = [
  ["晓峰", "XIAOFENG"],
  ["静怡", "JINGYI"],
  ["文博", "WENBO"],
  ["雨桐", "YUTONG"],
  ["建国", "JIANGUO"],
  ["思远", "SIYUAN"],
  ["佳宁", "JIANING"],
  ["志强", "ZHIQIANG"],
  ["梦瑶", "MENGYAO"],
  ["子轩", "ZIXUAN"],
  ["丽华", "LIHUA"],
  ["明哲", "MINGZHE"],
] as const;
const PLACES = [
  { region: "330106", area: "0571", place: "浙江省杭州市西湖区", street: "文三路", plate: "浙A" },
  { region: "310115", area: "021", place: "上海市浦东新区", street: "世纪大道", plate: "沪A" },
  { region: "110105", area: "010", place: "北京市朝阳区", street: "建国路", plate: "京N" },
  { region: "440305", area: "0755", place: "广东省深圳市南山区", street: "科技园南路", plate: "粤B" },
  { region: "510107", area: "028", place: "四川省成都市武侯区", street: "天府大道", plate: "川A" },
  { region: "320506", area: "0512", place: "江苏省苏州市吴中区", street: "东吴北路", plate: "苏E" },
] as const;
const MOBILE_PREFIXES = ["138", "139", "150", "158", "176", "187", "199"];
/** UnionPay prefixes of 19-digit debit cards. */
const CARD_PREFIXES = ["621700", "622848", "621226", "622588"];

/** An invented person; the same seed gives the same one. */
export function personOf(seed: number): Person {
  const dice = diceOf(seed);
  const pick = <T>(choices: readonly T[]): T => choices[dice(choices.length)]!;
  const digits = (count: number) => Array.from({ length: count }, () => dice(10)).join("");
  const home = pick(PLACES);
  const [year, month, day] = [1962 + dice(40), 1 + dice(12), 1 + dice(28)];
  const birth = `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
  const sequence = String(100 + dice(800));
  const [surname, given] = [pick(SURNAMES), pick(GIVEN)];
  return {
    name: surname[0] + given[0],
    latinName: `${surname[1]}/${given[1]}`,
    gender: Number(sequence) % 2 === 1 ? "男" : "女",
    birth,
    idCard: withIdCheck(home.region + birth + sequence),
    phone: pick(MOBILE_PREFIXES) + digits(8),
    landline: `${home.area}-${2 + dice(7)}${digits(7)}`,
    bankCard: withLuhnCheck(pick(CARD_PREFIXES) + digits(12)),
    address: `${home.place}${home.street}${1 + dice(900)}号${1 + dice(20)}幢${1 + dice(4)}单元${100 * (1 + dice(18)) + 1 + dice(4)}室`,
    email: `${pick(["lin", "chen", "zhou", "xu", "shen"])}.${digits(4)}@example.com`,
    plate: `${home.plate}${digits(4)}${"ABCDEFGH"[dice(8)]}`,
  };
}

/** GB 11643-1999, 4.4, written out by its table of weights. */
export function withIdCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

/** ISO/IEC 7812-1, Annex B. */
function withLuhnCheck(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** A number in groups, as cards and forms print it. */
export function grouped(digits: string, ...sizes: readonly number[]): string {
  const groups: string[] = [];
  let at = 0;
  for (let index = 0; at < digits.length; index++) {
    const size = sizes[Math.min(index, sizes.length - 1)]!;
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups.join(" ");
}
