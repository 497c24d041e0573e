import type { Box } from "../model/geometry.js";
import { PLACE } from "./face-network.js";

/** A face with how sure the network is, 0 to 1. */
export interface ScoredBox {
  readonly box: Box;
  readonly score: number;
}

/** Variances of SSD (Liu et al., 2016, the reference implementation's `box_coder`): centre and size. */
const [CENTRE_SCALE, SIZE_SCALE] = [10, 5];
/** Where in a row the logit of "face" stands: after the box and the background. */
const FACE_CLASS = 5;

/** The network's answers as boxes, in shares of the side of what it saw; those from a score on. */
export function boxesOf(output: Float32Array, anchors: Float32Array, leastScore: number): ScoredBox[] {
  const leastLogit = Math.log(leastScore / (1 - leastScore));
  const boxes: ScoredBox[] = [];
  for (let row = 0, at = 0; at < output.length; row++, at += PLACE) {
    const logit = output[at + FACE_CLASS]!;
    if (logit < leastLogit) continue;
    const [top, left, bottom, right] = anchors.subarray(row * 4, row * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const [dy, dx, dh, dw] = output.subarray(at, at + 4) as unknown as [number, number, number, number];
    const height = (bottom - top) * Math.exp(dh / SIZE_SCALE);
    const width = (right - left) * Math.exp(dw / SIZE_SCALE);
    const y = (top + bottom) / 2 + (dy / CENTRE_SCALE) * (bottom - top);
    const x = (left + right) / 2 + (dx / CENTRE_SCALE) * (right - left);
    boxes.push({ box: { x: x - width / 2, y: y - height / 2, width, height }, score: 1 / (1 + Math.exp(-logit)) });
  }
  return boxes;
}

/** How much of both together two boxes share before they count as one face. */
const SAME = 0.4;

/** The surest box of each face. */
export function distinct<Scored extends ScoredBox>(boxes: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  for (const candidate of [...boxes].sort((a, b) => b.score - a.score))
    if (!kept.some(({ box }) => shared(box, candidate.box) > SAME)) kept.push(candidate);
  return kept;
}

/** The common area of two boxes in shares of what both cover, 0 to 1. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (a.width * a.height + b.width * b.height - common);
}
