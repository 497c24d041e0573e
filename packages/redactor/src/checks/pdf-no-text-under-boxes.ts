import { readAll } from "@tuhei/core";
import { GENERATED, openPdf, pageChars, SECOND_HALF } from "@tuhei/core/pdf";
import type { Leak } from "../leak.js";
import { coverBy } from "../pdf/quad-cover.js";
import { quadsOf } from "../pdf/quads-by-page.js";
import type { Check } from "./check.js";

/** Characters of the line above or below reach a little into a box. */
const UNDER = 0.5;

/** No character, visible or not, stands under a black box. */
export const pdfNoTextUnderBoxes: Check = {
  name: "pdf-no-text-under-boxes",
  formats: ["pdf"],
  async run(output, { redactions }) {
    const leaks: Leak[] = [];
    const file = await openPdf(await readAll(output), { name: output.name });
    try {
      for (const [index, quads] of quadsOf(redactions)) {
        const cover = coverBy(quads);
        const isCovered = file.withPage(index, (page) => {
          const { count, codes, boxes, flags } = pageChars(page);
          for (let at = 0; at < count; at++) {
            if (flags[at]! & (GENERATED | SECOND_HALF) || /^\s$/.test(String.fromCodePoint(codes[at]!))) continue;
            const [left = 0, bottom = 0, right = 0, top = 0] = boxes.subarray(at * 4, at * 4 + 4);
            if (cover.of(page.space.boxOf({ left, bottom, right, top })) >= UNDER) return true;
          }
          return false;
        });
        if (isCovered) leaks.push({ check: pdfNoTextUnderBoxes.name, page: index, detail: "text under a box" });
      }
    } finally {
      file.close();
    }
    return leaks;
  },
};
