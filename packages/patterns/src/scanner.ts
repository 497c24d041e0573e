import type { Match } from "./detector.js";
import type { DetectOptions } from "./matches.js";
import { fold } from "./normalize.js";

/** What is known of a stream besides its characters. */
export interface ScannerOptions extends Omit<DetectOptions, "labels"> {
  /**
   * How many new UTF-16 units are waited for before a look: more is faster, fewer reports sooner. Default 49,152. About
   * 1,024 units at the end are held back besides, until what follows them is known.
   */
  readonly batch?: number;
}

/** Finds personal information in text that arrives in pieces, in constant memory. */
export interface Scanner {
  /**
   * Takes the next piece, cut anywhere. Returns the matches that are certain by now, in order of place; spans count
   * UTF-16 units from the start of the stream.
   *
   * @throws {Error} after `end`
   */
  push(chunk: string): Match[];
  /** What is left. The scanner is of no use afterwards. */
  end(): Match[];
}

/** Large enough that the overlap costs 4 %, small enough for the processor's cache. */
const BATCH_UNITS = 48 * 1024;
/** What detectors may see on either side of a match, in folded units: labels, the longest value, several times over. */
const SIGHT = 1024;
/** Invisible characters and escapes make the sight longer, up to this. */
const MAX_SIGHT_UNITS = 64 * 1024;

/**
 * A scanner for a stream. What it reports in all is what `detect` reports for the whole text, as long as no more than
 * 1,024 characters stand between a value and its label.
 */
export function scannerOf(
  detect: (text: string, options: DetectOptions) => Match[],
  { batch = BATCH_UNITS, ...options }: ScannerOptions,
): Scanner {
  /** What was reported already, as far as it is still seen, and everything after it. */
  let held = "";
  /** Where that which is not yet reported begins in `held`. */
  let start = 0;
  /** Place of `held` in the stream. */
  let offset = 0;
  let wanted = batch + SIGHT;
  let isEnded = false;

  /** Reports what begins before `limit`, a place in `held`, and forgets what no later value can need. */
  function report(limit: number, seen: number): Match[] {
    const text = held.slice(0, seen);
    const found = detect(text, options);
    const cut = limit === seen ? limit : cutBetween(text, start, limit, found);
    const matches = found.filter(({ span }) => span.start >= start && span.start < cut);
    const place = offset;
    const drop = cut - sightBefore(held, cut);
    held = held.slice(drop);
    offset += drop;
    start = cut - drop;
    return matches.map((match) => ({
      ...match,
      span: { start: match.span.start + place, end: match.span.end + place },
    }));
  }

  return {
    push(chunk) {
      if (isEnded) throw new Error("the scanner has ended: create another one for another text");
      held += chunk;
      const matches: Match[] = [];
      while (held.length - start >= wanted) {
        const limit = start + batch;
        const sight = sightAfter(held, limit);
        if (sight === undefined) {
          wanted = held.length - start + SIGHT;
          break;
        }
        for (const match of report(limit, wholeCharacter(held, limit + sight))) matches.push(match);
        wanted = batch + SIGHT;
      }
      return matches;
    },
    end() {
      isEnded = true;
      const matches = start < held.length ? report(held.length, held.length) : [];
      held = "";
      start = 0;
      return matches;
    },
  };
}

/** `limit`, or where a match begins that reaches over it. */
function cutBetween(text: string, start: number, limit: number, found: readonly Match[]): number {
  const across = found.find(({ span }) => span.start < limit && span.end > limit);
  if (!across) return wholeCharacter(text, limit);
  return across.span.start > start ? across.span.start : across.span.end;
}

/** `index`, or one less when it would part a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return index > 0 && unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}

/** How many units before `at` are {@link SIGHT} folded ones. */
function sightBefore(text: string, at: number): number {
  for (let units = SIGHT; units < at && units < MAX_SIGHT_UNITS; units *= 2) {
    const from = wholeCharacter(text, at - units);
    if (fold(text.slice(from, at)).text.length >= SIGHT) return at - from;
  }
  return Math.min(at, MAX_SIGHT_UNITS);
}

/** How many units from `at` on are {@link SIGHT} folded ones; undefined while they have not arrived. */
function sightAfter(text: string, at: number): number | undefined {
  for (let units = SIGHT; at + units <= text.length; units *= 2) {
    if (units >= MAX_SIGHT_UNITS || fold(text.slice(at, at + units)).text.length >= SIGHT) return units;
  }
  return undefined;
}
