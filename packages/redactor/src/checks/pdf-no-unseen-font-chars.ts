import { PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { type ByteSource, readAll } from "@tuhei/core";
import { openPdf, pageChars } from "@tuhei/core/pdf";
import { parseCodeMap } from "../fonts/code-map.js";
import type { Leak } from "../leak.js";
import { drawnBy, outputObjects, outputPages } from "../pdf/output-objects.js";
import { decodeStream, StreamError } from "../sanitize/decode-stream.js";
import type { Check } from "./check.js";

/** No font names a letter, ideograph or digit that no page shows: subsets keep what they were made for, in order of use. */
export const pdfNoUnseenFontChars: Check = {
  name: "pdf-no-unseen-font-chars",
  formats: ["pdf"],
  async run(output, { redactions }) {
    if (redactions.length === 0) return [];
    const seen = await charsOnPages(output);
    const document = await outputObjects(output);
    const unseenByMap = new Map<string, boolean>();
    const leaks: Leak[] = [];
    for (const [index, page] of outputPages(document).entries()) {
      const isNaming = [...drawnBy(page, document)].some(({ object }) => {
        if (!(object instanceof PDFDict)) return false;
        const map = object.get(TO_UNICODE);
        const stream = object.lookup(TO_UNICODE);
        if (!map || !(stream instanceof PDFStream)) return false;
        const key = map.toString();
        if (!unseenByMap.has(key)) unseenByMap.set(key, namesUnseen(stream, seen));
        return unseenByMap.get(key)!;
      });
      if (isNaming)
        leaks.push({ check: pdfNoUnseenFontChars.name, page: index, detail: "a font that names what no page shows" });
    }
    return leaks;
  },
};

const TO_UNICODE = PDFName.of("ToUnicode");
/** What a value consists of. Spaces and marks come and go when a page is read. */
const TELLING = /[\p{L}\p{N}]/u;

async function charsOnPages(output: ByteSource): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const file = await openPdf(await readAll(output), { name: output.name });
  try {
    for (let index = 0; index < file.pageCount; index++) {
      const codes = new Set(file.withPage(index, (page) => pageChars(page).codes));
      for (const code of codes) for (const char of String.fromCodePoint(code).normalize("NFKC")) seen.add(char);
    }
  } finally {
    file.close();
  }
  return seen;
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
