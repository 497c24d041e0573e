import type { Document, Page } from "./model/document.js";
import type { Finding } from "./model/finding.js";

/** What a finding says: its text, or a barcode's payload; empty where there is none. Personal: mask it before it is shown. */
export function textOf({ place }: Finding, page: Page): string {
  if (place.mark !== undefined) return page.marks[place.mark]?.payload ?? "";
  const offset = page.window?.offset ?? 0;
  return place.span ? page.text.slice(place.span.start - offset, place.span.end - offset) : "";
}

/** What a finding in the metadata says. Personal. */
export function metadataTextOf({ place }: Finding, { metadata }: Pick<Document, "metadata">): string {
  const entry = metadata.find(({ key }) => key === place.metadataKey);
  return entry && place.span ? entry.text.slice(place.span.start, place.span.end) : "";
}
