import { type Box, quadOfBox } from "@tuhei/core";
import { type CoveredText, coveredText } from "@tuhei/core/pdf";
import type { LeakDetail } from "../leak.js";
import { pageCheck } from "./page-check.js";

/** No text is merely covered: under a drawn box or a picture, or in the colour of what is beneath. Whoever made the file. */
export const pdfNoCoveredText = pageCheck("pdf-no-covered-text", () => ({
  page: (page) =>
    coveredText(page, () => page.chars).map((text) => ({
      detail: BY[text.by],
      text: { characters: text.characters, box: rounded(text.box) },
      ...(text.isDark && { quads: [quadOfBox(text.middle)] }),
    })),
}));

const BY: Readonly<Record<CoveredText["by"], LeakDetail>> = {
  shape: "text under a drawn shape",
  picture: "text under a picture",
  colour: "text in the colour of what it stands on",
};

/** People look for it on the page, and a point is fine enough. */
function rounded({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
