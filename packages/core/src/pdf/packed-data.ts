import { inflateSync } from "node:zlib";
import { limits } from "../limits.js";

/** Where a stream's data begin, when the word at `at` is the keyword: `stream`, then a line end (ISO 32000-2, 7.3.8). */
export function dataStart(file: Buffer, at: number): number | undefined {
  if (file[at - 1] === 0x64) return undefined; // "endstream"
  if (file[at + 6] === 0x0a) return at + 7;
  return file[at + 6] === 0x0d ? at + (file[at + 7] === 0x0a ? 8 : 7) : undefined;
}

/**
 * The data of a stream that is plain or deflated; undefined for other filters and where it is broken.
 *
 * @param dictionary of the stream, as Latin-1
 */
export function unpacked(data: Buffer, dictionary: string): Buffer | undefined {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.replace(/[[\]\s]/g, "");
  if (filter === undefined || filter === "") return data;
  if (filter !== "/FlateDecode" && filter !== "/Fl") return undefined;
  try {
    return inflateSync(data, { maxOutputLength: limits.inflatedBytes });
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
