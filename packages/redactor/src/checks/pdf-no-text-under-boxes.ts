import { boxOfChar, isBlank } from "@tuhei/core/pdf";
import { coverBy } from "../pdf/quad-cover.js";
import { quadsOf } from "../pdf/quads-by-page.js";
import { pageCheck } from "./page-check.js";

/** Characters of the line above or below reach a little into a box. */
const UNDER = 0.5;

/** No character, visible or not, stands under a black box. */
export const pdfNoTextUnderBoxes = pageCheck("pdf-no-text-under-boxes", (_, { redactions }) => {
  const quadsByPage = new Map(quadsOf(redactions));
  return {
    page({ index, space, chars }) {
      const quads = quadsByPage.get(index);
      if (!quads) return [];
      const cover = coverBy(quads);
      for (let at = 0; at < chars.count; at++) {
        if (!isBlank(chars, at) && cover.of(boxOfChar(space, chars, at)) >= UNDER)
          return [{ detail: "text under a box" }];
      }
      return [];
    },
  };
});
