import { roomsBeside, wholeAddresses } from "./addresses/whole-addresses.js";
import type { EntityType, Match } from "./detector.js";
import { namesOnHeads } from "./names/chat-heads.js";
import { mayBeCue, namesAtCue } from "./names/cued-names.js";
import { namesAfter, namesAlike, namesInColumn, namesListedBefore } from "./names/listed-names.js";
import { nameHints } from "./names/name-hints.js";
import type { NameSpan } from "./names/name-score.js";
import { isContact, nameBefore, nameBehind, nameOnFirstLine } from "./names/names-beside.js";
import { mayBeNameAlone, standaloneNameAt } from "./names/standalone-names.js";
import type { FoldedText } from "./normalize.js";
import type { Pass } from "./pass.js";
import { isVague } from "./vague-labels.js";

/** An identity number that was starred out where it was printed; OCR loses a star, or sets them apart. */
const STARRED_ID = /\d{4,14} ?\*{3,12} ?\d{2,4}[\dXx]/g;
/** A résumé begins with a name, and a way to reach its bearer follows within so many characters. */
const MAX_HEADING = 300;
/** 龍溪（今屬福建）: what is called otherwise today is a place. */
const NAMED_ANEW = /^[（(]今/;
/** Less than a name behind its label, more than a guess. */
const SCORES = { cue: 0.75, contact: 0.7, list: 0.7, alone: 0.6 } as const;

/** What only its neighbours and its structure give away, beside what a pass found; what they speak against is taken out of it. */
export function neighbours(pass: Pass): Match[] {
  const { folded, matches, only } = pass;
  const wants = (entityType: EntityType) => only?.has(entityType) ?? true;
  const { text, units, isAscii } = folded;
  // Only Chinese characters give anything away by themselves.
  if (isAscii && matches.length === 0) return [];
  let kept = 0;
  for (const match of matches) if (!isVague(pass, match)) matches[kept++] = match;
  matches.length = kept;
  const found: Match[] = [];
  if (wants("address")) {
    const contacts = matches.filter(({ entityType }) => entityType === "phone" || entityType === "landline");
    const known = matches.filter(({ entityType }) => entityType === "address");
    found.push(
      ...wholeAddresses(
        text,
        units,
        known,
        contacts.sort((a, b) => a.span.start - b.span.start),
      ),
    );
  }
  if (!wants("name")) return found;
  const names = nameNeighbours(folded, [...matches, ...found]);
  found.push(...names);
  if (wants("address")) found.push(...roomsBeside(text, [...matches.filter(isName), ...names]));
  return found;
}

/**
 * Names that only their neighbour gives away, in a folded text and among the matches so far: a word before or behind, a
 * telephone or identity number, another name.
 */
function nameNeighbours({ text, units, isAscii }: FoldedText, matches: readonly Match[]): Match[] {
  const found: Match[] = [];
  if (!isAscii) {
    takeNamesIn(text, units, found);
    for (const name of namesOnHeads(text, units)) found.push(matchOf(name, SCORES.cue, "cue"));
  }
  const taken = new Set<number>();
  for (const { entityType, span } of matches)
    if (entityType === "name") {
      taken.add(span.start);
      taken.add(span.end);
    }
  takeNamesBeside(text, matches, taken, found);
  const names = [...matches, ...found].filter(isName);
  const known = new Set<number>();
  for (const { span } of names) known.add(span.start);
  const take = (name: NameSpan) => {
    known.add(name.start);
    found.push(matchOf(name, SCORES.list, "list"));
  };
  for (const { span } of names) {
    const inColumn = namesInColumn(text, span.start, known);
    namesAfter(text, span.end).forEach(take);
    namesListedBefore(text, span.start).forEach(take);
    inColumn.forEach(take);
    namesAlike(text, span).forEach(take);
  }
  return found.filter(({ span }) => !NAMED_ANEW.test(text.slice(span.end, span.end + 2)));
}

/** Names behind or before a word that speaks for one, and those that their own characters give away. */
function takeNamesIn(text: string, units: Uint16Array, found: Match[]): void {
  const begins = nameHints();
  for (let at = 0; at < text.length; at++) {
    const kind = begins[units[at]!]!;
    if (kind === 0) continue;
    const next = units[at + 1]!;
    if (mayBeCue(text, at, kind, next))
      for (const name of namesAtCue(text, at)) found.push(matchOf(name, SCORES.cue, "cue"));
    if (mayBeNameAlone(kind, next)) {
      const name = standaloneNameAt(text, at);
      if (name) found.push(matchOf(name, SCORES.alone, "alone"));
    }
  }
}

/** Names next to telephone numbers and the like, unless a known one begins or ends there. */
function takeNamesBeside(text: string, matches: readonly Match[], taken: ReadonlySet<number>, found: Match[]): void {
  const beside = (name: NameSpan | undefined, entityType: string) => {
    if (name && !taken.has(name.start) && !taken.has(name.end))
      found.push(matchOf(name, SCORES.contact, `next to ${entityType}`));
  };
  for (const match of matches) {
    if (!isContact(match)) continue;
    beside(nameBefore(text, match.span.start), match.entityType);
    beside(nameBehind(text, match.span.end), match.entityType);
  }
  const first = matches.find((match) => isContact(match) && match.span.start < MAX_HEADING);
  if (first) beside(nameOnFirstLine(text), first.entityType);
  if (text.includes("***"))
    for (const starred of text.matchAll(STARRED_ID)) {
      beside(nameBefore(text, starred.index), "id-card");
      beside(nameBehind(text, starred.index + starred[0].length), "id-card");
    }
}

function isName({ entityType }: Match): boolean {
  return entityType === "name";
}

function matchOf({ start, end }: NameSpan, score: number, reason: string): Match {
  return { entityType: "name", span: { start, end }, score, reason: `${reason}, surname` };
}
