import type { Match } from "@tuhei/patterns";
import type { Mark } from "./model/document.js";

/** Certain, for the barcode says the same. */
const SAME_VALUE_SCORE = 0.9;
/** A number of parcels, tickets, members: letters and digits, mostly digits. Shorter ones stand in other numbers. */
const CODE = /^(?=(?:[^0-9]*[0-9]){6})[0-9A-Z-]{8,30}$/;
/** The passenger of a boarding pass: IATA Resolution 792, item 11. */
const PASSENGER = /^M[1-4]([A-Z]+\/[A-Z]+(?: [A-Z]+)*)/;

/** What barcodes say, where it is printed as text too, with or without spaces; in order of place, none over another. */
export function printedCodes(text: string, marks: readonly Mark[]): readonly Match[] {
  const values = marks.flatMap(({ payload = "" }) => valuesOf(payload));
  const found = values.flatMap(({ value, entityType }) =>
    [...text.matchAll(spaced(value))].map(
      ({ 0: read, index }): Match => ({
        entityType,
        span: { start: index, end: index + read.length },
        score: SAME_VALUE_SCORE,
        reason: "same value",
      }),
    ),
  );
  const ordered = found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return ordered.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function valuesOf(payload: string): readonly { readonly value: string; readonly entityType: Match["entityType"] }[] {
  const passenger = PASSENGER.exec(payload)?.[1];
  if (passenger !== undefined) return [{ value: passenger, entityType: "name" }];
  // Of a link the last part: https://example.com/w/SF1234567890123.
  const code = payload.slice(payload.lastIndexOf("/") + 1);
  return CODE.test(code) ? [{ value: code, entityType: "barcode" }] : [];
}

function spaced(value: string): RegExp {
  const letters = [...value].map((letter) => letter.replace(/[/-]/g, "\\$&"));
  return new RegExp(`(?<![0-9A-Z])${letters.join(" ?")}(?![0-9A-Z])`, "g");
}
