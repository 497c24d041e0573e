import { roomsBeside, wholeAddresses } from "./addresses/whole-addresses.js";
import type { Match } from "./detector.js";
import { mayBeCue, namesAtCue } from "./names/cued-names.js";
import { namesAfter, namesAlike, namesInColumn, namesListedBefore } from "./names/listed-names.js";
import type { NameSpan } from "./names/name-score.js";
import { isContact, nameBefore, nameBehind, nameOnFirstLine } from "./names/names-beside.js";
import { mayBeNameAlone, standaloneNameAt } from "./names/standalone-names.js";
import { LAST_ASCII } from "./normalize.js";
import type { Pass } from "./pass.js";
import { isVague } from "./vague-labels.js";

/** An identity number that was starred out where it was printed; OCR loses a star, or sets them apart. */
const STARRED_ID = /\d{4,14} ?\*{3,12} ?\d{2,4}[\dXx]/g;
/** A résumé begins with a name, and a way to reach its bearer follows within so many characters. */
const MAX_HEADING = 300;
/** Less than a name behind its label, more than a guess. */
const SCORES = { cue: 0.75, contact: 0.7, list: 0.7, alone: 0.6 } as const;

/** What only its neighbours and its structure give away, beside what a pass found; what they speak against is taken out of it. */
export function neighbours({ folded: { text, units, isAscii }, matches, only }: Pass): Match[] {
  // Only Chinese characters give anything away by themselves.
  if (isAscii && matches.length === 0) return [];
  let kept = 0;
  for (const match of matches) if (!isVague(text, match)) matches[kept++] = match;
  matches.length = kept;
  const found: Match[] = [];
  if (!only || only.has("address")) {
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
  if (only && !only.has("name")) return found;
  const names = nameNeighbours(text, units, [...matches, ...found]);
  found.push(...names);
  if (!only || only.has("address")) found.push(...roomsBeside(text, [...matches.filter(isName), ...names]));
  return found;
}

/**
 * Names that only their neighbour gives away, in a folded text and among the matches so far: a word before or behind, a
 * telephone or identity number, another name.
 *
 * @param units the text's UTF-16 units
 */
function nameNeighbours(text: string, units: Uint16Array, matches: readonly Match[]): Match[] {
  const found: Match[] = [];
  takeNamesIn(text, units, found);
  const taken = new Set<number>();
  for (const { entityType, span } of matches)
    if (entityType === "name") {
      taken.add(span.start);
      taken.add(span.end);
    }
  takeNamesBeside(text, matches, taken, found);
  const names = [...matches, ...found].filter(isName);
  const known = new Set(names.map(({ span }) => span.start));
  for (const { span, score } of names)
    for (const name of [
      ...namesAfter(text, span.end),
      ...namesListedBefore(text, span.start),
      ...namesInColumn(text, span.start, known),
      ...namesAlike(text, { ...span, score }),
    ]) {
      known.add(name.start);
      found.push(matchOf(name, SCORES.list, "list"));
    }
  return found;
}

/** Names behind or before a word that speaks for one, and those that their own characters give away. */
function takeNamesIn(text: string, units: Uint16Array, found: Match[]): void {
  for (let at = 0; at < text.length; at++) {
    const [unit, next] = [units[at]!, units[at + 1]!];
    // Neither a cue nor a name begins with it, and text without any other needs no table of them.
    if (unit <= LAST_ASCII) continue;
    if (mayBeCue(unit, next)) for (const name of namesAtCue(text, at)) found.push(matchOf(name, SCORES.cue, "cue"));
    if (mayBeNameAlone(unit, next)) {
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
