export { type ErrorCode, TuheiError } from "./errors.js";
export type { Format, OpenOptions } from "./formats/format.js";
export { limits } from "./limits.js";
export type { Document, Gap, GapCode, Mark, MetadataText, Page, TextRun } from "./model/document.js";
export type { Finding, Place } from "./model/finding.js";
export { type Box, boxAround, overlaps, type Point, type Quad, quadOfBox } from "./model/geometry.js";
export type { OcrChar, OcrEngine, OcrLine, Raster } from "./ocr/engine.js";
export type { Barcode, Services } from "./services.js";
export { type ByteSource, bytesSource, readAll } from "./source.js";
