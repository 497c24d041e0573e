import { isUtf8 } from "node:buffer";
import { commonHan } from "../text/common-han.js";

/** Shortest run of printable characters in binary data that is taken for text, in characters. */
const MIN_RUN = 5;
/** Two Chinese characters in a row do not come about by chance, and names are short. */
const MIN_HAN = 2;
/** In the older encodings nearly every byte stands for some character: it takes more of them. */
const MIN_LEGACY_HAN = 3;
const HAN = /\p{Script=Han}/gu;
/** Bytes of runs that are no UTF-8 and may be GB18030: longer ones are data. */
const MAX_LEGACY_BYTES = 200;

/**
 * What can be read in binary data of unknown make: runs of printable characters, a line each, in UTF-8, UTF-16 and, between
 * control bytes, GB18030.
 */
export function readableText(bytes: Uint8Array): string {
  return [...new Set([...runsOfUtf8(bytes), ...runsOfUtf16(bytes), ...runsOfLegacy(bytes)])].join("\n");
}

function runsOfUtf8(bytes: Uint8Array): string[] {
  const runs = new TextDecoder().decode(bytes).split(/[\p{Cc}\p{Cn}\p{Co}\ufffd]+/u);
  return runs.filter((run) => run.length >= MIN_RUN || hanIn(run) >= MIN_HAN);
}

/** Byte pairs of ASCII, and of the Chinese characters that texts are full of: any pair would be some character. */
function runsOfUtf16(bytes: Uint8Array): string[] {
  const runs: string[] = [];
  for (const encoding of ["utf-16le", "utf-16be"]) {
    // Either parity: fields in binary data begin anywhere.
    for (const start of [0, 1]) {
      const text = new TextDecoder(encoding).decode(bytes.subarray(start));
      for (const [run] of text.matchAll(/[ -~\p{Script=Han}\u3000-\u3015\uff01-\uff1f]{2,}/gu))
        if (isLikely(run, MIN_LEGACY_HAN)) runs.push(run);
    }
  }
  return runs;
}

function runsOfLegacy(bytes: Uint8Array): string[] {
  const runs: string[] = [];
  for (let start = 0, at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at]! >= 0x20 && bytes[at] !== 0x7f && bytes[at] !== 0xff) continue;
    const run = bytes.subarray(start, at);
    start = at + 1;
    if (run.length < 2 * MIN_HAN || run.length > MAX_LEGACY_BYTES || isUtf8(run)) continue;
    const text = new TextDecoder("gb18030").decode(run);
    if (!/[\p{Cc}\p{Co}\ufffd]/u.test(text) && isLikely(text, MIN_HAN)) runs.push(text);
  }
  return runs;
}

/** Whether most of a run is what texts in that encoding are full of. */
function isLikely(run: string, leastHan: number): boolean {
  const ascii = run.match(/[ -~]/g)?.length ?? 0;
  if (ascii === run.length) return run.length >= MIN_RUN;
  const common = [...run].filter((character) => commonHan.has(character)).length;
  return hanIn(run) >= leastHan && 2 * (common + ascii) >= run.length;
}

function hanIn(run: string): number {
  return run.match(HAN)?.length ?? 0;
}
