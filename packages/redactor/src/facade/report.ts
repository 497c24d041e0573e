import {
  type Document,
  distinctGaps,
  type Finding,
  type Gap,
  type MaskedFinding,
  maskedFinding,
  metadataTextOf,
  type ReportedGap,
  type ScannedPage,
  textOf,
} from "@tuhei/core";
import type { RedactionReport } from "../redaction-report.js";

/** The version of the shape below, described by `report.schema.json`; grows when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1;

/** What was found in one file: plain data for JSON, without values. */
export interface ScanReport {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** "partial" when there are gaps: something was not read, and may hold more. */
  readonly status: "ok" | "partial";
  readonly format: string;
  /** The first {@link MAX_LISTED}. */
  readonly findings: readonly MaskedFinding[];
  /** All findings by type. */
  readonly counts: Readonly<Record<string, number>>;
  readonly gaps: readonly ReportedGap[];
}

/** What was found, and what became of it. */
export interface RedactReport extends ScanReport, RedactionReport {
  /** Whether the watermark that was asked for is on it; text has none. */
  readonly watermarked?: boolean;
}

/** Findings listed one by one; an export of millions of rows would not fit in memory. */
const MAX_LISTED = 10_000;

/** Gathers the findings of one file. */
export function createReport() {
  let findings: MaskedFinding[] = [];
  let counts: Record<string, number> = {};

  function add(finding: Finding, value: string): void {
    counts[finding.entityType] = (counts[finding.entityType] ?? 0) + 1;
    if (findings.length < MAX_LISTED) findings.push(maskedFinding(finding, value));
  }

  return {
    reset(): void {
      findings = [];
      counts = {};
    },
    page({ page, findings }: ScannedPage): void {
      for (const finding of findings) add(finding, textOf(finding, page));
    },
    metadata(found: readonly Finding[], document: Document): void {
      for (const finding of found) add(finding, metadataTextOf(finding, document));
    },
    result(format: string, gaps: readonly Gap[]): ScanReport {
      return {
        schemaVersion: SCHEMA_VERSION,
        status: gaps.length > 0 ? "partial" : "ok",
        format,
        findings,
        counts,
        gaps: distinctGaps(gaps),
      };
    },
  };
}
