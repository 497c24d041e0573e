import { type PDFDict, PDFName, PDFStream } from "../pdf-lib.js";
import { decodeStream } from "../sanitize/decode-stream.js";
import { nameIn } from "../sanitize/lookup.js";
import { type CodeMap, parseCodeMap } from "./code-map.js";

/** How a font takes the bytes of a string apart. */
export interface CodeReader {
  /** Bytes a code; 1 or 2. */
  readonly width: 1 | 2;
  /** The character identifier of a code in a composite font; undefined when the file does not say. */
  readonly cidOf?: (code: number) => number;
}

/** The reader for a font; undefined where codes of several widths, or a table that is not in the file, are needed. */
export function codeReaderOf(font: PDFDict): CodeReader | undefined {
  if (nameIn(font, "Subtype") !== "Type0") return { width: 1 };
  const encoding = font.lookup(PDFName.of("Encoding"));
  if (encoding instanceof PDFStream) return embedded(parseCodeMap(decodeStream(encoding)));
  const name = nameIn(font, "Encoding") ?? "";
  if (/^Identity-[HV]$/.test(name)) return { width: 2, cidOf: (code) => code };
  // ISO 32000-2, table 116: these take two bytes; to which CID a code leads is in Adobe's own tables.
  return /UCS2-[HV]$|UTF16-[HV]$/.test(name) ? { width: 2 } : undefined;
}

function embedded(map: CodeMap | undefined): CodeReader | undefined {
  if (!map || map.isExtended || (map.width !== 1 && map.width !== 2)) return undefined;
  return { width: map.width, cidOf: (code) => map.cids.get(code) ?? 0 };
}

/** Adds the codes in a shown string. */
export function addCodes(bytes: Uint8Array, { width }: CodeReader, codes: Set<number>): void {
  for (let at = 0; at + width <= bytes.length; at += width) {
    codes.add(width === 1 ? bytes[at]! : (bytes[at]! << 8) | bytes[at + 1]!);
  }
}
