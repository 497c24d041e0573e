import type { Point } from "../model/geometry.js";
import type { LayoutLine } from "./line.js";

/**
 * A line turned so that the text of its neighbourhood runs to the right: all numbers are in the turned page, in the unit
 * of the line's quad.
 */
export interface Piece {
  readonly line: LayoutLine;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** Half-way between top and bottom where the line begins, and where it ends: they differ where it slants. */
  readonly startMiddle: number;
  readonly endMiddle: number;
}

/** Lines whose direction differs by less, in radians, are read together: 30°. */
const SAME_DIRECTION = Math.PI / 6;
/** A line not longer than this many heights has no direction of its own. */
const ROUND = 1.5;

/** Lines in groups of one direction, the one with most text first. A stamp, a watermark or a side note is a group. */
export function piecesByDirection(lines: readonly LayoutLine[]): Piece[][] {
  const groups: Piece[][] = [];
  let rest = lines;
  while (rest.length > 0) {
    const angle = dominantAngle(rest);
    const isFirst = groups.length === 0;
    const fits = (line: LayoutLine): boolean =>
      turnBetween(angleOf(line), angle) <= SAME_DIRECTION || (isFirst && isRound(line));
    groups.push(rest.filter(fits).map((line) => turned(line, angle)));
    rest = rest.filter((line) => !fits(line));
  }
  return groups;
}

/** The mean direction of the lines that agree with the line that most text agrees with. */
function dominantAngle(lines: readonly LayoutLine[]): number {
  // Most lines of a page run in the very same direction.
  const weights = new Map<number, number>();
  for (const line of lines) {
    const angle = angleOf(line);
    weights.set(angle, (weights.get(angle) ?? 0) + (isRound(line) ? 1e-6 : widthOf(line)));
  }
  let best = { support: -1, angle: 0 };
  for (const angle of weights.keys()) {
    let [support, sin, cos] = [0, 0, 0];
    for (const [other, weight] of weights) {
      if (turnBetween(other, angle) > SAME_DIRECTION) continue;
      support += weight;
      sin += weight * Math.sin(other);
      cos += weight * Math.cos(other);
    }
    if (support > best.support) best = { support, angle: Math.atan2(sin, cos) };
  }
  return best.angle;
}

function turned(line: LayoutLine, angle: number): Piece {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const across = line.quad.map(({ x, y }) => x * cos + y * sin) as [number, number, number, number];
  const down = line.quad.map(({ x, y }) => y * cos - x * sin) as [number, number, number, number];
  if (isRound(line)) return upright(line, across, down);
  const startMiddle = (down[0] + down[3]) / 2;
  const endMiddle = (down[1] + down[2]) / 2;
  const height = heightOf(line);
  const middle = (startMiddle + endMiddle) / 2;
  return {
    line,
    left: (across[0] + across[3]) / 2,
    right: (across[1] + across[2]) / 2,
    top: middle - height / 2,
    bottom: middle + height / 2,
    height,
    startMiddle,
    endMiddle,
  };
}

/** A piece without a direction of its own, whichever way the engine turned it. */
function upright(line: LayoutLine, across: readonly number[], down: readonly number[]): Piece {
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const middle = (top + bottom) / 2;
  const height = Math.max(bottom - top, Number.MIN_VALUE);
  return { line, left, right, top, bottom, height, startMiddle: middle, endMiddle: middle };
}

function angleOf({ quad: [a, b, c, d] }: LayoutLine): number {
  return Math.atan2((b.y + c.y - a.y - d.y) / 2, (b.x + c.x - a.x - d.x) / 2);
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}

/** Whether a line is about as long as high: one character, mostly. */
export function isRound(line: LayoutLine): boolean {
  return widthOf(line) < ROUND * heightOf(line);
}

function widthOf({ quad: [a, b, c, d] }: LayoutLine): number {
  return (distance(a, b) + distance(d, c)) / 2;
}

function heightOf({ quad: [a, b, c, d] }: LayoutLine): number {
  return Math.max((distance(a, d) + distance(b, c)) / 2, Number.MIN_VALUE);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
