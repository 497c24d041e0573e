import { endAt } from "../match-at.js";
import { unitAt } from "../unit-at.js";
import { isHan } from "./han.js";
import { mayBeginSurname, type NameSpan } from "./name-score.js";
import { isLikelyWhole } from "./names-beside.js";
import { wholeNameFrom } from "./whole-names.js";

/** When a message was sent: 10:24, 2026-11-30 10:24:33, 11月30日 10:24. */
const TIME = String.raw`(?:(?:(?:20)?\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[ T]{1,2})?(?:[上下]午|晚上|中午)? ?\d{1,2}:\d\d(?::\d\d)?`;
/** Behind the name of who sent it, to the end of the line. */
const TIME_BEHIND = new RegExp(String.raw`[ \t]{1,4}${TIME}[ \t\r]*(?=\n|$)`, "y");
/** Before the name, with what follows it: a number in brackets, an address, a colon, or nothing. */
const TIME_BEFORE = new RegExp(String.raw`[[【(（]?${TIME}[\])】）]?[ \t]{1,4}`, "y");
const HEAD_END = /[ \t]?(?:[(（<:：]|\r?(?:\n|$))/y;

/** The names of those who wrote the messages of a chat, as it is exported: a line with the name and the time, or before each message. */
export function namesOnHeads(text: string, units: Uint16Array): NameSpan[] {
  const found: NameSpan[] = [];
  for (let line = 0; line >= 0 && line < text.length; line = nextLine(text, line)) {
    const isTime = isTimeStart(units[line]!);
    if (!isTime && !(isHan(units[line]!) && mayBeginSurname(units[line]!))) continue;
    const start = isTime ? endAt(TIME_BEFORE, text, line) : line;
    if (start === undefined || !isHan(unitAt(text, start))) continue;
    const name = wholeNameFrom(text, start);
    if (!name || !isLikelyWhole(text.slice(start, name.end))) continue;
    if (endAt(isTime ? HEAD_END : TIME_BEHIND, text, name.end) !== undefined) found.push(name);
  }
  return found;
}

function nextLine(text: string, line: number): number {
  return text.indexOf("\n", line) + 1 || -1;
}

/** A digit or a bracket. */
function isTimeStart(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || "[【(（".includes(String.fromCharCode(unit));
}
