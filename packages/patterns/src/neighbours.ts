import type { Match } from "./detector.js";

/** A name right after an identity number, as tickets print it, ends the line or stands alone. */
const NAME_AFTER_ID = /[ \t]{0,4}(\p{Script=Han}{2,4})(?=[ \t]*(?:\n|$)|[ \t]{2}|\t)/uy;

/** An identity number that was starred out where it was printed. */
const STARRED_ID = /\d{4,14}\*{4,12}\d{2,4}[\dXx]/g;
/** As certain as a name behind its label. */
const SCORE = 0.85;

/**
 * Names that only their neighbour gives away, in a folded text and among the matches of its single pass.
 *
 * @param isName whether characters that could be a name begin with a surname
 */
export function nameNeighbours(
  text: string,
  matches: readonly Match[],
  isName: (candidate: string) => boolean,
): Match[] {
  const ends = matches.flatMap(({ entityType, span }) => (entityType === "id-card" ? [span.end] : []));
  if (text.includes("****"))
    for (const starred of text.matchAll(STARRED_ID)) ends.push(starred.index + starred[0].length);
  return ends.flatMap((start) => {
    NAME_AFTER_ID.lastIndex = start;
    const found = NAME_AFTER_ID.exec(text);
    if (!found?.[1] || !isName(found[1])) return [];
    const end = start + found[0].length;
    const span = { start: end - found[1].length, end };
    return [{ entityType: "name" as const, span, score: SCORE, reason: "next to id-card, surname" }];
  });
}
