import { lazily } from "../lazily.js";
import { endAt } from "../match-at.js";
import { alternativesOf } from "../tables/word-lists.js";
import { unitAt } from "../unit-at.js";
import { placeNameAt } from "./place-name.js";

const NUMBER = "(?:[0-9]{1,5}[A-Za-z]?|[A-Za-z][0-9]{0,4}|[一二三四五六七八九十百零〇]{1,4}|[甲乙丙丁东西南北中前后])";
/** Behind a space, only what is no word by itself. */
const SPACED_UNIT = "号楼|号院|号|號|栋|棟|幢|座|单元|單元|楼|樓|层|層|室|弄|巷";
/** Quantities, dates and prices are no rooms. */
const NO_QUANTITY = "(?![0-9]|[.:][0-9]|[年月日元块万亿米个件份次天点时分秒人台只条名岁平斤吨%℃]|公里|公斤)";
/** 12号3单元201室, B座, 3-2-501室, 6樓之1, 88弄. */
const numbered = lazily(
  () =>
    `${NUMBER}(?:[-/#~至、]${NUMBER}){0,4}(?:(?:${alternativesOf("numberUnits")})|[F#](?![A-Za-z])|号| (?:${SPACED_UNIT}))(?!线|码|文|机|令|公告|仓|选手)(?:之[0-9]{1,3})?`,
);
/** A room without its unit, right behind what has one. */
const BARE = `-?[0-9]{1,5}[A-Za-z]?(?:[-/#][0-9A-Za-z]{1,5}){0,4}${NO_QUANTITY}(?![A-Za-z@_])`;
/** 3-2-501, A-1203. */
const HYPHENATED = `(?:[0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,3})(?:-[0-9]{1,5}[A-Za-z]?){1,4}${NO_QUANTITY}(?![A-Za-z0-9@_-])`;
/** A letter of a name; not grammar, and not what follows an address on a label. */
const LETTER =
  "(?:(?!电话|手机|收件|联系|姓名|身份证|邮编|客户|先生|女士|现住|现居|居住|家住|住址|地址|户籍|寄到|送到)[\\p{Script=Han}A-Za-z0-9·](?<![的了是这那们我你他她它吗呢吧被把让说有在收，]))";
/** A house, a compound, an office; with its number. */
const named = lazily(() => `${LETTER}{1,14}?(?:${alternativesOf("compoundUnits")})`);
const namedNumber = lazily(
  () => `${LETTER}{1,12}?(?:${numbered()}|(?<=[苑园区城庭府湾郡邨寓厦场楼里轩阁居])${HYPHENATED})`,
);
/** Whatever a house is called when its number has three parts or stands apart: 望江名邸26-1-3007, 金色年华 28 栋. */
const namedByNumber = lazily(
  () => `${LETTER}{2,10}?(?:[0-9]{1,4}[A-Za-z]?(?:-[0-9]{1,5}[A-Za-z]?){2,4}(?![A-Za-z0-9@_-])| ${numbered()})`,
);
const atHouse = lazily(() => `${LETTER}{0,8}?(?:${alternativesOf("placesAtHouse")})(?![\\p{Script=Han}])`);
const REMARK = "[（(][^（()）\\n]{1,20}[)）](?<=[近旁侧面口附内边楼号室院门区路街村站处][^（()）\\n]{0,8}[)）])";

/** What may come next in an address, directly, behind a space or comma, or on the next line. */
const direct = lazily(
  () =>
    new RegExp(
      `${numbered()}|${HYPHENATED}|${BARE}|${atHouse()}|${namedNumber()}|${namedByNumber()}|${named()}|${REMARK}`,
      "uy",
    ),
);
const parted = lazily(
  () =>
    new RegExp(
      `[ \\t]{0,2}[,，、]?[ ]?(?:${numbered()}|${HYPHENATED}(?!\\p{Script=Han})|${namedNumber()}|${namedByNumber()}|${REMARK})| (?<=(?:单元|單元|[栋棟幢楼樓座层層]) )[0-9]{3,4}${NO_QUANTITY}(?![0-9A-Za-z-])|[ ]{1,2}(?:[0-9]{3,4}${NO_QUANTITY}(?![\\p{Script=Han}0-9A-Za-z-])|${atHouse()})`,
      "uy",
    ),
);

/** A line end with indentation. */
const LINE_END = /\r?\n[ \t]{0,4}/;
/** Nothing of an address is looked for farther. */
const SIGHT = 64;
const MAX_PARTS = 12;

/** Where an address ends that is known up to an index: rooms, houses, compounds and remarks that follow are taken along. */
export function addressEnd(text: string, from: number): number {
  let end = from;
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const next = nextPart(text, end);
    if (next === end) break;
    end = next;
  }
  return end;
}

function nextPart(text: string, from: number): number {
  const isDirect = mayBegin(unitAt(text, from));
  const line = (isDirect ? endAt(direct(), text, from) : undefined) ?? partedFrom(text, from);
  if (!isDirect && !" \r\n".includes(text[from] ?? ".")) return line ?? from;
  const tail = text.slice(from, from + SIGHT);
  const wrap = LINE_END.exec(tail);
  if (!wrap) return line ?? from;
  const joined = tail.slice(0, wrap.index) + tail.slice(wrap.index + wrap[0].length);
  const across = isDirect || wrap.index === 0 ? endAt(direct(), joined, 0) : partedFrom(joined, 0);
  const isAcross =
    across !== undefined &&
    across > wrap.index &&
    isContinuation(text.slice(from - 2, from), joined, wrap.index, across);
  return isAcross ? Math.max(line ?? from, from + across + wrap[0].length) : (line ?? from);
}

/** A cheap no for most units: whether {@link DIRECT} may begin with one, see the parts that it is made of. */
function mayBegin(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122) || unit === 40 || unit === 45;
  return unit === 0xb7 || unit === 0xff08 || (unit >= 0x2e80 && unit < 0xff00 && unit !== 0x3001 && unit !== 0x3002);
}

/** Where the part ends that follows behind a space or comma. */
function partedFrom(text: string, from: number): number | undefined {
  let at = from;
  while (at < from + 2 && (text[at] === " " || text[at] === "\t")) at++;
  if (",，、".includes(text[at] ?? " ")) at++;
  if (text[at] === " ") at++;
  const mayFollow = mayBegin(unitAt(text, at)) && endAt(AMOUNT, text, from) === undefined && !isNextAddress(text, from);
  return mayFollow ? endAt(parted(), text, from) : undefined;
}

/** A cheap no behind a comma: digits that are all of a cell or go on with decimals. */
const AMOUNT = /[ \t]{0,2}[,，、] ?[0-9]{1,9}(?![^,.;\t\r\n])/y;

/** Behind its number an address names no province or city: what does is the next one. */
function isNextAddress(text: string, from: number): boolean {
  let at = from;
  while (" \t,，、".includes(text[at] ?? "\n")) at++;
  return at > from && placeNameAt(text, at)?.isShort === false;
}

/**
 * A next line that is only a number, or the number of a table's row, is none of the address; behind 2单元 it is a room, and
 * behind a number what hyphens hold to it: 14-3 and -1306, 橡树湾2 and 3-4-802, 34-4- and 1404, 26# and 2704.
 */
function isContinuation(before: string, joined: string, wrap: number, end: number): boolean {
  const part = joined.slice(wrap, end);
  if (/\p{Script=Han}/u.test(part)) return true;
  if (wrap > 0) return !/^[\t,，]/.test(joined.slice(end));
  const isAlone = /^[ \t\r]*(?:\n|$)/.test(joined.slice(end));
  if (/[0-9][#-]$/.test(before) && /^[0-9]{1,4}$/.test(part)) return isAlone;
  if (/[0-9]$/.test(before) && /^-?[0-9]{1,4}(?:-[0-9]{1,4}){0,3}$/.test(part) && part.includes("-")) return isAlone;
  return /单元|單元/.test(before) && /^[0-9]{3,4}$/.test(part) && isAlone;
}
