export { type Baseline, type BaselineLookup, createBaseline } from "./baseline/baseline.js";
export { type BaselineFile, entryTypes } from "./baseline/baseline-entry.js";
export { createBaselineKey, isBaselineKey } from "./baseline/baseline-key.js";
export { type BaselineProblem, formatBaseline, parseBaseline } from "./baseline/baseline-text.js";
export { digestOf } from "./baseline/digest-of.js";
export { kindsOn, type PlacedKind } from "./by-kind/recognize.js";
export { createServices, type FaceChoice, faceChoices, type ServiceOptions } from "./create-services.js";
export { type ErrorCode, TuheiError } from "./errors.js";
export type { Format, OpenOptions } from "./formats/format.js";
export { formats, textFormats } from "./formats/index.js";
export { createInlineIgnores, type IgnoreProblem, type InlineIgnores } from "./inline-ignores.js";
export { type DocumentKind, type KindName, type Profile, profiles } from "./kinds/kind.js";
export {
  createLegalSummary,
  createLegalTally,
  type LegalCounter,
  type LegalDocument,
  type LegalSummary,
  type LegalSummaryOptions,
  type LegalTally,
  legalThresholds,
} from "./legal-summary.js";
export { type InputLimits, limits, loweredLimits } from "./limits.js";
export {
  confidenceOf,
  distinctGaps,
  gapsOf,
  type MaskedFinding,
  maskedFinding,
  type ReportedGap,
} from "./masked-finding.js";
export type { Document, Gap, GapCode, Mark, MetadataText, Page, TextRun } from "./model/document.js";
export type { Finding, Place } from "./model/finding.js";
export { type Box, boxAround, overlaps, type Point, type Quad, quadOfBox } from "./model/geometry.js";
export type { OcrChar, OcrEngine, OcrLine, Raster } from "./ocr/engine.js";
export { formatOf, hasWrongExtension, open, promisedFormat } from "./open.js";
export { optionalPackages } from "./optional-packages.js";
export { rememberReadings } from "./remember-readings.js";
export { type ScanChoices, type ScannedPage, type ScanOptions, scan, scanMetadata } from "./scan.js";
export type { Barcode, Services } from "./services.js";
export { type ByteSource, bytesSource, readAll } from "./source.js";
export { type BlobLike, type Input, type ReadableStreamLike, type SourceOptions, sourceOf } from "./source-of.js";
export { type DetectedEncoding, detectEncoding, type Encoding } from "./text/encoding.js";
export { metadataTextOf, textOf } from "./text-of.js";
export { createValueIndex, type ValueIndex } from "./values.js";
