import type { PageChars } from "./page-chars.js";
import type { Segment } from "./segments.js";

const REPLACEMENT = 0xfffd;

/** What a segment says; U+FFFD for glyphs without Unicode. */
export function textOfSegment(segment: Segment, { codes }: PageChars): string {
  let text = "";
  for (const index of segment.chars) text += index < 0 ? " " : String.fromCodePoint(codes[index]! || REPLACEMENT);
  return text;
}
