import type { RasterizedPage } from "./pdf/raster-reasons.js";
import type { Redacted } from "./redact.js";

/** What became of a file, as reports show it: plain data, pages from 1. */
export interface RedactionReport {
  /** Places blacked out. */
  readonly redactions: number;
  /** Names of what was sanitised away, sorted. */
  readonly removed: readonly string[];
  /** What of a PDF was kept besides its pages, sorted. */
  readonly kept: readonly string[];
  /** Pages that are now pictures, and why. */
  readonly rasterized: readonly RasterizedPage[];
  /** How many places still show how long the text was; text formats have no page. */
  readonly lengthVisible: readonly { readonly page?: number; readonly places: number }[];
}

/** A redaction for a report. */
export function redactionReport({
  redactions,
  removed,
  kept,
  rasterized,
  lengthVisible,
}: Omit<Redacted, "dispose" | "file">): RedactionReport {
  return {
    redactions,
    removed,
    kept,
    rasterized: rasterized.map(({ page, reason }) => ({ page: page + 1, reason })),
    lengthVisible: lengthVisible.map(({ page, places }) => ({ ...(page !== undefined && { page: page + 1 }), places })),
  };
}
