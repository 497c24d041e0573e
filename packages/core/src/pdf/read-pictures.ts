import type { Gap, GapCode, Mark } from "../model/document.js";
import type { Point, Quad } from "../model/geometry.js";
import type { OcrLine } from "../ocr/engine.js";
import { readLines, readMarks } from "../read-raster.js";
import type { Services } from "../services.js";
import type { PdfFile } from "./pdf-file.js";
import type { PictureParts } from "./picture-parts.js";
import { hasDetail } from "./raster-detail.js";
import { type Rendering, renderPage } from "./render.js";

/** What stands in the pictures of a page, page units. */
export interface PictureContent {
  readonly lines: readonly OcrLine[];
  readonly marks: readonly Mark[];
  readonly gaps: readonly Gap[];
}

/** Dots an inch for OCR: small print of 6 pt is 25 pixels high. */
const OCR_DPI = 300;
/** Dots an inch for barcodes: a module of a third of a millimetre is more than two pixels. */
const BARCODE_DPI = 200;

/** Renders what is not text and has it read. */
export async function readPictures(
  file: PdfFile,
  index: number,
  { boxes, mayHaveBarcodes, size }: PictureParts,
  services: Services,
): Promise<PictureContent> {
  const lines: OcrLine[] = [];
  const codes = new Set<GapCode>();
  let whole: Rendering | undefined;
  for (const box of boxes) {
    const rendering = file.withPage(index, (page) => renderPage(page, OCR_DPI, box));
    if (box.width === size.width && box.height === size.height) whole = rendering;
    if (!hasDetail(rendering.raster)) continue;
    const read = await readLines(rendering.raster, services);
    if (read.gap) codes.add(read.gap);
    lines.push(...read.lines.map((line) => lineOnPage(line, rendering)));
  }
  const marks: Mark[] = [];
  if (mayHaveBarcodes) {
    const rendering = whole ?? file.withPage(index, (page) => renderPage(page, BARCODE_DPI));
    const read = await readMarks(rendering.raster, services);
    if (read.gap) codes.add(read.gap);
    marks.push(...read.marks.map((mark) => ({ ...mark, quad: quadOnPage(mark.quad, rendering) })));
  }
  return { lines, marks, gaps: [...codes].map((code) => ({ code, page: index })) };
}

function lineOnPage(line: OcrLine, rendering: Rendering): OcrLine {
  const chars = line.chars.map((char) => ({ ...char, quad: quadOnPage(char.quad, rendering) }));
  return { ...line, quad: quadOnPage(line.quad, rendering), chars };
}

function quadOnPage([a, b, c, d]: Quad, { scale, area }: Rendering): Quad {
  const onPage = ({ x, y }: Point): Point => ({ x: area.x + x / scale, y: area.y + y / scale });
  return [onPage(a), onPage(b), onPage(c), onPage(d)];
}
