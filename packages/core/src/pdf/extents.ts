import type { Point, Quad } from "../model/geometry.js";
import type { PageChars } from "./page-chars.js";
import type { PageSpace } from "./page-space.js";

/** Where a character or a stretch of text reaches along its line and across it, measured in user space from its origin. */
export interface Extent {
  /** Along the writing direction. */
  readonly start: number;
  readonly end: number;
  /** Across it; `top` is where the heads of upright letters are. */
  readonly bottom: number;
  readonly top: number;
}

/** Unit vectors of a line of text in user space. */
export interface Frame {
  readonly along: readonly [x: number, y: number];
  readonly across: readonly [x: number, y: number];
}

/** The frame of text that runs at a clockwise angle. */
export function frameOf(angle: number): Frame {
  const [cos, sin] = [rounded(Math.cos(angle)), rounded(Math.sin(angle))];
  return { along: [cos, -sin], across: [sin, cos] };
}

/** Upright text has exactly upright quads. */
function rounded(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-5 ? whole : value;
}

/** A character's extent. The centre of upright bounds is the centre of what they bound, whatever its slant. */
export function extentOf({ boxes, heights }: PageChars, index: number, { along, across }: Frame): Extent {
  const at = index * 4;
  const left = boxes[at]!;
  const bottom = boxes[at + 1]!;
  const right = boxes[at + 2]!;
  const top = boxes[at + 3]!;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const height = heights[index]!;
  const [cos, sin] = [Math.abs(along[0]), Math.abs(along[1])];
  // Bounds of a rectangle of width w and height h: w·cos + h·sin by w·sin + h·cos.
  const width = cos >= sin ? (right - left - height * sin) / cos : (top - bottom - height * cos) / sin;
  const middle = x * along[0] + y * along[1];
  const level = x * across[0] + y * across[1];
  const half = Math.max(0, width) / 2;
  return { start: middle - half, end: middle + half, bottom: level - height / 2, top: level + height / 2 };
}

/** The smallest extent around both. */
export function unite(a: Extent, b: Extent): Extent {
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    bottom: Math.min(a.bottom, b.bottom),
    top: Math.max(a.top, b.top),
  };
}

/** The extent as a quad of the page, in reading order of the text, `margin` larger on every side. Points. */
export function quadOf(extent: Extent, { along, across }: Frame, space: PageSpace, margin: number): Quad {
  const corner = (at: number, level: number): Point =>
    space.toPage(at * along[0] + level * across[0], at * along[1] + level * across[1]);
  const [start, end] = [extent.start - margin, extent.end + margin];
  const [bottom, top] = [extent.bottom - margin, extent.top + margin];
  return [corner(start, top), corner(end, top), corner(end, bottom), corner(start, bottom)];
}
