import type { Box, Point, Quad } from "@tuhei/core";

/** Upright 8-bit RGB. */
interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Where a picture of a page, or of a part of it, stands on the page. */
export interface Placement {
  /** Pixels to the page unit. */
  readonly scale: number;
  /** The part that is shown, page units. */
  readonly area: Box;
}

/** Pixels by which a painted quad is wider on every side: an anti-aliased edge must not show what is beneath. */
const BLEED = 1;

/** Paints every pixel that a quad touches black. */
export function paintQuads(pixels: Pixels, quads: readonly Quad[], placement: Placement): void {
  for (const quad of quads) {
    forRows(quad, pixels, placement, -BLEED, (from, to) => pixels.data.fill(0, from * 3, to * 3));
  }
}

/**
 * Calls back with each row's run of pixels inside a quad: indices of the first pixel and of the one after the last.
 *
 * @param inset pixels that the quad is narrower on every side; negative widens it
 */
export function forRows(
  quad: Quad,
  { width, height }: { readonly width: number; readonly height: number },
  { scale, area }: Placement,
  inset: number,
  onRow: (from: number, to: number) => void,
): void {
  const corners = quad.map(({ x, y }) => ({ x: (x - area.x) * scale, y: (y - area.y) * scale }));
  const top = Math.max(0, Math.floor(Math.min(...corners.map(({ y }) => y)) + inset));
  const bottom = Math.min(height, Math.ceil(Math.max(...corners.map(({ y }) => y)) - inset));
  const upright = isUpright(corners) ? extent(corners) : undefined;
  for (let y = top; y < bottom; y++) {
    const span = upright ?? (inset > 0 ? innerSpan(corners, y) : outerSpan(corners, y, -inset));
    if (!span) continue;
    const left = Math.max(0, Math.floor(inset > 0 ? Math.ceil(span.left) + inset : span.left + inset));
    const right = Math.min(width, Math.ceil(inset > 0 ? Math.floor(span.right) - inset : span.right - inset));
    if (right > left) onRow(y * width + left, y * width + right);
  }
}

interface Span {
  readonly left: number;
  readonly right: number;
}

function isUpright([a, b, c, d]: readonly Point[]): boolean {
  const isStraight = a!.y === b!.y && b!.x === c!.x && c!.y === d!.y && d!.x === a!.x;
  return isStraight || (a!.x === b!.x && b!.y === c!.y && c!.x === d!.x && d!.y === a!.y);
}

function extent(corners: readonly Point[]): Span {
  const xs = corners.map(({ x }) => x);
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

/** Everything the quad covers anywhere in the rows from `y - reach` to `y + 1 + reach`. */
function outerSpan(corners: readonly Point[], y: number, reach: number): Span | undefined {
  const [low, high] = [y - reach, y + 1 + reach];
  const inside = corners.filter((corner) => corner.y >= low && corner.y <= high).map(({ x }) => x);
  const xs = [...inside, ...crossings(corners, low), ...crossings(corners, high)];
  return xs.length === 0 ? undefined : { left: Math.min(...xs), right: Math.max(...xs) };
}

/** What the quad covers in the whole of a row. */
function innerSpan(corners: readonly Point[], y: number): Span | undefined {
  const [above, below] = [crossings(corners, y), crossings(corners, y + 1)];
  if (above.length < 2 || below.length < 2) return undefined;
  return {
    left: Math.max(Math.min(...above), Math.min(...below)),
    right: Math.min(Math.max(...above), Math.max(...below)),
  };
}

/** Where the edges meet a horizontal line. */
function crossings(corners: readonly Point[], y: number): number[] {
  return corners.flatMap((a, index) => {
    const b = corners[(index + 1) % corners.length]!;
    if (Math.min(a.y, b.y) > y || Math.max(a.y, b.y) < y || a.y === b.y) return [];
    return [a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)];
  });
}
