import { type Box, overlaps } from "../model/geometry.js";

/** Boxes that do not overlap, with one more: those it touches become one with it. */
export function withBox(boxes: readonly Box[], added: Box): Box[] {
  let grown = added;
  let apart = [...boxes];
  for (let touching = apart.filter((box) => overlaps(box, grown)); touching.length > 0; ) {
    grown = touching.reduce(around, grown);
    apart = apart.filter((box) => !touching.includes(box));
    touching = apart.filter((box) => overlaps(box, grown));
  }
  return [...apart, grown];
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
