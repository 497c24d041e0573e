import type { EntityType, Match } from "@tuhei/patterns";
import type { Page } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import { beginsLike } from "./cues.js";
import { stretchesOf } from "./pieces.js";
import type { PlacedKind } from "./recognize.js";

/** A guess: what stands where one signs may be anything. */
const SCORE = 0.6;
/** Letters of a signature, at most; more are a sentence. */
const MAX_LETTERS = 8;

/** What was written in the line under the words that ask for a signature: handwriting is seldom read as a name. */
export function signaturesOn(
  page: Page,
  { kind, pieces }: PlacedKind,
  matches: readonly Match[],
  isWanted: (type: EntityType) => boolean,
): Finding[] {
  if (!kind.signed || !isWanted("name")) return [];
  const lines = stretchesOf(page, pieces, /\n/);
  return lines.slice(1).flatMap((line, index) => {
    const isAsked = lines[index]!.some(({ text }) => kind.signed!.some((words) => beginsLike(text, words)));
    const written = line.filter(({ text, run: { span } }) => {
      const letters = text.replace(/[^\p{L}\p{N}]/gu, "").length;
      const isKnown = matches.some((match) => match.span.start < span.end && match.span.end > span.start);
      return letters > 0 && letters <= MAX_LETTERS && !isKnown;
    });
    if (!isAsked) return [];
    return written.map(({ run: { span } }) => ({
      entityType: "name",
      score: SCORE,
      reason: `field, ${kind.name}`,
      place: { page: page.index, span, quads: page.locate(span) },
    }));
  });
}
