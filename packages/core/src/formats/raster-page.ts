import { layout } from "../layout.js";
import type { Document, Page } from "../model/document.js";
import type { Raster } from "../ocr/engine.js";
import { isPlainPlace } from "../plain-place.js";
import { readFaces } from "../read-faces.js";
import { readLines, readMarks, withoutText } from "../read-raster.js";
import type { Services } from "../services.js";
import { smearedPrint } from "../smeared-print.js";
import { stretchedOverPaper } from "../white-space.js";

/** Pixels as a document of one page, as a picture in a file is one. */
export function rasterDocument(raster: Raster, services: Services): Document {
  return {
    format: "png",
    metadata: [],
    gaps: [],
    async *pages() {
      yield await rasterPage(0, async () => raster, services);
    },
    close() {},
  };
}

/** A page made of pixels, read by OCR and searched for barcodes and faces. `decoded` is asked again for what needs them later. */
export async function rasterPage(index: number, decoded: () => Promise<Raster>, services: Services): Promise<Page> {
  return {
    ...(await readPage(index, await decoded(), services)),
    stretch: async (quads) => stretchedOverPaper(await decoded(), quads),
    arePlain: async (places) => {
      const raster = await decoded();
      return places.map((place) => isPlainPlace(raster, place));
    },
    printIn: async (places, known) => {
      const raster = await decoded();
      return places.map((place) => smearedPrint(raster, place, known));
    },
  };
}

async function readPage(index: number, raster: Raster, services: Services): Promise<Page> {
  const barcodes = await readMarks(raster, services);
  const faces = await readFaces(raster, services);
  const marks = [...barcodes.marks, ...faces.marks];
  const { lines, unread, illegible, isPartlyLegible, gap } = await readLines(raster, services, marks);
  const { text, runs, locate } = layout(lines);
  return {
    index,
    size: { width: raster.width, height: raster.height, unit: "px" },
    text,
    runs,
    locate,
    marks: withoutText(marks, lines),
    ...(unread.length > 0 && { unread }),
    ...(illegible.length > 0 && { illegible }),
    ...(isPartlyLegible && { isPartlyLegible }),
    gaps: [gap, barcodes.gap, faces.gap].flatMap((code) => (code ? [{ code, page: index }] : [])),
  };
}
