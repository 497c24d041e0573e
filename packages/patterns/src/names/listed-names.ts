import { hanAfter } from "./han.js";
import type { NameSpan } from "./name-score.js";
import { nameScore } from "./name-score.js";

/** A list of names ends some time. */
const MAX_LISTED = 200;
/** Between names of a list: 张三、李四和王五. Commas part clauses too. */
const BETWEEN = /[ \t]?(?:、|\/|和|及|与|與|&|;|；)[ \t]?/y;
const COMMA = /[ \t]?[,，][ \t]?/y;
const ENOUGH = 2;
/** Behind a comma a clause may follow. */
const ENOUGH_BEHIND_COMMA = 3;

/** The names that follow a name in a list. */
export function namesAfter(text: string, end: number): NameSpan[] {
  const found: NameSpan[] = [];
  let at = end;
  while (found.length < MAX_LISTED) {
    const isComma = text[at] === "," || text[at] === "，";
    const separator = isComma ? COMMA : BETWEEN;
    separator.lastIndex = at;
    const parting = separator.exec(text)?.[0];
    if (!parting) break;
    const start = at + parting.length;
    const length = nameLength(text, start);
    if (length === 0) break;
    const score = nameScore(text.slice(start, start + length));
    if (score < (isComma ? ENOUGH_BEHIND_COMMA : ENOUGH)) break;
    at = start + length;
    found.push({ start, end: at, score });
  }
  return found;
}

/** Of the whole word at an index, or of what stands before another 和. */
function nameLength(text: string, start: number): number {
  const han = hanAfter(text, start, 5);
  const joined = /[和及与與等]/.exec(text.slice(start + 2, start + Math.min(han, 5)));
  const length = joined ? joined.index + 2 : han;
  return length >= 2 && length <= 4 ? length : 0;
}
