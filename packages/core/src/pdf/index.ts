export { byStrips } from "./by-strips.js";
export { forClipPoints } from "./clip-outline.js";
export type { CoveredText } from "./covered-lines.js";
export { coveredText } from "./covered-text.js";
export type { Pdfium } from "./engine.js";
export { byteText, utf16Text } from "./engine-text.js";
export { type Extent, extentOf, frameOf } from "./extents.js";
export { annotationCount, type Flattened, flattenPage } from "./flatten.js";
export { apply, IDENTITY, invert, type Matrix, multiply } from "./matrix.js";
export {
  boxOfChar,
  GENERATED,
  INVISIBLE,
  isBlank,
  isSpace,
  type LoadedPage,
  type PageChars,
  pageChars,
  SECOND_HALF,
  UNMAPPED,
} from "./page-chars.js";
export { type ObjectKind, objectMatrix, type PageObject, pageObjects } from "./page-objects.js";
export { type PageGeometry, type PageSpace, pageSpace, quadPoints, type UserRect } from "./page-space.js";
export { type OpenPdfOptions, openPdf, openPdfIn, type PageRange, type PdfFile, type PdfPage } from "./pdf-file.js";
export { type Canvas, createCanvas, lookAtPage, POINTS_PER_INCH, type Rendering, renderPage } from "./render.js";
