export { type Flattened, flattenPage } from "./flatten.js";
export { GENERATED, type PageChars, pageChars, UNMAPPED } from "./page-chars.js";
export { type PageGeometry, type PageSpace, pageSpace, quadPoints, type UserRect } from "./page-space.js";
export { type OpenPdfOptions, openPdf, type PdfFile, type PdfPage } from "./pdf-file.js";
export type { Pdfium } from "./engine.js";
