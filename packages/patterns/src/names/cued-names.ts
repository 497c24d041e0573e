import { lazily } from "../lazily.js";
import { endAt } from "../match-at.js";
import { wordsOf } from "../tables/word-lists.js";
import { unitAt } from "../unit-at.js";
import { wordTable } from "../word-table.js";
import { isDot, uighurAround } from "./dotted-names.js";
import { hanBefore, isHan } from "./han.js";
import { CUE, CUE_WORD, ROLE, ROLE_ENDS } from "./name-hints.js";
import type { NameSpan } from "./name-score.js";
import { likelySurnames, surnameLength } from "./name-score.js";
import { nameFrom, nameUntil } from "./name-span.js";
import { isWholeName } from "./names-beside.js";
import { wholeNameFrom, wholeNameUntil } from "./whole-names.js";
import { wordsBeforeNames } from "./words-beside-names.js";

const before = wordTable(() => wordsOf("cuesBefore"));
const behind = wordTable(() => wordsOf("cuesBehind"));
const sureCues: () => ReadonlySet<string> = lazily(() => new Set(wordsOf("sureCues")));
const cues = wordTable(() => [...wordsOf("cuesBefore"), ...wordsOf("cuesBehind")]);

/**
 * A cheap look at a place: false where {@link namesAtCue} finds nothing.
 *
 * @param kind of the unit there, see {@link nameHints}
 * @param next the unit behind it
 */
export function mayBeCue(text: string, at: number, kind: number, next: number): boolean {
  if (kind & CUE || (kind & ROLE && FORM_SIGNS.includes(next))) return true;
  return (kind & CUE_WORD) !== 0 && cues.isAt(text, at);
}

/** A colon, a bracket before it, or a space, by UTF-16 unit. */
const FORM_SIGNS = [0x3a, 0xff1a, 0x28, 0xff08, 0x20];

/** A likely name with a little beside it that speaks for one: 王小明因. */
const ENOUGH = 4;
/** Where the whole word may be a name, less is enough. */
const ENOUGH_WHOLE = 1;
/** Behind a word that is said of persons only, or between two cues. */
const ENOUGH_BETWEEN = 3;
/** Behind the colon of a form a whole word with a surname is a name: 检验者：于琳; before an identity number in brackets, too. */
const ENOUGH_IN_FORM = -3;
const ROLE_COLON = /(?<=\p{Script=Han}.) {0,2}(?:[(（]\p{Script=Han}{1,6}[)）])? {0,2}[:：] {0,4}/uy;
/** What makes it one in any sentence: 联系张三13800138000, 配送员张三，电话. */
const BEFORE_ID =
  /^(?:[(（](?:身份|公民|居民)|[ ,，:：(（]{0,2}(?:电话|手机|[男女][,，)）]|[0-9]{1,3}岁|(?:\+?86[ -]?)?1[3-9][0-9]))/;
/** Set off on both sides it stands in a form or a list: 主治医师 张三  护士 李四. */
const ENOUGH_SET_OFF = -1;
const SET_OFF = /^(?: {2}|[\t\r\n,，;；　]|$)/;
/** What may stand between a cue and a name: 患者：张三, 我叫“张三”. */
const GAP = /[ :："“'(（【[]{0,3}(?:是|叫|为|写|填)?[ :："“]{0,2}/y;
/** Between a name and what follows it: 张三，您好; 张三（电话. */
const titles = wordTable(() => wordsOf("titles"));
/** What 某 may stand before without masking a name. */
const NOT_MASKING =
  /^(?:[些个種种類类天日月年次地处處市县縣区區省乡鄉镇村时時刻公企单單部项項科系局长長方一台款款位段条條件]|某[些个种])/;
const GAP_BEHIND = " ,，、(（:：";

/** Names that the words at an index give away, before or behind them. */
export function namesAtCue(text: string, at: number): NameSpan[] {
  const found: NameSpan[] = [];
  const length = before.lengthAt(text, at);
  if (length > 0) {
    const start = endAt(GAP, text, at + length)!;
    const name = isHan(unitAt(text, start)) ? nameFrom(text, start) : undefined;
    if (name && name.score >= enoughBetween(text, text.slice(at, at + length), name.end)) found.push(name);
    else {
      const whole = wholeNameFrom(text, start);
      if (whole && whole.score >= enoughOfWhole(text, at + length, whole)) found.push(whole);
    }
  }
  if (behind.isAt(text, at)) {
    const name = nameUntil(text, gapBefore(text, at));
    if (name && name.score >= ENOUGH) found.push(name);
    else if (titles.isAt(text, at)) push(found, wholeWithTitle(text, at) ?? surnameWithTitle(text, at));
  }
  push(found, nameOfRole(text, at));
  if (isDot(unitAt(text, at))) push(found, uighurAround(text, at));
  if (text[at] === "某") push(found, maskedAround(text, at));
  push(found, nameBeforeSex(text, at) ?? nameBeforeAge(text, at) ?? nameBeforeYou(text, at) ?? nameAboveDate(text, at));
  return found;
}

/** How much must speak for a name between a cue and what stands at an index. */
function enoughBetween(text: string, cue: string, end: number): number {
  const [isSure, isFollowed] = [sureCues().has(cue), behind.isAt(text, end)];
  if (isSure && isFollowed) return ENOUGH_IN_FORM;
  return isSure || isFollowed ? ENOUGH_BETWEEN : ENOUGH;
}

/** The same of a whole word, by what stands around it. */
function enoughOfWhole(text: string, cueEnd: number, { start, end }: NameSpan): number {
  // 联系家属13800138000: who is told by what they are.
  if (before.lengthAt(text, start) === end - start) return Number.POSITIVE_INFINITY;
  const rest = text.slice(end, end + 8);
  if (BEFORE_ID.test(rest)) return ENOUGH_IN_FORM;
  return start > cueEnd && SET_OFF.test(rest) ? ENOUGH_SET_OFF : ENOUGH_WHOLE;
}

function push(found: NameSpan[], name: NameSpan | undefined): void {
  if (name) found.push(name);
}

/** The name behind the colon of a form: 审核者：于琳. */
function nameOfRole(text: string, at: number): NameSpan | undefined {
  if (!ROLE_ENDS.includes(text[at]!)) return undefined;
  ROLE_COLON.lastIndex = at + 1;
  const colon = ROLE_COLON.exec(text);
  const name = colon ? wholeNameFrom(text, at + 1 + colon[0].length) : undefined;
  return name && name.score >= ENOUGH_IN_FORM ? name : undefined;
}

/** 文安翔妈妈 as a whole word. */
function wholeWithTitle(text: string, at: number): NameSpan | undefined {
  const whole = wholeNameUntil(text, at);
  return whole && isWholeName(text.slice(whole.start, at)) ? whole : undefined;
}

/** 李女士 and 欧阳先生: a usual surname that is no part of a word before it. */
function surnameWithTitle(text: string, at: number): NameSpan | undefined {
  const length = surnameLength(text.slice(at - 2, at)) === 2 ? 2 : 1;
  const start = at - length;
  if (start < 0 || (length === 1 && !likelySurnames().includes(text[start]!))) return undefined;
  return wordsBeforeNames.isAt(text, start - 1)
    ? undefined
    : { start, end: at + titles.lengthAt(text, at), score: ENOUGH };
}

/** 王某, 李某某 and 欧阳某, but 某些 and 由于某种 not. */
function maskedAround(text: string, at: number): NameSpan | undefined {
  if (text[at - 1] === "某" || NOT_MASKING.test(text.slice(at + 1, at + 3))) return undefined;
  const length = surnameLength(text.slice(Math.max(0, at - 2), at)) === 2 ? 2 : 1;
  if (length === 1 && !likelySurnames().includes(text[at - 1] ?? " ")) return undefined;
  if (wordsBeforeNames.isAt(text, at - 2)) return undefined;
  const end = text[at + 1] === "某" ? at + 2 : at + 1;
  return { start: at - length, end, score: ENOUGH };
}

function gapBefore(text: string, at: number): number {
  return at > 0 && GAP_BEHIND.includes(text[at - 1]!) ? at - 1 : at;
}

/** 王小明，男，1985年生; 王小明（女）; a line with the name, and on the next 男 | 1985年. */
function nameBeforeSex(text: string, at: number): NameSpan | undefined {
  if (text[at] !== "男" && text[at] !== "女") return undefined;
  if (!/^(?:性?[,，]| ?[,，、;；)）|/\t。]| \p{Script=Han}{1,4}族)/u.test(text.slice(at + 1, at + 7))) return undefined;
  let end = at;
  while (end > at - 3 && /[ ,，、(（|\t\n]/.test(text[end - 1] ?? "")) end--;
  return end < at ? wholeOrLikelyUntil(text, end) : undefined;
}

const AGE = /[,，(（|、\t ] ?\d{1,3}(?:周)?$/;
/** 王小明，35岁; 王小明(8岁). */
function nameBeforeAge(text: string, at: number): NameSpan | undefined {
  if (text[at] !== "岁" && text[at] !== "歲") return undefined;
  const age = AGE.exec(text.slice(Math.max(0, at - 6), at));
  return age ? wholeOrLikelyUntil(text, at - age[0].length) : undefined;
}

/** 【携程】王小明您好; 尊敬的王小明，您尾号. */
function nameBeforeYou(text: string, at: number): NameSpan | undefined {
  if (text[at] !== "您") return undefined;
  if (/[,，:：]/.test(text[at - 1] ?? "")) return wholeOrLikelyUntil(text, at - 1);
  return text[at + 1] === "好" ? wholeNameUntil(text, at) : undefined;
}

function wholeOrLikelyUntil(text: string, end: number): NameSpan | undefined {
  const whole = wholeNameUntil(text, end);
  if (whole) return whole;
  const name = nameUntil(text, end);
  return name && name.score >= ENOUGH ? name : undefined;
}

/** A signature: a line with a name only, the date on the next. */
const DATE_LINE = /\n[ \t]*(?:19|20)\d\d$/;
function nameAboveDate(text: string, at: number): NameSpan | undefined {
  if (text[at] !== "年") return undefined;
  const head = DATE_LINE.exec(text.slice(Math.max(0, at - 40), at));
  if (!head) return undefined;
  let end = at - head[0].length;
  while (end > 0 && /[ \t\r]/.test(text[end - 1]!)) end--;
  const length = hanBefore(text, end, 5);
  if (length < 2 || length > 4 || !/^\s?$/.test(text[end - length - 1] ?? "")) return undefined;
  const name = nameUntil(text, end);
  return name && name.start === end - length && name.score >= ENOUGH + 1 ? name : undefined;
}
