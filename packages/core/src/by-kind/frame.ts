import type { KindLayout } from "../kinds/kind.js";
import type { Page } from "../model/document.js";
import { type Box, type Point, type Quad, quadOfBox } from "../model/geometry.js";
import { beginsLike } from "./cues.js";
import type { PlacedKind } from "./recognize.js";

/** Where a place of a kind's layout is on the page. */
export type ToPage = (place: Box) => Quad;

/** A printed word of a document with its places in the layout and on the page. */
interface Tie {
  readonly from: Point;
  readonly to: Point;
}

/** A turn with a scale, and a shift: what a flat document does on a picture, but for its perspective. */
interface Turn {
  readonly cos: number;
  readonly sin: number;
  readonly origin: Point;
  readonly shift: Point;
}

/** How far, in the layout's extent, a word may stand from where the others say. */
const TOLERANCE = 0.08;
/** Two words nearer than this part of the layout's extent tell no direction. */
const MIN_REACH = 0.3;

/**
 * How a document's layout lies on the page, by the printed words that stand where they should; with fewer than two by the page's
 * shape where that is the document's, undefined on others.
 */
export function frameOf(page: Page, { kind, pieces }: PlacedKind): ToPage | undefined {
  const { layout } = kind;
  if (!layout) return undefined;
  if (layout.aspect !== undefined) return frameOfPage(page, layout.aspect, pieces);
  const ties = tiesIn(page, layout, pieces);
  const extent = Math.max(...layout.anchors.flatMap((a) => layout.anchors.map((b) => distance(a.at, b.at))));
  let best: readonly Tie[] = [];
  for (const [index, a] of ties.entries())
    for (const b of ties.slice(index + 1)) {
      if (distance(a.from, b.from) < MIN_REACH * extent || distance(a.to, b.to) === 0) continue;
      const turn = turnBy([a, b]);
      const agreed = ties.filter(
        ({ from, to }) => distance(moved(turn, from), to) <= TOLERANCE * extent * sizeOf(turn),
      );
      if (agreed.length > best.length) best = agreed;
    }
  if (best.length < 2) return undefined;
  const turn = turnBy(best);
  return (place) => quadOfBox(place).map((corner) => moved(turn, corner)) as unknown as Quad;
}

/** How far the shape of a page may be from the document's, as a share: cut a little too wide. */
const SHAPE = 0.08;

/** The page itself as the document, turned by quarters as its longest line is. */
function frameOfPage({ size, locate }: Page, aspect: number, pieces: PlacedKind["pieces"]): ToPage | undefined {
  const lines = pieces.flatMap(({ run }) => locate(run.span));
  const line = lines.toSorted((a, b) => distance(b[0], b[1]) - distance(a[0], a[1]))[0];
  if (!size || !line) return undefined;
  const [dx, dy] = [line[1].x - line[0].x, line[1].y - line[0].y];
  const isSideways = Math.abs(dy) > Math.abs(dx);
  const width = isSideways ? size.height : size.width;
  const shape = width / (isSideways ? size.width : size.height);
  if (Math.abs(shape / aspect - 1) > SHAPE) return undefined;
  const quarters = Math.round((Math.atan2(dy, dx) / Math.PI) * 2);
  const [cos, sin] = [Math.round(Math.cos((quarters * Math.PI) / 2)), Math.round(Math.sin((quarters * Math.PI) / 2))];
  const middle = { x: size.width / 2, y: size.height / 2 };
  const origin = { x: 0.5, y: 0.5 / shape };
  const turn: Turn = { cos: cos * width, sin: sin * width, origin, shift: middle };
  return (place) => quadOfBox(place).map((corner) => moved(turn, corner)) as unknown as Quad;
}

function tiesIn(page: Page, { anchors }: KindLayout, pieces: PlacedKind["pieces"]): Tie[] {
  return anchors.flatMap(({ words, at }) =>
    pieces.flatMap(({ text, isOcr, run }) => {
      const isIt = words.some((word) => text.startsWith(word) || (isOcr && word.length > 2 && beginsLike(text, word)));
      const quad = isIt ? page.locate(run.span)[0] : undefined;
      return quad ? [{ from: at, to: middle(quad[0], quad[3]) }] : [];
    }),
  );
}

/** The turn that brings the layout's points nearest to the page's, by least squares. */
function turnBy(ties: readonly Tie[]): Turn {
  const origin = meanOf(ties.map(({ from }) => from));
  const shift = meanOf(ties.map(({ to }) => to));
  let [cos, sin, weight] = [0, 0, 0];
  for (const { from, to } of ties) {
    const [x, y] = [from.x - origin.x, from.y - origin.y];
    const [u, v] = [to.x - shift.x, to.y - shift.y];
    cos += x * u + y * v;
    sin += x * v - y * u;
    weight += x * x + y * y;
  }
  return { cos: cos / weight, sin: sin / weight, origin, shift };
}

function moved({ cos, sin, origin, shift }: Turn, { x, y }: Point): Point {
  const [dx, dy] = [x - origin.x, y - origin.y];
  return { x: shift.x + dx * cos - dy * sin, y: shift.y + dx * sin + dy * cos };
}

function sizeOf({ cos, sin }: Turn): number {
  return Math.hypot(cos, sin);
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
