import type { Match } from "../detector.js";
import { isPlace } from "../places.js";
import { hanAfter, hanBefore } from "./han.js";
import type { NameSpan } from "./name-score.js";
import { givenWeight, nameScore, surnameLength } from "./name-score.js";
import { nameFrom, nameUntil } from "./name-span.js";
import { wholeNameFrom } from "./whole-names.js";

/** What a name stands beside in lists, on labels and in messages. */
const CONTACTS: ReadonlySet<string> = new Set([
  "phone",
  "landline",
  "id-card",
  "bank-card",
  "address",
  "passport",
  "email",
  "wechat",
]);
/** What parts a name from its telephone number; at most so many of them. */
const PARTING = " \t<>,，、:：|/()（）-_;；\"'“”。";
const MAX_PARTING = 3;
/** Words between a name and its number; they are no part of the name. */
const LINKS =
  /(?:先生|女士|小姐|老师|同学|收|的|是|为|：|:|联系电话|电话号码|电话|手机号码|手机号|手机|号码|身份证号码|身份证号|身份证|tel|TEL)$/;
/** A cheap no before {@link LINKS}. */
const LINK_ENDS = "生士姐师学收的是为：:话码机号证lL";
const MAX_LINK = 12;
/** A whole cell or word is a name when nothing speaks against it. */
const ENOUGH_ALONE = 1;
const ENOUGH_ALONE_OF_THREE = -1;
const ENOUGH_ON_TOP = -1;
/** Within running text more must speak for it. */
const ENOUGH_INSIDE = 4;

/** Whether a match is of a kind that names stand beside. */
export function isContact({ entityType }: Match): boolean {
  return CONTACTS.has(entityType);
}

/** The name that ends right before a place, words such as 先生 and 电话 between them left out. */
export function nameBefore(text: string, at: number): NameSpan | undefined {
  let end = skipBack(text, at);
  for (let words = 0; words < 3; words++) {
    const link = LINK_ENDS.includes(text[end - 1] ?? " ") && LINKS.exec(text.slice(Math.max(0, end - MAX_LINK), end));
    if (!link) break;
    end = skipBack(text, end - link[0].length);
  }
  const length = hanBefore(text, end, 7);
  if (length < 2) return undefined;
  const word = text.slice(end - length, end);
  if ((length <= 4 && isLikelyWhole(word)) || areTwoNames(word))
    return { start: end - length, end, score: ENOUGH_ALONE };
  const name = nameUntil(text, end);
  return name && name.score >= ENOUGH_INSIDE ? name : undefined;
}

/** The name that starts right behind a place. */
export function nameBehind(text: string, at: number): NameSpan | undefined {
  const start = skipOn(text, at);
  const han = hanAfter(text, start, 5);
  // 孔梦斌收
  const length = han > 2 && text[start + han - 1] === "收" ? han - 1 : han;
  if (length < 2) return undefined;
  if (length <= 4 && isLikelyWhole(text.slice(start, start + length)))
    return { start, end: start + length, score: ENOUGH_ALONE };
  const name = nameFrom(text, start);
  return name && name.score >= ENOUGH_INSIDE ? name : undefined;
}

/** A name that stands alone on the first line, as on a résumé. */
export function nameOnFirstLine(text: string): NameSpan | undefined {
  const start = text.length - text.trimStart().length;
  const name = wholeNameFrom(text, start);
  return name && name.score >= ENOUGH_ON_TOP && /^ *\r?\n/.test(text.slice(name.end, name.end + 8)) ? name : undefined;
}

/** Whether a word is the names of two, whose space was lost: 聂宗杰田依明. */
function areTwoNames(word: string): boolean {
  return [2, 3].some((first) => isShortName(word.slice(0, first)) && isShortName(word.slice(first)));
}

function isShortName(word: string): boolean {
  return (word.length === 2 || word.length === 3) && isWholeName(word);
}

/** Whether a whole word that stands where names do is one, rare surnames (管飞) included; 阿杰 is what friends say. */
export function isLikelyWhole(word: string): boolean {
  if (isWholeName(word)) return true;
  if (word.length !== 2 || word[0] === "阿" || isPlace(word)) return false;
  return nameScore(word) >= ENOUGH_ALONE_OF_THREE && givenWeight(word.charCodeAt(1)) > 0;
}

/** Whether a whole word of 2 to 4 Chinese characters is a name. */
export function isWholeName(word: string): boolean {
  const enough = word.length === 3 ? ENOUGH_ALONE_OF_THREE : ENOUGH_ALONE;
  return surnameLength(word) > 0 && nameScore(word) >= enough && !isPlace(word);
}

function skipBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < MAX_PARTING && PARTING.includes(text[end - 1]!)) end--;
  return end > 0 && text[end - 1] === "\n" ? end - 1 : end;
}

function skipOn(text: string, at: number): number {
  let start = at;
  while (start < text.length && start - at < MAX_PARTING && PARTING.includes(text[start]!)) start++;
  return start < text.length && text[start] === "\n" ? start + 1 : start;
}
