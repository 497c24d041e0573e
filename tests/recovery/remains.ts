import iconv from "iconv-lite";
import type { Planted } from "../builders/documents/document.ts";

/** So many characters of a value in a row are a leak: no date, amount or district of the documents is that long. */
const TELLING = 8;
/** How text may stand in bytes. */
const ENCODINGS = ["utf8", "gb18030", "utf16-le", "utf16-be"] as const;

/** Parts of planted values that are in what a witness says, in any encoding or as hex; separators do not count. */
export function remainsOf(testimony: Buffer, planted: readonly Planted[]): string[] {
  const readings = ENCODINGS.map((encoding) => compact(iconv.decode(testimony, encoding)));
  const hex = testimony.toString("latin1").replace(/\s/g, "").toLowerCase();
  const remains = planted
    .flatMap(({ value }) => telling(compact(value)))
    .filter(
      (part) =>
        readings.some((reading) => reading.includes(part)) ||
        ENCODINGS.some((encoding) => hex.includes(iconv.encode(part, encoding).toString("hex"))),
    );
  return [...new Set(remains)];
}

/** Every part of a value that would give it away; a short value is one part. */
function telling(value: string): string[] {
  const parts = Math.max(1, value.length - TELLING + 1);
  return Array.from({ length: parts }, (_, at) => value.slice(at, at + TELLING));
}

function compact(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-()·]/g, "");
}
