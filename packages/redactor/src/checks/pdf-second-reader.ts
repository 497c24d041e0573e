import { readAll } from "@tuhei/core";
import type { KeptPart } from "../keep/kept-parts.js";
import type { Leak, LeakDetail, SidePart } from "../leak.js";
import { outputObjects, outputPages } from "../pdf/output-objects.js";
import { type Cover, coverBy } from "../pdf/quad-cover.js";
import { quadsOf } from "../pdf/quads-by-page.js";
import { readPages } from "../pdfjs/read-pages.js";
import type { SideChannel, TextPiece } from "../pdfjs/reading.js";
import type { Check } from "./check.js";
import { searchFor, textOfPage, textOfStrings } from "./read-text.js";

/** Points along its middle line at which a piece of text is looked for in boxes, both ends included. */
const SAMPLES = 9;

/**
 * pdf.js, which shares no code with the engine that made and scanned the output, reads no redacted value, sees no text
 * inside a box and finds nothing beside the pages.
 */
export const pdfSecondReader: Check = {
  name: "pdf-second-reader",
  formats: ["pdf"],
  isApart: true,
  async run(output, { redactions, values, kept, onSecondReading }) {
    const leaks: Leak[] = [];
    const object = (detail: LeakDetail, page?: number, part?: SidePart) =>
      leaks.push({
        check: pdfSecondReader.name,
        detail,
        ...(part && { part }),
        ...(page !== undefined && { page }),
      });
    const holdsValue = searchFor(values);
    const objectToAll = (channels: readonly SideChannel[], page?: number) => {
      for (const { name, texts } of channels) {
        const hasValue = holdsValue(textOfStrings(texts));
        const part = KEPT_CHANNELS.get(name);
        if (hasValue) object("a redacted value in a part beside the pages", page, name);
        else if (part === undefined || !kept?.has(part)) object("a part beside the pages", page, name);
      }
    };
    const covers = new Map(quadsOf(redactions).map(([page, quads]) => [page, coverBy(quads)]));
    const pageCount = outputPages(await outputObjects(output)).length;
    const pages = readPages(await readAll(output), pageCount, (file) => {
      objectToAll(file.channels);
      if (file.pageCount !== pageCount) object("another number of pages");
    });
    for await (const page of pages) {
      if (page.kind === "unread") {
        object("a page that cannot be read", page.index);
        continue;
      }
      onSecondReading?.(page.index, page.pieces);
      objectToAll(page.channels, page.index);
      if (holdsValue(textOfPage(page.pieces))) object("a redacted value", page.index);
      const cover = covers.get(page.index);
      if (cover && page.pieces.some((piece) => isInside(piece, cover))) object("text inside a box", page.index);
    }
    return leaks;
  },
};

/** Names of what pdf.js sees of parts that may be kept. */
const KEPT_CHANNELS: ReadonlyMap<SidePart, KeptPart> = new Map([
  ["an outline", "outline"],
  ["an annotation", "links"],
]);

/** Of a piece only its ends are certain, so only one that lies wholly inside counts; pdfium answers for single characters. */
function isInside({ text, line: [start, end] }: TextPiece, cover: Cover): boolean {
  if (text.trim() === "") return false;
  for (let at = 0; at < SAMPLES; at++) {
    const part = at / (SAMPLES - 1);
    if (!cover.contains({ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part })) return false;
  }
  return true;
}
