import type { Match } from "../detector.js";
import { firstWhere } from "../first-where.js";
import { addressEnd } from "./address-end.js";
import { addressAt, leafCharacters } from "./find-address.js";

/** Units at which {@link addressesIn} looks. */
const isLeaf = new Uint8Array(1 << 16);
for (const leaf of leafCharacters) isLeaf[leaf.charCodeAt(0)] = 1;
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
  for (const { span } of contacts) takeRoomsBeside(text, span, unlabelled);
  return joined([...labelled, ...unlabelled].filter(({ score }) => score >= 0.5));
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
    found.push({ entityType: "address", span: address.span, score, reason: "structure" });
    if (score >= 0.5) isWithin = address.span.end;
  }
}

/** House, unit and room; not a day, a month and a year. */
const ROOM = "[0-9]{1,2}-[0-9]{1,2}-(?!(?:19[3-9]|20[1-4])[0-9](?![0-9]))[0-9]{3,4}";
const ROOM_BEHIND = new RegExp(`[ ,，、\\t]{1,3}(${ROOM})(?![0-9A-Za-z_.:-])`, "y");
const ROOM_BEFORE = new RegExp(
  `(?<![0-9A-Za-z_.:-])${ROOM}(?=[ ,，、\\t]{1,3}(?:\\p{Script=Han}{2,4}[ ,，、\\t]{0,3})?$)`,
  "u",
);
const MAX_BEFORE = 24;

/** Rooms that only a telephone number beside them gives away: 卞昊，13800138000，9-4-704. */
function takeRoomsBeside(text: string, contact: Match["span"], found: Match[]): void {
  const push = (start: number, length: number) =>
    found.push({
      entityType: "address",
      span: { start, end: start + length },
      score: BESIDE_CONTACT,
      reason: "structure",
    });
  ROOM_BEHIND.lastIndex = contact.end;
  const behind = ROOM_BEHIND.exec(text)?.[1];
  if (behind) push(ROOM_BEHIND.lastIndex - behind.length, behind.length);
  const from = Math.max(0, contact.start - MAX_BEFORE);
  const before = ROOM_BEFORE.exec(text.slice(from, contact.start));
  if (before) push(from + before.index, before[0].length);
}

function isBeside({ start, end }: Match["span"], contacts: readonly Match[]): boolean {
  const near = contacts[firstWhere(contacts.length, (index) => contacts[index]!.span.end >= start - CONTACT_DISTANCE)];
  return near !== undefined && near.span.start <= end + CONTACT_DISTANCE;
}

function joined(matches: readonly Match[]): Match[] {
  const whole: Match[] = [];
  for (const match of [...matches].sort((a, b) => a.span.start - b.span.start)) {
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
