import { boxAround, type Quad } from "@tuhei/core";
import { type Rendering, renderPage } from "@tuhei/core/pdf";
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
      const rendering = renderPage(page, DPI, boxAround(quads.flat()));
      return quads.every((quad) => isBlack(rendering, quad)) ? [] : ["a box that is not black all over"];
    },
  };
});

function isBlack(rendering: Rendering, quad: Quad): boolean {
  const { data } = rendering.raster;
  let brightest = 0;
  forRows(quad, rendering.raster, rendering, EDGE, (from, to) => {
    for (let at = from * 3; at < to * 3; at++) brightest = Math.max(brightest, data[at]!);
  });
  return brightest <= MAX_LEVEL;
}
