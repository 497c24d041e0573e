import type { Quad } from "@tuhei/core";
import { readAll } from "@tuhei/core";
import { openPdf, type Rendering, renderPage } from "@tuhei/core/pdf";
import type { Leak } from "../leak.js";
import { forRows } from "../pdf/paint-quads.js";
import { quadsOf } from "../pdf/quads-by-page.js";
import type { Check } from "./check.js";

/** Pixels to the inch: a box of one line of 6 pt is twelve pixels high. */
const DPI = 144;
/** Pixels of a box's edge that are not looked at, because they are part page. */
const EDGE = 1;
/** Highest level of 255 that counts as black: JPEG leaves rings of a few levels beside an edge. */
const MAX_LEVEL = 40;

/** Every pixel of every box is black when the page is drawn. */
export const pdfBoxesSolid: Check = {
  name: "pdf-boxes-solid",
  formats: ["pdf"],
  async run(output, { redactions }) {
    const leaks: Leak[] = [];
    const file = await openPdf(await readAll(output), { name: output.name });
    try {
      for (const [index, quads] of quadsOf(redactions)) {
        const rendering = file.withPage(index, (page) => renderPage(page, DPI));
        if (!quads.every((quad) => isBlack(rendering, quad))) {
          leaks.push({ check: pdfBoxesSolid.name, page: index, detail: "a box that is not black all over" });
        }
      }
    } finally {
      file.close();
    }
    return leaks;
  },
};

function isBlack(rendering: Rendering, quad: Quad): boolean {
  const { data } = rendering.raster;
  let brightest = 0;
  forRows(quad, rendering.raster, rendering, EDGE, (from, to) => {
    for (let at = from * 3; at < to * 3; at++) brightest = Math.max(brightest, data[at]!);
  });
  return brightest <= MAX_LEVEL;
}
