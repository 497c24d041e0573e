import type { EncodedPart, Match, Span } from "@tuhei/patterns";
import type { Document, Page } from "./model/document.js";
import type { Finding } from "./model/finding.js";

/** What a finding says: its text, or a barcode's payload; empty where there is none. Personal: mask it before it is shown. */
export function textOf({ place }: Finding, page: Page): string {
  if (place.mark !== undefined) return page.marks[place.mark]?.payload ?? "";
  const offset = page.window?.offset ?? 0;
  if (!place.span) return "";
  const { within, span } = place;
  return textOfMatch(page, { span: { start: span.start - offset, end: span.end - offset }, ...(within && { within }) });
}

/** The value of a match on a page, with what is written in an encoding as people would read it. */
export function textOfMatch(page: Page, { span, within }: Pick<Match, "span" | "within">): string {
  const said = page.encoded ? saidIn(page.text, page.encoded, span) : page.text.slice(span.start, span.end);
  return within ? said.slice(within.start, within.end) : said;
}

function saidIn(text: string, encoded: readonly EncodedPart[], { start, end }: Span): string {
  let [said, at] = ["", start];
  for (const { span, says } of encoded) {
    if (span.end <= start || span.start >= end) continue;
    said += text.slice(at, span.start) + says;
    at = span.end;
  }
  return said + text.slice(at, end);
}

/** What a finding in the metadata says. Personal. */
export function metadataTextOf({ place }: Finding, { metadata }: Pick<Document, "metadata">): string {
  const entry = metadata.find(({ key }) => key === place.metadataKey);
  return entry && place.span ? entry.text.slice(place.span.start, place.span.end) : "";
}
