import type { Mark, Page } from "../model/document.js";
import { type Box, boxAround, quadOfBox } from "../model/geometry.js";
import { kindAt, type PlacedKind } from "./recognize.js";

/** What a portrait shows beside a face, and above or below it, in shares of the face's sides. */
const BESIDE = 0.45;
const ALONG = 0.35;

/** A page whose faces are as large as the portraits that they stand in: hair and shoulders tell who it is, too. */
export function withPortraits(page: Page, kinds: readonly PlacedKind[]): Page {
  if (!kinds.some(({ kind }) => kind.hasPortrait)) return page;
  return { ...page, marks: page.marks.map((mark) => portraitAround(mark, kinds)) };
}

function portraitAround(mark: Mark, kinds: readonly PlacedKind[]): Mark {
  const box = boxAround(mark.quad);
  const isPortrait = mark.entityType === "face" && kindAt(box, kinds)?.kind.hasPortrait;
  return isPortrait ? { ...mark, quad: quadOfBox(grown(box)) } : mark;
}

/** A face is higher than wide, whichever way its document lies. */
function grown({ x, y, width, height }: Box): Box {
  const [across, down] = width <= height ? [BESIDE * width, ALONG * height] : [ALONG * width, BESIDE * height];
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}
