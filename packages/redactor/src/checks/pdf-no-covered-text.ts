import { quadOfBox } from "@tuhei/core";
import { type CoveredText, coveredText } from "@tuhei/core/pdf";
import { pageCheck } from "./page-check.js";

/** No text is merely covered: under a drawn box or a picture, or in the colour of what is beneath. Whoever made the file. */
export const pdfNoCoveredText = pageCheck("pdf-no-covered-text", () => ({
  page: (page) =>
    coveredText(page, () => page.chars).map((text) => ({
      detail: inWords(text),
      ...(text.isDark && { quads: [quadOfBox(text.middle)] }),
    })),
}));

const BY: Readonly<Record<CoveredText["by"], string>> = {
  shape: "under a drawn shape",
  picture: "under a picture",
  colour: "in the colour of what it stands on",
};

/** Where and how much, never what. Points from the upper left corner of the page. */
function inWords({ box, characters, by }: CoveredText): string {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round);
  return `${characters} characters ${BY[by]} at ${x},${y} (${width} × ${height} pt)`;
}
