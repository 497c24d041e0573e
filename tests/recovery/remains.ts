import iconv from "iconv-lite";

/** So many characters of a value in a row are a leak: no date, amount or district of the example documents is that long. */
const TELLING = 8;
/** How text may stand in bytes. */
const ENCODINGS = ["utf8", "gb18030", "utf16-le", "utf16-be"] as const;

/**
 * Parts of values that are in what a witness says: in any encoding, as hex or in octal escapes; separators do not count.
 *
 * @param telling characters of a value in a row that give it away
 */
export function remainsOf(testimony: Buffer, values: readonly string[], telling = TELLING): string[] {
  const latin = testimony.toString("latin1");
  const escaped = latin.includes("\\") ? [Buffer.from(unescaped(latin), "latin1")] : [];
  const readings = [testimony, ...escaped].flatMap((bytes) =>
    ENCODINGS.map((encoding) => compact(iconv.decode(bytes, encoding))),
  );
  const hex = latin.replace(/\s/g, "").toLowerCase();
  const remains = values
    .flatMap((value) => partsOf(compact(value), telling))
    .filter(
      (part) =>
        readings.some((reading) => reading.includes(part)) ||
        ENCODINGS.some((encoding) => hex.includes(iconv.encode(part, encoding).toString("hex"))),
    );
  return [...new Set(remains)];
}

/** Whether a whole value is in what a witness says, by the same reading. */
export function isIn(testimony: Buffer, value: string): boolean {
  return remainsOf(testimony, [value], Number.POSITIVE_INFINITY).length > 0;
}

/** Every part of a value that would give it away; a short value is one part. */
function partsOf(value: string, telling: number): string[] {
  const length = Math.min(telling, value.length);
  return Array.from({ length: value.length - length + 1 }, (_, at) => value.slice(at, at + length));
}

function compact(text: string): string {
  return text.normalize("NFKC").replace(/[\s\-()·]/g, "");
}

/** Octal escapes of a literal string as the bytes that they stand for (ISO 32000-2, Table 3). */
function unescaped(latin: string): string {
  return latin.replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8) & 0xff));
}
