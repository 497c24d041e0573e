export type { RedactOptions } from "./attempt.js";
export {
  createTuhei,
  type FileOptions,
  type RedactFileOptions,
  type RedactResult,
  type Tuhei,
  type TuheiOptions,
} from "./facade/create-tuhei.js";
export type { RedactReport, ScanReport } from "./facade/report.js";
export type { KeptPart } from "./keep/kept-parts.js";
export type { CheckName, FoundAgain, Leak, LeakDetail, NotRead, Objection, SidePart } from "./leak.js";
export type { RasterizedPage, RasterReason } from "./pdf/raster-reasons.js";
export { plan } from "./plan.js";
export type { RasterOptions } from "./rasterize.js";
export { type Redacted, redact } from "./redact.js";
export type { Looks, Redaction, RedactionStyle } from "./redaction.js";
export { type RedactionReport, redactionReport } from "./redaction-report.js";
export { memorySpool, type Spool } from "./spool.js";
export { type ThumbnailOptions, type Thumbnails, thumbnails } from "./thumbnails.js";
export { type Proof, type VerifiedFile, type VerifyContext, verify } from "./verify.js";
export { createWatermark, type Watermark } from "./watermark/mask.js";
export { writers } from "./writers/index.js";
export type { WriteJob, Writer, Written } from "./writers/writer.js";
