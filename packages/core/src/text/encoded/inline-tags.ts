import type { EncodedPart } from "@tuhei/patterns";

/** Elements that change the looks of a few characters and part no words (WHATWG HTML, 4.5). */
const TAG = /<\/?(?:b|big|em|font|i|mark|small|strong|sub|sup|u|wbr)(?:\s[^<>]{0,200})?\/?>/gi;
/** Any element between two digits: numbers shown in groups. */
const BETWEEN_DIGITS = /(?<=\d)<\/span>\s?<span(?:\s[^<>]{0,200})?>(?=\d)/gi;

/** Tags in the midst of what people read as one: a number of which some digits are bold. */
export function inlineTags(text: string): EncodedPart[] {
  if (!text.includes("</") && !text.includes("<wbr")) return [];
  return [TAG, BETWEEN_DIGITS].flatMap((tags) =>
    [...text.matchAll(tags)].map(({ 0: tag, index }) => ({
      span: { start: index, end: index + tag.length },
      says: "",
    })),
  );
}
