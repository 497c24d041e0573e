import { readAll, TuheiError } from "@tuhei/core";
import { type CoveredText, coveredText, flattenPage, openPdf, type PdfFile } from "@tuhei/core/pdf";
import type { Leak } from "../leak.js";
import type { Check } from "./check.js";

/** No text is merely covered: under a drawn box or a picture, or in the colour of what is beneath. Whoever made the file. */
export const pdfNoCoveredText: Check = {
  name: "pdf-no-covered-text",
  formats: ["pdf"],
  async run(output) {
    const leaks: Leak[] = [];
    const file = await openPdf(await readAll(output), { name: output.name });
    try {
      for (let index = 0; index < file.pageCount; index++) {
        for (const found of coveredOn(file, index)) {
          leaks.push({ check: pdfNoCoveredText.name, page: index, detail: inWords(found) });
        }
      }
    } finally {
      file.close();
    }
    return leaks;
  },
};

/** A page that cannot be parsed shows nothing; that it was not read is a gap, which the proof objects to by itself. */
function coveredOn(file: PdfFile, index: number): readonly CoveredText[] {
  try {
    flattenPage(file, index);
    return file.withPage(index, coveredText);
  } catch (error) {
    if (error instanceof TuheiError && error.code === "damaged") return [];
    throw error;
  }
}

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
