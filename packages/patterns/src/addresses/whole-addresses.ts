import type { Match } from "../detector.js";
import { firstWhere } from "../first-where.js";
import { endAt } from "../match-at.js";
import { unitTable } from "../unit-table.js";
import { addressEnd } from "./address-end.js";
import { addressAt, leafCharacters } from "./find-address.js";

/** Units at which {@link addressesIn} looks. */
const isLeaf = unitTable(leafCharacters);
/** A contact beside an address that is not sure by itself makes it so. */
const BESIDE_CONTACT = 0.6;
const CONTACT_DISTANCE = 12;

/**
 * Addresses that no label names, and those known so far made whole: rooms that were left out are taken along, what overlaps
 * becomes one.
 *
 * @param known addresses so far, in any order
 * @param contacts where telephone numbers and the like stand, in order of place
 */
export function wholeAddresses(
  text: string,
  units: Uint16Array,
  known: readonly Match[],
  contacts: readonly Match[],
): Match[] {
  const labelled = [...known]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ entityType, span, score, reason }) => {
      const end = addressEnd(text, span.end);
      return { entityType, span: { start: span.start, end }, score, reason };
    });
  const unlabelled: Match[] = [];
  takeUnlabelled(text, units, labelled, contacts, unlabelled);
  unlabelled.push(...roomsBeside(text, contacts));
  return joined([...labelled, ...unlabelled]);
}

function takeUnlabelled(
  text: string,
  units: Uint16Array,
  labelled: readonly Match[],
  contacts: readonly Match[],
  found: Match[],
): void {
  let next = 0;
  let isWithin = 0;
  for (let at = 0; at < text.length; at++) {
    if (isLeaf[units[at]!] === 0) continue;
    while (next < labelled.length && labelled[next]!.span.end <= at) next++;
    if (next < labelled.length && labelled[next]!.span.start <= at) continue;
    if (at < isWithin) continue;
    const address = addressAt(text, at);
    if (!address) continue;
    const score = address.score >= 0.5 || !isBeside(address.span, contacts) ? address.score : BESIDE_CONTACT;
    if (score < 0.5) continue;
    found.push({ entityType: "address", span: address.span, score, reason: "structure" });
    isWithin = address.span.end;
  }
}

/** House, unit and room; not a day, a month and a year. */
const ROOM = "[0-9]{1,2}(?:-[0-9]{1,2}-(?!(?:19[3-9]|20[1-4])[0-9](?![0-9]))|#)[0-9]{3,4}(?![0-9A-Za-z_.:#-])";
const START = "(?<![0-9A-Za-z_.:-])";
const ROOM_BEHIND = new RegExp(`[ ,，、\\t]{1,3}(?=${ROOM})`, "y");
/** Read backwards, which ends sooner than trying it from each place before. */
const ROOM_BEFORE = new RegExp(
  `(?<=${START}${ROOM}[ ,，、\\t(（]{0,3}(?:\\p{Script=Han}{2,4}[ ,，、\\t]{0,3})?)`,
  "uy",
);
const ROOMS = new RegExp(START + ROOM, "g");

/**
 * Rooms that only a telephone number or a name beside them gives away, and all that are written so where one is: 卞昊，9-4-704;
 * 10#2405 邱艳丽.
 */
export function roomsBeside(text: string, people: readonly Match[]): Match[] {
  const isBesideOne = people.some(
    ({ span: { start, end } }) => (endAt(ROOM_BEHIND, text, end) ?? endAt(ROOM_BEFORE, text, start)) !== undefined,
  );
  if (!isBesideOne) return [];
  return Array.from(text.matchAll(ROOMS), ({ 0: room, index }) => ({
    entityType: "address",
    span: { start: index, end: index + room.length },
    score: BESIDE_CONTACT,
    reason: "structure",
  }));
}

function isBeside({ start, end }: Match["span"], contacts: readonly Match[]): boolean {
  const near = contacts[firstWhere(contacts.length, (index) => contacts[index]!.span.end >= start - CONTACT_DISTANCE)];
  return near !== undefined && near.span.start <= end + CONTACT_DISTANCE;
}

function joined(matches: Match[]): Match[] {
  const whole: Match[] = [];
  for (const match of matches.sort((a, b) => a.span.start - b.span.start)) {
    const last = whole.at(-1);
    if (!last || match.span.start >= last.span.end) whole.push(match);
    else
      whole[whole.length - 1] = {
        ...(last.score >= match.score ? last : match),
        span: { start: last.span.start, end: Math.max(last.span.end, match.span.end) },
      };
  }
  return whole;
}
