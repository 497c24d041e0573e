import type { Point } from "@tuhei/core";

/** Where the same line of text stands again and again on a page. Page units. */
export interface Tiling {
  /** Of the line's ink. */
  readonly width: number;
  readonly height: number;
  /** Radians, clockwise as seen; negative rises to the right. */
  readonly angle: number;
  /** The middle of each line. */
  readonly middles: readonly Point[];
}

/** Rising to the right: neither rows nor columns of a table hide it, and OCR of upright lines does not read it. */
const ANGLE = -Math.PI / 6;
/** Lines of text to the shorter side of a page; large enough to be read on a copy, small enough not to hide print. */
const LINES_TO_SIDE = 26;
/** How much of the diagonal one line may take: a long text gets smaller. */
const PART_OF_DIAGONAL = 0.6;
/** White space between lines and between repetitions in a line, in heights. */
const LINE_GAP = 4.5;
const GAP = 3;

/** Where the lines of a watermark stand so that no part of a page larger than a few words is without. */
export function tilesOn(page: { width: number; height: number }, ink: { width: number; height: number }): Tiling {
  const aspect = ink.width / ink.height;
  const diagonal = Math.hypot(page.width, page.height);
  const height = Math.min(Math.min(page.width, page.height) / LINES_TO_SIDE, (PART_OF_DIAGONAL * diagonal) / aspect);
  const width = height * aspect;
  const [along, across] = [width + GAP * height, (1 + LINE_GAP) * height];
  const rows = Math.ceil(diagonal / 2 / across);
  const columns = Math.ceil(diagonal / 2 / along) + 1;
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)];
  const middles: Point[] = [];
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      // Every other row is moved by half, so that gaps do not stand above one another.
      const [u, v] = [(column + (row % 2 === 0 ? 0 : 0.5)) * along, row * across];
      const [x, y] = [page.width / 2 + u * cos - v * sin, page.height / 2 + u * sin + v * cos];
      const reach = (width * cos + height) / 2;
      const rise = (width * -sin + height) / 2;
      if (x > -reach && x < page.width + reach && y > -rise && y < page.height + rise) middles.push({ x, y });
    }
  }
  return { width, height, angle: ANGLE, middles };
}
