import type { ByteSource } from "@tuhei/core";
import { parseCodeMap } from "../fonts/code-map.js";
import type { Leak } from "../leak.js";
import { drawnBy, outputObjects, outputPages } from "../pdf/output-objects.js";
import { PDFDict, PDFName, PDFStream } from "../pdf-lib.js";
import { decodeStream, StreamError } from "../sanitize/decode-stream.js";
import { pageCheck } from "./page-check.js";

const NAME = "pdf-no-unseen-font-chars";

/** No font names a letter, ideograph or digit that no page shows: subsets keep what they were made for, in order of use. */
export const pdfNoUnseenFontChars = pageCheck(NAME, (output, { redactions }) => {
  const seen = new Set<number>();
  return {
    page({ chars }) {
      if (redactions.length > 0) for (const code of chars.codes) seen.add(code);
      return [];
    },
    finish: async () => (redactions.length > 0 ? pagesThatName(output, normalized(seen)) : []),
  };
});

async function pagesThatName(output: ByteSource, seen: ReadonlySet<string>): Promise<Leak[]> {
  const document = await outputObjects(output);
  const unseenByMap = new Map<string, boolean>();
  return outputPages(document).flatMap((page, index) => {
    const isNaming = [...drawnBy(page, document)].some(({ object }) => {
      if (!(object instanceof PDFDict)) return false;
      const map = object.get(TO_UNICODE);
      const stream = object.lookup(TO_UNICODE);
      if (!map || !(stream instanceof PDFStream)) return false;
      const key = map.toString();
      if (!unseenByMap.has(key)) unseenByMap.set(key, namesUnseen(stream, seen));
      return unseenByMap.get(key)!;
    });
    return isNaming ? [{ check: NAME, page: index, detail: "a font that names what no page shows" }] : [];
  });
}

const TO_UNICODE = PDFName.of("ToUnicode");
/** What a value consists of. Spaces and marks come and go when a page is read. */
const TELLING = /[\p{L}\p{N}]/u;

function normalized(codes: ReadonlySet<number>): ReadonlySet<string> {
  return new Set([...codes].flatMap((code) => [...String.fromCodePoint(code).normalize("NFKC")]));
}

function namesUnseen(stream: PDFStream, seen: ReadonlySet<string>): boolean {
  try {
    const map = parseCodeMap(decodeStream(stream));
    if (!map) return true;
    return [...map.texts.values()].some((utf16) =>
      [...textOf(utf16).normalize("NFKC")].some((char) => TELLING.test(char) && !seen.has(char)),
    );
  } catch (error) {
    if (error instanceof StreamError) return true;
    throw error;
  }
}

function textOf(utf16: Uint8Array): string {
  return Buffer.from(utf16.subarray(0, utf16.length & ~1))
    .swap16()
    .toString("utf16le");
}
