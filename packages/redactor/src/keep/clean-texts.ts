import { type ScanOptions, scanMetadata, type ValueIndex } from "@tuhei/core";
import type { KeptTextKey } from "./kept-parts.js";

/** So many characters of a value in a row are a part of it, and no chance. */
const RUN = 6;
/** Escapes of escapes that are undone. */
const MAX_DECODINGS = 3;

/**
 * Judges texts that may be kept: clean is what holds no redacted value, no run of one, and nothing that the scan finds, read
 * alone, together with the others, or with escapes undone.
 */
export function textJudge(
  values: ValueIndex,
  scan: Pick<ScanOptions, "only" | "minScore">,
): (key: KeptTextKey, texts: readonly string[]) => readonly boolean[] {
  let runs: ReadonlySet<string> | undefined;
  return (key, texts) => {
    runs ??= runsOf(values.values());
    const clean = texts.map((text) =>
      readingsOf(text).every(
        (reading) =>
          values.find(reading).length === 0 &&
          !hasRun(reading, runs!) &&
          scanMetadata([{ key, text: reading }], scan).length === 0,
      ),
    );
    while (dropTold(key, texts, clean, scan));
    return clean;
  };
}

/** Takes out the texts that the scan objects to only among others. @returns whether there were any */
function dropTold(
  key: KeptTextKey,
  texts: readonly string[],
  clean: boolean[],
  scan: Pick<ScanOptions, "only" | "minScore">,
): boolean {
  const starts: (readonly [start: number, index: number])[] = [];
  let joined = "";
  for (const [index, text] of texts.entries()) {
    if (!clean[index]) continue;
    starts.push([joined.length, index]);
    joined += `${text}\n`;
  }
  const found = scanMetadata([{ key, text: joined }], scan);
  for (const { place } of found) {
    for (const [at, [start, index]] of starts.entries()) {
      const end = starts[at + 1]?.[0] ?? joined.length;
      if (start < place.span!.end && end > place.span!.start) clean[index] = false;
    }
  }
  return found.length > 0;
}

/** As it is, and as it reads when percent-escapes are undone (RFC 3986, 2.1). */
function readingsOf(text: string): string[] {
  const readings = [text.normalize("NFKC")];
  for (let round = 0; round < MAX_DECODINGS; round++) {
    const last = readings.at(-1)!;
    const decoded = last.replace(/(%[0-9a-f]{2})+/gi, (escapes) =>
      Buffer.from(escapes.replaceAll("%", ""), "hex").toString("utf8"),
    );
    if (decoded === last) break;
    readings.push(decoded);
  }
  return [...readings, readings.at(-1)!.replaceAll("+", " ")];
}

function runsOf(values: Iterable<string>): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const value of values) {
    const compact = compacted(value);
    for (let at = 0; at + RUN <= compact.length; at++) runs.add(compact.slice(at, at + RUN));
  }
  return runs;
}

function hasRun(text: string, runs: ReadonlySet<string>): boolean {
  const compact = compacted(text);
  for (let at = 0; at + RUN <= compact.length; at++) if (runs.has(compact.slice(at, at + RUN))) return true;
  return false;
}

/** Letters and digits alone. */
function compacted(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
