import { placeAt } from "../places.js";
import { unitAt } from "../unit-at.js";
import { isHan } from "./han.js";
import { COMPOUND, nameHints, SURNAME, TIBETAN } from "./name-hints.js";
import type { NameSpan } from "./name-score.js";
import { givenWeight, likelyCompounds, nameScore } from "./name-score.js";
import { tibetanFrom } from "./tibetan-names.js";
import { wordsBeforeNames, wordsBehindNames } from "./words-beside-names.js";

/**
 * A cheap look at two UTF-16 units: false where {@link standaloneNameAt} finds nothing.
 *
 * @param kind of the first, see {@link nameHints}
 */
export function mayBeNameAlone(kind: number, second: number): boolean {
  if ((kind & ANY) === 0 || !isHan(second)) return false;
  return (kind & ANY) !== SURNAME || givenWeight(second) >= 0;
}

const ANY = SURNAME | COMPOUND | TIBETAN;

/** What must speak for a name that nothing introduces; see the figures in the tests. */
const ENOUGH = 5;
/** Nothing before it or a preposition; nothing behind it, a verb, or a word of grammar. */
const BEFORE = { nothing: 1, preposition: 0.5 } as const;
const BEHIND = { nothing: 1, word: 1.5, grammar: 0.5 } as const;
const PREPOSITIONS = "把被让请找问叫对向由跟与和给同见及为是据但而在";
const GRAMMAR = "的在是和与也就已曾将则等又还都却从对向把被让到";
/** A surname and one character is a word more often than one and two. */
const TWO = -1;
/** 梅溪镇, 黄浦江: a place is likelier. */
const PLACE_END = -3;
const PLACE_ENDS = "镇村庄州城山岛桥寺江河湖海港路渡湾洲";

/** A name that only its characters give away: a usual surname and characters that are seldom anything but names. */
export function standaloneNameAt(text: string, at: number): NameSpan | undefined {
  if (wordsBeforeNames.isAt(text, at - 1)) return undefined;
  let best: NameSpan | undefined;
  const kind = nameHints()[unitAt(text, at)]!;
  const tibetan = kind & TIBETAN ? tibetanFrom(text, at) : undefined;
  if (tibetan) return tibetan;
  const surname = kind & COMPOUND && likelyCompounds().has(text.slice(at, at + 2)) ? 2 : 1;
  if (surname === 1 && !(kind & SURNAME)) return undefined;
  for (const length of [surname + 2, surname + 1]) {
    const end = at + length;
    if (!isHan(unitAt(text, end - 1)) || !isHan(unitAt(text, at + 1))) continue;
    if (givenWeight(unitAt(text, at + surname)) < 0 || givenWeight(unitAt(text, end - 1)) < 0) continue;
    if (wordsBehindNames.isAt(text, end - 1) && !wordsBehindNames.isAt(text, end)) continue;
    const shape = (length === 2 ? TWO : 0) + (PLACE_ENDS.includes(text[end - 1]!) ? PLACE_END : 0);
    const score = nameScore(text.slice(at, end)) + shape + before(text, at) + behind(text, end);
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { start: at, end, score };
  }
  // 黄南藏|族自治州 too.
  return best && best.score >= ENOUGH && (placeAt(text, at)?.end ?? 0) < best.end ? best : undefined;
}

function before(text: string, at: number): number {
  if (at === 0 || !isHan(unitAt(text, at - 1))) return BEFORE.nothing;
  return PREPOSITIONS.includes(text[at - 1]!) ? BEFORE.preposition : 0;
}

function behind(text: string, end: number): number {
  if (!isHan(unitAt(text, end))) return BEHIND.nothing;
  if (text[end] === "说" || wordsBehindNames.isAt(text, end)) return BEHIND.word;
  return GRAMMAR.includes(text[end]!) ? BEHIND.grammar : 0;
}
