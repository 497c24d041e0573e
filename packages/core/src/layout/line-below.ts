/** Where a line of text stands, in any unit, turned so that it runs to the right. */
export interface LinePlace {
  /** In radians; places of one direction alone can be compared. */
  readonly direction: number;
  readonly start: number;
  readonly end: number;
  /** Grows downward; of all lines the same part, the baseline or the middle. */
  readonly level: number;
  readonly height: number;
}

/** How far lines of one text stand apart, in heights of a line. */
const MIN_PITCH = 0.5;
export const MAX_PITCH = 2;
/** How much the sizes of their type may differ, as a part. */
const SAME_SIZE = 0.25;
/** How far the next line may start before the first one, which is indented by two characters, and after it. In heights. */
const MAX_INDENT = 3;
const MAX_SHIFT = 1;

/** Whether a line stands where the next one of a text would, whose lines begin at `lineStart`. */
export function isLineBelow(a: LinePlace, b: LinePlace, lineStart = a.start): boolean {
  if (a.direction !== b.direction) return false;
  const height = Math.min(a.height, b.height);
  if (Math.max(a.height, b.height) > height * (1 + SAME_SIZE)) return false;
  const pitch = (b.level - a.level) / height;
  if (pitch < MIN_PITCH || pitch > MAX_PITCH) return false;
  const shift = (b.start - a.start) / height;
  const isCentred = Math.abs(a.start + a.end - b.start - b.end) / 2 <= height;
  const isFlush = Math.abs(b.start - lineStart) <= MAX_INDENT * height;
  return isCentred || (shift <= MAX_SHIFT && (shift >= -MAX_INDENT || isFlush));
}
