import type { Gap, GapCode, Mark } from "../model/document.js";
import type { Box, Point, Quad } from "../model/geometry.js";
import type { OcrLine } from "../ocr/engine.js";
import { readFaces } from "../read-faces.js";
import { readLines, readMarks, withoutText } from "../read-raster.js";
import type { Services } from "../services.js";
import { pageObjects } from "./page-objects.js";
import type { PdfFile } from "./pdf-file.js";
import type { PictureParts } from "./picture-parts.js";
import { cropped, type PlacedRaster, pictureRaster } from "./picture-raster.js";
import { hasDetail } from "./raster-detail.js";
import { type Rendering, renderPage } from "./render.js";

/** What stands in the pictures of a page, page units. */
export interface PictureContent {
  readonly lines: readonly OcrLine[];
  readonly marks: readonly Mark[];
  /** Text that was seen and not read at all. */
  readonly unread: readonly Quad[];
  /** Where something is printed on pictures, or documents on them, that as a whole could not be read. */
  readonly illegible: readonly Quad[];
  /** No picture is illegible as a whole. */
  readonly isPartlyLegible?: true;
  readonly gaps: readonly Gap[];
}

/** Dots an inch for OCR: small print of 6 pt is 25 pixels high. */
const OCR_DPI = 300;
/** Dots an inch for barcodes: a module of a third of a millimetre is more than two pixels. */
const BARCODE_DPI = 200;

/** Renders what is not text and has it read, and what no rendering shows besides. */
export async function readPictures(
  file: PdfFile,
  index: number,
  parts: PictureParts,
  services: Services,
): Promise<PictureContent> {
  const reading = readingOf(index, services);
  const isWhole = parts.boxes.some(({ width, height }) => width === parts.size.width && height === parts.size.height);
  if (parts.hasBars && !isWhole) await reading.addBarcodes(rendered(file, index, BARCODE_DPI));
  for (const box of parts.boxes) await reading.add(rendered(file, index, OCR_DPI, box));
  for (const { object, areas } of parts.hidden) {
    const picture = file.withPage(index, (page) => pictureRaster(page, pageObjects(page)[object]!));
    if (!picture) reading.addGap("ocr-failed");
    else for (const area of areas) await reading.add(cropped(picture, area), { isPart: true });
  }
  return reading.content();
}

function rendered(file: PdfFile, index: number, dpi: number, box?: Box): PlacedRaster {
  const rendering = file.withPage(index, (page) => renderPage(page, dpi, box ? { part: box } : {}));
  return { raster: rendering.raster, toPage: (pixel) => onPage(pixel, rendering) };
}

function onPage({ x, y }: Point, { scale, area }: Rendering): Point {
  return { x: area.x + x / scale, y: area.y + y / scale };
}

function readingOf(index: number, services: Services) {
  const lines: OcrLine[] = [];
  const marks: Mark[] = [];
  const unread: Quad[] = [];
  const illegible: Quad[] = [];
  let isWholeLost = false;
  const codes = new Set<GapCode>();

  /** Returns what `look` sees, in pixels. */
  async function addMarks(look: typeof readMarks, { raster, toPage }: PlacedRaster): Promise<readonly Mark[]> {
    const read = await look(raster, services);
    if (read.gap) codes.add(read.gap);
    const seen = read.marks.map((mark) => ({ ...mark, quad: quadOnPage(mark.quad, toPage) }));
    marks.push(...seen.filter((mark) => !marks.some((other) => isSame(mark, other))));
    return read.marks;
  }

  return {
    addBarcodes: (picture: PlacedRaster) => addMarks(readMarks, picture),
    /** @param isPart a cut of a picture: what is cut through along its edges does not make it illegible */
    async add(picture: PlacedRaster, { isPart = false } = {}): Promise<void> {
      const { raster, toPage } = picture;
      if (!hasDetail(raster)) return;
      const seenMarks = [...(await addMarks(readMarks, picture)), ...(await addMarks(readFaces, picture))];
      const read = await readLines(raster, services, seenMarks);
      if (read.gap) codes.add(read.gap);
      unread.push(...read.unread.map((quad) => quadOnPage(quad, toPage)));
      if (!isPart) illegible.push(...read.illegible.map((quad) => quadOnPage(quad, toPage)));
      if (!isPart && read.illegible.length > 0) isWholeLost ||= !read.isPartlyLegible;
      const seen = read.lines.map((line) => lineOnPage(line, toPage));
      lines.push(...seen.filter((line) => !lines.some((other) => isSame(line, other))));
    },
    addGap: (code: GapCode) => void codes.add(code),
    content: (): PictureContent => ({
      lines,
      marks: withoutText(marks, lines),
      unread,
      illegible,
      ...(illegible.length > 0 && !isWholeLost && { isPartlyLegible: true }),
      gaps: [...codes].map((code) => ({ code, page: index })),
    }),
  };
}

/** Says the same in the same place. */
function isSame<T extends { quad: Quad; text?: string; payload?: string }>(a: T, b: T): boolean {
  const [p, q, height] = [
    centreOf(a.quad),
    centreOf(b.quad),
    Math.hypot(a.quad[0].x - a.quad[3].x, a.quad[0].y - a.quad[3].y),
  ];
  return a.text === b.text && a.payload === b.payload && Math.hypot(p.x - q.x, p.y - q.y) < height / 2;
}

function centreOf(quad: Quad): Point {
  return { x: quad.reduce((sum, { x }) => sum + x, 0) / 4, y: quad.reduce((sum, { y }) => sum + y, 0) / 4 };
}

function lineOnPage(line: OcrLine, toPage: (pixel: Point) => Point): OcrLine {
  const chars = line.chars.map((char) => ({ ...char, quad: quadOnPage(char.quad, toPage) }));
  return { ...line, quad: quadOnPage(line.quad, toPage), chars };
}

function quadOnPage([a, b, c, d]: Quad, toPage: (pixel: Point) => Point): Quad {
  return [toPage(a), toPage(b), toPage(c), toPage(d)];
}
