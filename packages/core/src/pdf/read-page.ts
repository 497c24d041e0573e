import type { Page, TextRun } from "../model/document.js";
import type { Services } from "../services.js";
import { flattenPage } from "./flatten.js";
import { pageChars } from "./page-chars.js";
import { locateText, type PageText, pageText } from "./page-text.js";
import type { PdfFile } from "./pdf-file.js";
import { segmentLabels } from "./segment-labels.js";

/** Reads one page: its text layer and what stands in its pictures. */
export async function readPdfPage(file: PdfFile, index: number, _services: Services): Promise<Page> {
  flattenPage(file, index);
  return file.withPage(index, (page) => {
    const chars = pageChars(page);
    const layer = pageText(chars);
    const { space } = page;
    return {
      index,
      size: { width: space.width, height: space.height, unit: "pt" },
      text: layer.text,
      runs: runsOf(layer),
      marks: [],
      gaps: [],
      locate: (span) => locateText(layer, chars, space, span),
    };
  });
}

function runsOf({ text, placed }: PageText): TextRun[] {
  const labels = segmentLabels(placed, text);
  return placed.map(({ span }, at) => {
    const label = labels[at];
    return { span, origin: "content", precision: "measured", confidence: 1, ...(label !== undefined && { label }) };
  });
}
