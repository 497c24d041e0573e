import type { Quad } from "@tuhei/core";
import {
  boxOfChar,
  type Extent,
  extentOf,
  frameOf,
  GENERATED,
  isBlank,
  type PageChars,
  type PdfPage,
  type Rendering,
  SECOND_HALF,
  UNMAPPED,
} from "@tuhei/core/pdf";
import { coverBy } from "../pdf/quad-cover.js";

/** Characters of one line that follow one another without a gap, as they are put behind a picture of their page. */
export interface ShownWord {
  readonly text: readonly string[];
  /** Start of the baseline in points from the lower left corner of the page as it is seen. */
  readonly x: number;
  readonly y: number;
  /** Clockwise, radians. */
  readonly angle: number;
  /** Points along the baseline. */
  readonly length: number;
  /** Size of the type, points. */
  readonly size: number;
}

/** A character of which more lies under the boxes is not put back. */
const MAX_COVERED = 0.1;
/** Levels of 255 between the lightest and the darkest pixel where a character shows. */
const MIN_CONTRAST = 48;
/** How far from each other, in type sizes, characters of one word may begin and end. */
const MAX_GAP = 0.15;
/** Radians, and parts of the type size, that characters of one word may differ by. */
const SAME_ANGLE = 0.01;
const SAME_SIZE = 0.05;
/** From here on characters are as wide as high. */
const FIRST_WIDE = 0x2e80;

/**
 * The words of a page that its picture shows, outside of the boxes. Text that nothing is seen of (on a hidden layer, under a
 * shape, white on white) is left out.
 *
 * @param rendering of the page, in which boxes may be painted or not
 */
export function shownWords(page: PdfPage, chars: PageChars, quads: readonly Quad[], rendering: Rendering): ShownWord[] {
  const cover = coverBy(quads);
  const words: ShownWord[] = [];
  let open: OpenWord | undefined;
  const finish = () => {
    if (open) words.push(placed(open, page));
    open = undefined;
  };
  for (let at = 0; at < chars.count; at++) {
    if (chars.flags[at]! & SECOND_HALF) continue;
    const isShown =
      !isBlank(chars, at) &&
      (chars.flags[at]! & (GENERATED | UNMAPPED)) === 0 &&
      chars.codes[at] !== 0 &&
      cover.of(boxOfChar(page.space, chars, at)) <= MAX_COVERED &&
      contrastIn(rendering, boxOfChar(page.space, chars, at)) >= MIN_CONTRAST;
    if (!isShown) {
      finish();
      continue;
    }
    const next = charAt(chars, at);
    if (open && !continues(open, next)) finish();
    open = open ? { ...open, text: [...open.text, next.text[0]!], extent: spanning(open.extent, next.extent) } : next;
  }
  finish();
  return words;
}

interface OpenWord {
  readonly text: readonly string[];
  readonly angle: number;
  readonly size: number;
  readonly extent: Extent;
  /** Across the line, where it stands. */
  readonly baseline: number;
  readonly isWide: boolean;
}

function charAt(chars: PageChars, at: number): OpenWord {
  const angle = chars.angles[at]!;
  const { across } = frameOf(angle);
  const [x, y] = [chars.origins[at * 2]!, chars.origins[at * 2 + 1]!];
  const code = chars.codes[at]!;
  return {
    text: [String.fromCodePoint(code)],
    angle,
    size: chars.sizes[at]! || 1,
    extent: extentOf(chars, at, frameOf(angle)),
    baseline: x * across[0] + y * across[1],
    isWide: code >= FIRST_WIDE,
  };
}

function continues(word: OpenWord, next: OpenWord): boolean {
  const reach = MAX_GAP * word.size;
  return (
    word.isWide === next.isWide &&
    Math.abs(word.angle - next.angle) < SAME_ANGLE &&
    Math.abs(word.size - next.size) < SAME_SIZE * word.size &&
    Math.abs(word.baseline - next.baseline) < reach &&
    Math.abs(next.extent.start - word.extent.end) < reach
  );
}

function spanning(a: Extent, b: Extent): Extent {
  return { ...a, end: Math.max(a.end, b.end) };
}

function placed({ text, angle, size, extent, baseline }: OpenWord, { space, geometry }: PdfPage): ShownWord {
  const { along, across } = frameOf(angle);
  const start = space.toPage(
    extent.start * along[0] + baseline * across[0],
    extent.start * along[1] + baseline * across[1],
  );
  return {
    text,
    x: start.x,
    y: space.height - start.y,
    angle: angle + (geometry.turns * Math.PI) / 2,
    length: extent.end - extent.start,
    size,
  };
}

function contrastIn(
  { raster: { data, width, height }, scale, area }: Rendering,
  box: ReturnType<typeof boxOfChar>,
): number {
  const left = Math.max(0, Math.floor((box.x - area.x) * scale));
  const right = Math.min(width, Math.ceil((box.x + box.width - area.x) * scale));
  const top = Math.max(0, Math.floor((box.y - area.y) * scale));
  const bottom = Math.min(height, Math.ceil((box.y + box.height - area.y) * scale));
  let [low, high] = [255, 0];
  for (let y = top; y < bottom; y++) {
    for (let at = (y * width + left) * 3; at < (y * width + right) * 3; at += 3) {
      const level = data[at + 1]!;
      low = Math.min(low, level);
      high = Math.max(high, level);
    }
  }
  return high - low;
}
