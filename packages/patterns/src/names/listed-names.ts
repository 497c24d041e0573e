import type { Span } from "../detector.js";
import { endAt, matchAt } from "../match-at.js";
import { isOrdinaryWord } from "../tables/ordinary-words.js";
import { dottedFrom, dottedUntil } from "./dotted-names.js";
import { hanAfter, hanBefore } from "./han.js";
import type { NameSpan } from "./name-score.js";
import { nameScore, surnameLength } from "./name-score.js";
import { isWholeName } from "./names-beside.js";
import { tibetanFrom, tibetanUntil } from "./tibetan-names.js";

/** A list of names ends some time. */
const MAX_LISTED = 200;
/** Between names of a list: 张三、李四和王五. Commas part clauses too. */
const BETWEEN = /[ \t]?(?:、|\/|和|及|与|與|&|;|；)[ \t]?/y;
const COMMA = /[ \t]?[,，][ \t]?/y;
const ENOUGH = 2;
/** Behind a name and 、 a name is likelier than another word. */
const ENOUGH_IN_LIST = -1;
/** Behind a comma a clause may follow. */
const ENOUGH_BEHIND_COMMA = 3;
/** Among so many names a word with a surname is one more. */
const MANY = 2;
const ENOUGH_AMONG_MANY = -3;
/** The names that follow a name in a list. */
export function namesAfter(text: string, end: number): NameSpan[] {
  const found: NameSpan[] = [];
  let at = end;
  while (found.length < MAX_LISTED) {
    const isComma = text[at] === "," || text[at] === "，";
    const next = endAt(isComma ? COMMA : BETWEEN, text, at);
    if (next === undefined) break;
    const isMany = found.length + 1 >= MANY;
    const enough = isComma
      ? ENOUGH_BEHIND_COMMA
      : isMany
        ? ENOUGH_AMONG_MANY
        : text[at] === "、"
          ? ENOUGH_IN_LIST
          : ENOUGH;
    const name = wordAt(text, next, enough);
    if (!name) break;
    at = name.end;
    found.push(name);
  }
  return found;
}

/** The names that stand before a name in a list with 、. */
export function namesListedBefore(text: string, start: number): NameSpan[] {
  const found: NameSpan[] = [];
  let at = start;
  while (found.length < MAX_LISTED && text[at - 1] === "、") {
    const end = at - 1;
    const length = hanBefore(text, end, 5);
    const name =
      dottedUntil(text, end) ??
      tibetanUntil(text, end) ??
      (length <= 4 ? plausible(text, end - length, end, ENOUGH_AMONG_MANY) : undefined);
    if (!name) break;
    at = name.start;
    found.push(name);
  }
  // One word and a name are no list: 领导、王小明.
  return found.length >= MANY || found.every(({ score }) => score >= ENOUGH) ? found : [];
}

/**
 * Names on the lines around at the same place as a name: behind a number, the time of a chat, or nothing.
 *
 * @param known where names begin that are known: their columns are theirs to follow
 */
export function namesInColumn(text: string, start: number, known: ReadonlySet<number>): NameSpan[] {
  const found: NameSpan[] = [];
  let line = start;
  while (line > 0 && start - line <= MAX_HEAD && text.charCodeAt(line - 1) !== 10) line--;
  if ((line > 0 && text.charCodeAt(line - 1) !== 10) || headEnd(text, line) !== start) return found;
  const shape = shapeOf(text.slice(line, start));
  for (const step of [nextLine, previousLine])
    for (let at = step(text, line); at !== undefined && found.length < MAX_LISTED; at = step(text, at)) {
      const from = headEnd(text, at);
      const name = shapeOf(text.slice(at, from)) === shape ? wordAt(text, from, ENOUGH_AMONG_MANY) : undefined;
      if (!name || known.has(from)) break;
      if (!shape.includes("0") && !isWholeName(text.slice(from, name.end))) break;
      found.push(name);
    }
  return found;
}

/** What stands on a line before its name: no letters. */
const HEAD = /[^\p{Script=Han}A-Za-z\n]{0,24}(?:号[ \t]{0,4})?/uy;
const MAX_HEAD = 28;
/** A longer line is a paragraph. */
const MAX_LINE = 80;

function headEnd(text: string, line: number): number {
  return endAt(HEAD, text, line)!;
}

function nextLine(text: string, line: number): number | undefined {
  const length = text.slice(line, line + MAX_LINE).indexOf("\n");
  return length < 0 ? undefined : line + length + 1;
}

function previousLine(text: string, line: number): number | undefined {
  const before = text.slice(Math.max(0, line - MAX_LINE), Math.max(0, line - 1));
  const at = before.lastIndexOf("\n");
  return line > 0 && (at >= 0 || line < MAX_LINE) ? line - 1 - before.length + at + 1 : undefined;
}

/** Names before and behind that the same follows, but for its digits: "张三 50元，李四 100元". */
export function namesAlike(text: string, { start, end }: Span): NameSpan[] {
  const rest = matchAt(REST, text, end)?.[0];
  if (!rest) return [];
  const found: NameSpan[] = [];
  const shape = shapeOf(rest);
  for (let at = end + rest.length; found.length < MAX_LISTED; ) {
    const name = wordAt(text, endAt(PARTING, text, at) ?? at, ENOUGH_AMONG_MANY);
    const next = name && matchAt(REST, text, name.end)?.[0];
    if (!name || !next || shapeOf(next) !== shape) break;
    found.push(name);
    at = name.end + next.length;
  }
  for (let at = start; found.length < MAX_LISTED; ) {
    const entry = ENTRY_BEFORE.exec(text.slice(Math.max(0, at - MAX_ENTRY), at));
    if (!entry || shapeOf(entry[2]!) !== shape) break;
    const nameStart = at - entry[0].length;
    const name = wordAt(text, nameStart, ENOUGH_AMONG_MANY);
    if (name?.end !== nameStart + entry[1]!.length) break;
    found.push(name);
    at = nameStart;
  }
  return found;
}

/** What follows a name in an entry, a short number in it, up to the next. */
const REST = /[ :：(（]{0,2}[0-9]{1,5}(?:\.[0-9]{1,2})?(?:(?! {2})[^\s0-9,，、;；]){0,6}(?=[\s,，、;；。]|$)/y;
const ENTRY_BEFORE =
  /(?<![\p{Script=Han}·])([\p{Script=Han}·]{2,12}?)([ :：(（]{0,2}[0-9]{1,5}(?:\.[0-9]{1,2})?[^\s0-9,，、;；]{0,6})[\s,，、;；]{1,4}$/u;
const MAX_ENTRY = 28;
const PARTING = /[\s,，、;；]{1,4}/y;

function shapeOf(rest: string): string {
  return rest.replace(/[0-9.]+/g, "0");
}

/** The whole word at an index, or what stands before another 和, if it is a name. */
function wordAt(text: string, start: number, enough: number): NameSpan | undefined {
  const special = dottedFrom(text, start) ?? tibetanFrom(text, start);
  if (special) return special;
  const han = hanAfter(text, start, 5);
  const joined = /[和及与與等]/.exec(text.slice(start + 2, start + Math.min(han, 5)));
  return plausible(text, start, start + (joined ? joined.index + 2 : han), enough);
}

function plausible(text: string, start: number, end: number, enough: number): NameSpan | undefined {
  const word = text.slice(start, end);
  if (word.length < 2 || word.length > 4 || surnameLength(word) === 0) return undefined;
  const score = nameScore(word);
  const isWord = word.length === 2 && isOrdinaryWord(word.charCodeAt(0), word.charCodeAt(1));
  return score >= enough && !(score < ENOUGH && isWord) ? { start, end, score } : undefined;
}
