import { type DetectOptions, detect, type EntityType, type Match, type Span } from "@tuhei/patterns";
import type { Page } from "./model/document.js";

/** A number as long as that of an identity card or a bank card with a digit too many, or one too few. */
const NUMBER = /(?<![0-9A-Za-z.])\d(?: ?\d){15,18}(?: ?[\dXx])(?![0-9A-Za-z]|\.\d)/g;
/** How long what was read is for a type, and whether a digit of it was read twice, or two equal ones once. */
const SLIPS: readonly { readonly length: number; readonly type: EntityType; readonly isTooMany: boolean }[] = [
  { length: 17, type: "id-card", isTooMany: false },
  { length: 19, type: "id-card", isTooMany: true },
  // One too few is not looked for: among so many numbers to try, a check digit in ten is right by chance.
  { length: 17, type: "bank-card", isTooMany: true },
  { length: 18, type: "bank-card", isTooMany: true },
  { length: 20, type: "bank-card", isTooMany: true },
];
/** A guess that a check digit speaks for. */
const SCORE = 0.6;

/**
 * Matches with the numbers of which OCR read a digit twice, or two equal ones once, and whose check digit is right without that.
 * In order of place.
 */
export function withDoubledDigits(page: Page, matches: readonly Match[], options: DetectOptions): readonly Match[] {
  const isFree = ({ start, end }: Span) => matches.every(({ span }) => span.end <= start || span.start >= end);
  const found = page.runs.flatMap(({ origin, span: { start, end } }) => {
    if (origin !== "ocr") return [];
    return [...page.text.slice(start, end).matchAll(NUMBER)].flatMap(({ 0: read, index }) => {
      const span = { start: start + index, end: start + index + read.length };
      const type = isFree(span) ? typeOf(read.replaceAll(" ", ""), options) : undefined;
      return type ? [{ ...type, span, score: SCORE }] : [];
    });
  });
  return found.length === 0 ? matches : [...matches, ...found].sort((a, b) => a.span.start - b.span.start);
}

function typeOf(read: string, options: DetectOptions): Pick<Match, "entityType" | "reason"> | undefined {
  const isAsked = (type: EntityType) => options.only?.has(type) ?? true;
  for (const { type, isTooMany } of SLIPS.filter(({ length, type }) => length === read.length && isAsked(type))) {
    const meant = (isTooMany ? withoutOneOfTwo(read) : withOneTwice(read)).filter((number) =>
      isProven(number, type, options),
    );
    if (meant.length > 0) return { entityType: type, reason: `checksum, a digit too ${isTooMany ? "many" : "few"}` };
  }
  return undefined;
}

/** The number without one of two equal digits that stand together: once for each such pair. */
function withoutOneOfTwo(read: string): string[] {
  return placesIn(read)
    .filter((at) => read[at] === read[at + 1] && read[at] !== read[at - 1])
    .map((at) => read.slice(0, at) + read.slice(at + 1));
}

function withOneTwice(read: string): string[] {
  return placesIn(read)
    .filter((at) => read[at] !== read[at - 1])
    .map((at) => read.slice(0, at + 1) + read.slice(at));
}

function placesIn(read: string): number[] {
  return Array.from(read, (_, at) => at);
}

function isProven(number: string, type: EntityType, { detectors, allow }: DetectOptions): boolean {
  const asked = { only: new Set([type]), ...(detectors && { detectors }), ...(allow && { allow }) };
  return detect(number, asked).some(
    ({ reason, span }) => reason.startsWith("checksum") && span.end - span.start === number.length,
  );
}
