import { type Box, boxAround, type Quad } from "@tuhei/core";
import { lookAtPage, type PdfPage, type Rendering } from "@tuhei/core/pdf";
import { forRows } from "../pdf/paint-quads.js";
import { quadsOf } from "../pdf/quads-by-page.js";
import { pageCheck } from "./page-check.js";

/** Pixels to the inch: a box of one line of 6 pt is twelve pixels high. */
const DPI = 144;
/** Pixels of a box's edge that are not looked at, because they are part page. */
const EDGE = 1;
/** Highest level of 255 that counts as black: JPEG leaves rings of a few levels beside an edge. */
const MAX_LEVEL = 40;

/** Every pixel of every box is black when the page is drawn. */
export const pdfBoxesSolid = pageCheck("pdf-boxes-solid", (_, { redactions }) => {
  const quadsByPage = new Map(quadsOf(redactions));
  return {
    page(page) {
      const quads = quadsByPage.get(page.index);
      if (!quads) return [];
      const part = onPage(boxAround(quads.flat()), page.space);
      if (!part) return [];
      const areBlack = lookAtPage(page, DPI, { part, isOrderFree: true }, (rendering) =>
        quads.every((quad) => isBlack(rendering, quad, page.space)),
      );
      return areBlack ? [] : [{ detail: "a box that is not black all over" }];
    },
  };
});

/** The part of a box that the page shows; undefined where it shows none. */
function onPage({ x, y, width, height }: Box, page: PdfPage["space"]): Box | undefined {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(page.width, x + width), Math.min(page.height, y + height)];
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

function isBlack(rendering: Rendering, quad: Quad, page: PdfPage["space"]): boolean {
  const { data, width } = rendering.raster;
  const { area, scale } = rendering;
  // Where the page ends within a pixel, that pixel is part paper beyond it.
  const [columns, rows] = [page.width - area.x, page.height - area.y].map((length) => Math.floor(length * scale));
  const black = Buffer.alloc(width * 3);
  let brightest = 0;
  forRows(quad, rendering.raster, rendering, EDGE, (from, end) => {
    const row = Math.floor(from / width);
    const to = Math.min(end, row * width + columns!);
    if (row >= rows! || to <= from) return;
    // Nearly every row is black to the last bit, which bytes compared at once tell sooner.
    if (black.compare(data, from * 3, to * 3, 0, (to - from) * 3) === 0) return;
    for (let at = from * 3; at < to * 3; at++) if (data[at]! > brightest) brightest = data[at]!;
  });
  return brightest <= MAX_LEVEL;
}
