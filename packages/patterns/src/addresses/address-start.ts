import { lazily } from "../lazily.js";
import { endAt } from "../match-at.js";
import { isHan } from "../names/han.js";
import { ADDRESS_UNITS } from "../tables/addresses.js";
import { alternativesOf } from "../tables/word-lists.js";
import { placeNameAt } from "./place-name.js";

/** Nothing of an address stands farther before its number. */
const SIGHT = 72;
/** A road or compound of no known place has no longer name. */
const MAX_UNPLACED = 14;
/** Beyond it, digits in a row are a telephone or identity number, or a postcode before the address. */
const MAX_DIGITS = 5;
/** Between the parts of an address: 浙江省 杭州市，西湖区. */
const PARTING = " ,，、\t\r\n";
/** Nothing wider than a house follows these: what does begins another address. */
const LEAVES = "号號室栋棟幢户戶层層";
const units = new Set(ADDRESS_UNITS);
/** Cut at the last of these, unless it is part of the name of a place. */
const cutAt = lazily(() => new RegExp(`(?:${alternativesOf("wordsBeforeAddress")})[：:]?[ ]?`, "gu"));
const NEW_START = /(?:现|就|家|实际|暂)?(?:居|住)|户籍|地址|收件|寄/y;

/** Where the address begins whose number is at an index, and whether a known place is there. */
export interface AddressStart {
  readonly start: number;
  readonly places: number;
}

/** Looks back from the number of a house or room. */
export function addressStart(text: string, numberAt: number): AddressStart | undefined {
  const reach = reachBack(text, numberAt);
  const placed = firstPlace(text, reach, numberAt);
  if (placed) return placed;
  const part = text.slice(reach, numberAt);
  let cut = 0;
  for (const { 0: word, index } of part.matchAll(cutAt())) cut = index + word.length;
  const start = reach + cut;
  return numberAt - start >= 2 && numberAt - start <= MAX_UNPLACED ? { start, places: 0 } : undefined;
}

/** As far back as parts of an address can hang together. */
function reachBack(text: string, numberAt: number): number {
  const limit = Math.max(0, numberAt - SIGHT);
  let digits = 0;
  for (let at = numberAt; at > limit; at--) {
    const before = text[at - 1]!;
    const unit = before.charCodeAt(0);
    const isDigit = unit >= 48 && unit <= 57;
    digits = isDigit ? digits + 1 : 0;
    if (digits > MAX_DIGITS) return at + MAX_DIGITS;
    if (isDigit || isHan(unit) || /[A-Za-z()（）·#-]/.test(before)) continue;
    if (!PARTING.includes(before)) return at;
    let end = at - 1;
    while (end > limit && PARTING.includes(text[end - 1]!)) end--;
    if (!isPartEnd(text, limit, end) || (LEAVES.includes(text[end - 1]!) && isNewStart(text, at))) return at;
    at = end + 1;
  }
  return limit;
}

/** Whether an address begins at an index: with a province or city, or behind a word such as 现住. */
function isNewStart(text: string, at: number): boolean {
  return placeNameAt(text, at)?.isShort === false || endAt(NEW_START, text, at) !== undefined;
}

/** Whether what ends at an index may be the first part of an address: it ends in a unit, or with the name of a place. */
function isPartEnd(text: string, limit: number, end: number): boolean {
  if (end <= limit) return false;
  if (units.has(text[end - 1]!)) return true;
  for (let length = 2; length <= 4; length++) if (placeNameAt(text, end - length)?.end === end) return true;
  return /[\r\n]/.test(text[end]!) && hasFullPlace(text, Math.max(limit, end - 24), end);
}

function hasFullPlace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (placeNameAt(text, at)?.isShort === false) return true;
  return false;
}

/** The first place with its unit, or of several without. */
function firstPlace(text: string, reach: number, end: number): AddressStart | undefined {
  let [start, places] = [-1, 0];
  for (let at = reach; at < end; at++) {
    const place = placeNameAt(text, at);
    if (!place || place.end > end) continue;
    if (place.isShort && start < 0 && !goesOnWithPlace(text, place.end, end)) continue;
    if (start < 0) start = at;
    places++;
    at = place.end - 1;
  }
  return start < 0 ? undefined : { start, places };
}

/** Whether another place follows, known or by its unit. */
function goesOnWithPlace(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const isKnown = placeNameAt(text, PARTING.includes(text[at]!) ? at + 1 : at) !== undefined;
  return isKnown || /^[ ]?\p{Script=Han}{1,5}[区县市旗區縣]/u.test(text.slice(at, end));
}
