import { cuesBefore, cuesBehind } from "../tables/name-cues.js";
import { wordTable } from "../word-table.js";
import { hanBefore, isHan, type NameSpan, nameFrom, nameUntil } from "./name-span.js";

const before = wordTable(cuesBefore);
const behind = wordTable(cuesBehind);
/** Units at which {@link namesAtCue} may find something. */
export const cueStarts: ReadonlySet<number> = new Set([
  ...before.starts,
  ...behind.starts,
  ..."男女年".split("").map((one) => one.charCodeAt(0)),
]);

/** A likely name with a little beside it that speaks for one: 王小明因. */
const ENOUGH = 4;
/** What may stand between a cue and a name: 患者：张三, 我叫“张三”. */
const GAP = /[ :："“'(（【[]{0,3}(?:是|叫|为)?[ :："“]{0,2}/y;
/** Between a name and what follows it: 张三，您好; 张三（电话. */
const GAP_BEHIND = " ,，、(（:：";

/** Names that the words at an index give away, before or behind them. */
export function namesAtCue(text: string, at: number): NameSpan[] {
  const found: NameSpan[] = [];
  const length = before.lengthAt(text, at);
  if (length > 0) {
    GAP.lastIndex = at + length;
    const start = at + length + GAP.exec(text)![0].length;
    const name = isHan(text.charCodeAt(start)) ? nameFrom(text, start) : undefined;
    if (name && name.score >= ENOUGH) found.push(name);
  }
  if (behind.lengthAt(text, at) > 0) {
    const name = nameUntil(text, gapBefore(text, at));
    if (name && name.score >= ENOUGH) found.push(name);
  }
  const alone = nameBeforeSex(text, at) ?? nameAboveDate(text, at);
  if (alone) found.push(alone);
  return found;
}

function gapBefore(text: string, at: number): number {
  return at > 0 && GAP_BEHIND.includes(text[at - 1]!) ? at - 1 : at;
}

/** 王小明，男，1985年生; 王小明（女）. */
function nameBeforeSex(text: string, at: number): NameSpan | undefined {
  if (text[at] !== "男" && text[at] !== "女") return undefined;
  if (!/[,，、;；)）|/\t。]/.test(text[at + 1] ?? "") && !/^性?[,，]/.test(text.slice(at + 1, at + 3)))
    return undefined;
  let end = at;
  while (end > at - 2 && /[ ,，、(（|\t]/.test(text[end - 1] ?? "")) end--;
  const name = end < at ? nameUntil(text, end) : undefined;
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
