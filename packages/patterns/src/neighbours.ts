import { wholeAddresses } from "./addresses/whole-addresses.js";
import type { Match } from "./detector.js";
import { cueStarts, namesAtCue } from "./names/cued-names.js";
import { namesAfter } from "./names/listed-names.js";
import type { NameSpan } from "./names/name-score.js";
import { isContact, nameBefore, nameBehind } from "./names/names-beside.js";
import { standaloneNameAt, surnameStarts } from "./names/standalone-names.js";
import type { Pass } from "./pass.js";

/** An identity number that was starred out where it was printed. */
const STARRED_ID = /\d{4,14}\*{4,12}\d{2,4}[\dXx]/g;
/** Less than a name behind its label, more than a guess. */
const SCORES = { cue: 0.75, contact: 0.7, list: 0.7, alone: 0.6 } as const;

/** What a unit may begin. */
const START = { cue: 1, surname: 2 } as const;
const starts = new Uint8Array(1 << 16);
for (const unit of cueStarts) starts[unit]! |= START.cue;
for (const unit of surnameStarts) starts[unit]! |= START.surname;

/** What only its neighbours and its structure give away, beside what a pass found. */
export function neighbours({ folded: { text, units }, matches, only }: Pass): Match[] {
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
  if (!only || only.has("name")) found.push(...nameNeighbours(text, units, [...matches, ...found]));
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
  for (let at = 0; at < text.length; at++) {
    const start = starts[units[at]!]!;
    if (start === 0) continue;
    if (start & START.cue) for (const name of namesAtCue(text, at)) found.push(matchOf(name, SCORES.cue, "cue"));
    if (start & START.surname) {
      const name = standaloneNameAt(text, at);
      if (name) found.push(matchOf(name, SCORES.alone, "alone"));
    }
  }
  const taken = new Set<number>();
  for (const { entityType, span } of matches)
    if (entityType === "name") {
      taken.add(span.start);
      taken.add(span.end);
    }
  const beside = (name: NameSpan | undefined, reason: string) => {
    if (name && !taken.has(name.start) && !taken.has(name.end)) found.push(matchOf(name, SCORES.contact, reason));
  };
  for (const match of matches) {
    if (!isContact(match)) continue;
    beside(nameBefore(text, match.span.start), `next to ${match.entityType}`);
    beside(nameBehind(text, match.span.end), `next to ${match.entityType}`);
  }
  if (text.includes("****"))
    for (const starred of text.matchAll(STARRED_ID)) {
      beside(nameBefore(text, starred.index), "next to id-card");
      beside(nameBehind(text, starred.index + starred[0].length), "next to id-card");
    }
  for (const match of [...matches, ...found])
    if (match.entityType === "name")
      for (const name of namesAfter(text, match.span.end)) found.push(matchOf(name, SCORES.list, "list"));
  return found;
}

function matchOf({ start, end }: NameSpan, score: number, reason: string): Match {
  return { entityType: "name", span: { start, end }, score, reason: `${reason}, surname` };
}
