import type { Span } from "../detector.js";
import { lazily } from "../lazily.js";
import { endAt } from "../match-at.js";
import { isHan } from "../names/han.js";
import { dwellingWords } from "../tables/addresses.js";
import { alternativesOf } from "../tables/word-lists.js";
import { unitAt } from "../unit-at.js";
import { unitTable } from "../unit-table.js";
import { addressEnd } from "./address-end.js";
import { addressStart } from "./address-start.js";

/** A span that is an address, and how sure that is, 0 to 1. */
export interface FoundAddress {
  readonly span: Span;
  readonly score: number;
}

/** Characters that a house, room or village ends with; where one stands, a number before or behind it is looked for. */
export const leafCharacters = "号號室栋棟幢楼樓座弄组組户戶层層巷院村屯社苑园区寓厦场城庭府湾郡邨里元#";

const NUMBER_BEFORE =
  /(?:[0-9]{1,5}[A-Za-z]?|[A-Z]|[一二三四五六七八九十百零〇甲乙丙丁])(?:[-/#~至之、][0-9A-Za-z]{1,5}){0,4}(?:号|單|单)?[ ]?(?:\r?\n[ \t]*)?$/;
const NUMBER_BEHIND = /[0-9]{1,4}[A-Za-z]?-[0-9]|[A-Za-z][0-9]{0,3}[-座栋幢]|[0-9]/y;
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Cheap looks at the unit behind a leaf and before it, and at those of the whole number before it. */
const mayBehind = unitTable(ALPHANUMERIC);
const mayBefore = unitTable(`${ALPHANUMERIC}一二三四五六七八九十百零〇甲乙丙丁号單单 \n\t`);
const mayWithin = unitTable(`${ALPHANUMERIC}一二三四五六七八九十百零〇甲乙丙丁号單单 \n\t-/#~至之、\r`);
/** What a number stands behind only. */
const COMPOUND_LEAVES = "苑园区寓厦场城庭府湾郡邨里";
/** What counts, and what does not: 2号线, 12月5号, 88号文. */
const NO_HOUSE = /[号號](?:线|码|文|机|令|公告|仓|选手|字|召|称|角|线路|店|馆内)/y;
const DATE_BEFORE = /月[0-9]{1,2}$/;
const roadOrCompound = lazily(
  () => new RegExp(`\\p{Script=Han}(?:${alternativesOf("roadUnits")}|${alternativesOf("compoundUnits")})`, "u"),
);
const NUMBERS =
  /[0-9A-Za-z一二三四五六七八九十百零〇]{1,6}(?:[-/][0-9A-Za-z]{1,5})* ?(?:号|號|室|栋|棟|幢|楼|樓|座|弄|组|組|户|戶|层|層|巷|院|村|屯|社|单元|單元|房|段|#)|(?<=[号楼栋幢座元苑园区府城庭])[0-9]{1,4}(?:-[0-9A-Za-z]{1,5})*/g;
/** Nothing but a dwelling has these, whatever the name before it. */
const BUILDING = /[0-9][ ]?(?:栋|棟|幢|单元|單元|号楼|號樓)|[0-9]#[0-9]{3}|[0-9]-[0-9]{1,3}-[0-9]{2}/;
/** Sentences, counts (一座, 2座重点旅游城) and dates are no addresses; 个旧 is a city. */
const GRAMMAR =
  /[的了是这那们我你他她它吗呢吧被把让说每]|个(?!旧)|[0-9]月[0-9]|月[0-9]{1,2}[号日]|[一两]座|[0-9]座[^0-9A-Za-z一二三四五六七八九十楼层大门单 ,，、]/;
/** Buildings and floors are counted with the same words: 一座大桥, 6栋高楼. */
const COUNTED = "座栋棟幢楼樓层層里村";
/** 5楼张三13800138000. */
const NAME_AND_PHONE = /^\p{Script=Han}{2,4}[ ,，:：]{0,2}(?:1[3-9]|0[1-9])/u;
const HAN_NUMBER = /^[一二三四五六七八九十百零〇]/;

/** House and room as neighbours tell them to each other: 16幢2单元1602室, 11栋2304. */
const ROOM =
  /(?<![0-9A-Za-z_./:#-])[0-9]{1,3}(?:栋|棟|幢|号楼|號樓|#)(?:[0-9]{1,2}(?:单元|單元))?[0-9]{3,4}(?![0-9A-Za-z_]|[.:-][0-9]|[年月日元块万亿米平个㎡])[室房]?/y;

/** How sure an address is with a known place, without one, and without one but where somebody lives. */
const SCORES = { placed: 0.8, village: 0.65, unplaced: 0.7, dwelling: 0.65, room: 0.6, beside: 0.45 } as const;
/** Names of administrative units that a village address has at least. */
const MIN_VILLAGE_PLACES = 2;
const MAX_NUMBER = 24;

/** The address around a character of {@link leafCharacters}. */
export function addressAt(text: string, at: number): FoundAddress | undefined {
  const numberAt = numberBeside(text, at);
  if (numberAt === undefined) return text[at] === "村" ? villageAt(text, at) : undefined;
  return wholeAddressAt(text, at, numberAt) ?? roomAt(text, numberAt);
}

function wholeAddressAt(text: string, at: number, numberAt: number): FoundAddress | undefined {
  const from = addressStart(text, numberAt);
  if (!from) return undefined;
  const end = addressEnd(text, Math.max(at + 1, numberAt));
  if (numberAt < at && COUNTED.includes(text[at]!) && isCounted(text, numberAt, at + 1, end)) return undefined;
  const value = text.slice(from.start, end);
  if (GRAMMAR.test(value)) return undefined;
  const score = scoreOf(value, from.places, text.slice(Math.max(0, from.start - 6), from.start));
  return score === undefined ? undefined : { span: { start: from.start, end }, score };
}

function roomAt(text: string, start: number): FoundAddress | undefined {
  const end = endAt(ROOM, text, start);
  if (end === undefined) return undefined;
  return { span: { start, end }, score: text.slice(start, end).includes("#") ? SCORES.beside : SCORES.room };
}

/** Whether it is told how many of something there are: what is counted follows. */
function isCounted(text: string, numberAt: number, unitEnd: number, end: number): boolean {
  if (HAN_NUMBER.test(text[numberAt]!) && !/[楼樓层層]/.test(text[unitEnd - 1]!)) return true;
  return (
    end === unitEnd &&
    isHan(unitAt(text, end)) &&
    !/^(?:收|电话|手机|先生|女士)/.test(text.slice(end, end + 2)) &&
    !NAME_AND_PHONE.test(text.slice(end, end + 9))
  );
}

/** Where the number begins that belongs to a unit before or behind it. */
function numberBeside(text: string, at: number): number | undefined {
  const leaf = text[at]!;
  const isBehind = mayBefore[unitAt(text, at - 1)] === 1 && !COMPOUND_LEAVES.includes(leaf);
  if (!isBehind && mayBehind[unitAt(text, at + 1)] === 0) return undefined;
  if (endAt(NO_HOUSE, text, at) !== undefined) return undefined;
  const before = isBehind ? NUMBER_BEFORE.exec(text.slice(numberReach(text, at), at)) : null;
  if (before) {
    const start = at - before[0].length;
    return DATE_BEFORE.test(text.slice(Math.max(0, start - 1), at)) ? undefined : start;
  }
  const mayBeBefore = COMPOUND_LEAVES.includes(leaf) || leaf === "楼" || leaf === "元";
  return mayBeBefore && endAt(NUMBER_BEHIND, text, at + 1) !== undefined ? at + 1 : undefined;
}

/** As far back as what stands in a number: a pattern that ends at a place is tried from each unit before it. */
function numberReach(text: string, end: number): number {
  const limit = Math.max(0, end - MAX_NUMBER);
  let at = end;
  while (at > limit && mayWithin[text.charCodeAt(at - 1)] === 1) at--;
  return at;
}

/** Province, county, town and village: a village has no numbers. */
function villageAt(text: string, at: number): FoundAddress | undefined {
  const from = addressStart(text, at + 1);
  if (!from || from.places < MIN_VILLAGE_PLACES) return undefined;
  const value = text.slice(from.start, at + 1);
  if (!/[镇乡鎮鄉办道]/.test(value) || GRAMMAR.test(value)) return undefined;
  const isDwelling = dwellingWords.test(text.slice(Math.max(0, from.start - 6), from.start));
  const score = isDwelling ? SCORES.village : SCORES.beside;
  return { span: { start: from.start, end: addressEnd(text, at + 1) }, score };
}

function scoreOf(value: string, places: number, before: string): number | undefined {
  const hasWay = roadOrCompound().test(value);
  const isPlaced = places > 0 && /[0-9一二三四五六七八九十]/.test(value);
  NUMBERS.lastIndex = 0;
  const isNumbered = NUMBERS.test(value);
  if (hasWay && isPlaced && isNumbered) return SCORES.placed;
  const isDeep = (isNumbered && NUMBERS.test(value)) || /[0-9]-[0-9A-Za-z]/.test(value);
  if (!isNumbered && !isDeep) return undefined;
  if (!hasWay && (places === 0 || !BUILDING.test(value))) return undefined;
  if (isPlaced) return SCORES.placed;
  if (isDeep && /[0-9]/.test(value)) return SCORES.unplaced;
  return dwellingWords.test(before) ? SCORES.dwelling : SCORES.beside;
}
