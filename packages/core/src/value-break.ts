import { type DetectOptions, detect, type Match } from "@tuhei/patterns";

/** What a value is broken by: it is read whole with this in the place of the break. */
export type Separator = "" | " " | "\n";

/** UTF-16 units either side of a break that are looked at: the longest address, or a label and its value. */
export const BREAK_WINDOW = 48;

/** The end of a line and the beginning of what may go on with it. */
export interface BrokenText {
  readonly head: string;
  readonly tail: string;
  /** What names the head's value, and how much of `tail` is its, too. */
  readonly label?: string | undefined;
  readonly labelled: number;
}

/** Whether a line and the next may hold parts of one value by their characters alone. */
export function mayGoOn(head: string, tail: string): boolean {
  return /[\p{L}\p{N}@.·-]$/u.test(head) && /^[\p{L}\p{N}@.·-]/u.test(tail);
}

/**
 * With what between them two pieces of text hold a value that each alone does not: a line feed where detectors follow it across
 * one; nothing or a space where it is recognised only so, and that costs none that they see with a line feed. Undefined where no
 * value goes on.
 */
export function valueBreak(text: BrokenText): Separator | undefined {
  const { head } = text;
  const broken = matchesAcross(text, "\n");
  if (broken.some((match) => spansBreak(match, head.length, 1))) return "\n";
  return (["", " "] as const).find((separator) =>
    isBetter(matchesAcross(text, separator), broken, head.length, separator),
  );
}

/** What detectors see in both pieces with this between them. */
export function matchesAcross(
  { head, tail, label, labelled }: BrokenText,
  separator: Separator,
  options: Omit<DetectOptions, "labels"> = {},
): Match[] {
  const text = `${head}${separator}${tail}`;
  const end = head.length + separator.length + labelled;
  return detect(text, { ...options, ...(label !== undefined && { labels: [{ span: { start: 0, end }, label }] }) });
}

/** Whether a match begins before a break, which ends the head at `end`, and ends behind it. */
export function spansBreak({ span }: Match, end: number, gap: number): boolean {
  return span.start < end && span.end > end + gap;
}

/** Recognises something across the break, and loses nothing. Places after the break move by what the separator is shorter. */
function isBetter(joined: readonly Match[], broken: readonly Match[], end: number, separator: string): boolean {
  if (!joined.some((match) => spansBreak(match, end, separator.length))) return false;
  const moved = (at: number) => (at > end ? at - 1 + separator.length : at);
  return broken.every(({ span }) =>
    joined.some((match) => match.span.start <= moved(span.start) && match.span.end >= moved(span.end)),
  );
}
