import {
  confidenceOf,
  createLegalTally,
  type Document,
  type Finding,
  type LegalDocument,
  type MaskedFinding,
  maskedFinding,
  metadataTextOf,
  type ReportedGap,
  type ScannedPage,
  textOf,
} from "@tuhei/core";
import { type EntityType, legalClassOf } from "@tuhei/patterns";
import type { RasterizedPage } from "@tuhei/redactor";
import { type FailureCode, isOwnFault } from "./failure.js";
import type { Messages } from "./messages/index.js";
import type { Residue } from "./residue.js";
import type { Session } from "./session.js";
import type { Warning } from "./warning.js";

/** A finding as reports show it. The value itself is there only when the user asked for it. */
export interface ReportedFinding extends MaskedFinding {
  readonly value?: string;
}

/** What became of one file: the unit of every report. */
export interface FileResult {
  readonly path: string;
  readonly status: "ok" | "partial" | "error";
  readonly format?: string;
  readonly findings: readonly ReportedFinding[];
  /** All findings by type, also those beyond the listed ones. */
  readonly counts: Readonly<Record<string, number>>;
  /** Highest score of a finding about a person, or of a type that was asked for; left out without any. */
  readonly topScore?: number;
  readonly gaps: readonly ReportedGap[];
  readonly warnings: readonly Warning[];
  readonly error?: { readonly code: FailureCode; readonly message: string };
  /** What the file counts for by law, until the run has added it up; no report shows it. */
  readonly legal?: LegalDocument;
  /** Redact: places blacked out. */
  readonly redactions?: number;
  readonly removed?: readonly string[];
  /** Redact: what was kept of a PDF besides its pages. */
  readonly kept?: readonly string[];
  /** What was found and left where it stands, because the user asked for it, by type. */
  readonly keptTypes?: Readonly<Record<string, number>>;
  /** Documents of known kinds, in order of the pages (from 1). */
  readonly kinds?: readonly { readonly page: number; readonly kind: string }[];
  /** Redact: whether the watermark that was asked for is on it; text has none. */
  readonly watermarked?: boolean;
  readonly verified?: boolean;
  /** Pages (from 1) that are now pictures, and why. */
  readonly rasterized?: readonly RasterizedPage[];
  /** Redact: places that still show how long the text was; pages from 1, none for text formats. */
  readonly lengthVisible?: readonly { readonly page?: number; readonly places: number }[];
  /** Redact: the copy that was written. */
  readonly output?: string;
  /** Redact, where a report shows them: the first pages of the copy as `data:` URIs, and how many pages it has. */
  readonly thumbnails?: { readonly uris: readonly string[]; readonly pages: number };
  /** Scan: findings that the user's baseline knows. They stand in no list and no other count. */
  readonly known?: number;
  /** Scan: entries of the baseline for this file that were not found any more; left out where not all of it was read. */
  readonly gone?: number;
  /** Scan: findings that inline marks silence. They stand in no list and no other count. */
  readonly silenced?: number;
  /** Baseline audit: entries for this file by type, found and not found any more; of the latter none where not all of it was read. */
  readonly audited?: Readonly<Record<"known" | "gone", Readonly<Record<string, number>>>>;
  /** Baseline: entries to put in or take out, until the run has done it; no report shows them. */
  readonly entries?: readonly string[];
  /** The file as reports for machines show it, in UTF-8, where it was made already; see `withJson`. */
  readonly json?: Uint8Array;
  /** Verify: what is still there, each once. */
  readonly residue?: readonly Residue[];
}

/** Findings listed one by one for a file; the counts are always complete. An export of millions of rows would not fit in memory. */
const MAX_LISTED = 10_000;

/** Gathers the findings of one file, without those that are taken away. */
export function createCollector(
  { scan, showValues, legal, mostListed }: Pick<Session, "scan" | "showValues" | "legal" | "mostListed">,
  isTaken: (finding: Finding, value: string) => boolean = () => false,
) {
  const findings: ReportedFinding[] = [];
  const counts: Record<string, number> = {};
  const keptTypes: Record<string, number> = {};
  const kinds: { page: number; kind: string }[] = [];
  let topScore: number | undefined;
  let tally = createLegalTally(legal);

  function add(finding: Finding, value: string): void {
    if (isTaken(finding, value)) return;
    counts[finding.entityType] = (counts[finding.entityType] ?? 0) + 1;
    if (isPersonal(finding.entityType, scan)) topScore = Math.max(topScore ?? 0, confidenceOf(finding));
    tally.add(finding, value);
    if (findings.length < Math.min(MAX_LISTED, mostListed)) findings.push(reported(finding, value, showValues));
  }

  return {
    reset(): void {
      findings.length = 0;
      for (const sums of [counts, keptTypes]) for (const type of Object.keys(sums)) delete sums[type];
      kinds.length = 0;
      topScore = undefined;
      tally = createLegalTally(legal);
    },
    page({ page, findings, kept, kinds: placed }: ScannedPage): void {
      for (const finding of findings) add(finding, textOf(finding, page));
      for (const { entityType } of kept) keptTypes[entityType] = (keptTypes[entityType] ?? 0) + 1;
      kinds.push(...placed.map(({ kind }) => ({ page: page.index + 1, kind: kind.name })));
    },
    metadata(found: readonly Finding[], document: Document): void {
      for (const finding of found) add(finding, metadataTextOf(finding, document));
    },
    /** To be asked for once, when nothing can fail any more. */
    result() {
      return {
        findings,
        counts,
        ...(topScore !== undefined && { topScore }),
        ...(Object.keys(keptTypes).length > 0 && { keptTypes }),
        ...(kinds.length > 0 && { kinds }),
        legal: tally.document(),
      };
    },
  };
}

/** Whether a type is about a person, or was asked for by name. */
export function isPersonal(type: EntityType, { only, detectors }: Session["scan"]): boolean {
  return only !== undefined || legalClassOf(type, detectors).tier !== "business";
}

function reported(finding: Finding, value: string, showValues: boolean): ReportedFinding {
  return { ...maskedFinding(finding, value), ...(showValues && { value }) };
}

/** The result of a file that failed. */
export function failed(path: string, error: unknown, messages: Messages): FileResult {
  const code = isOwnFault(error) ? error.code : "internal";
  const message = messages.errors[code];
  return {
    path,
    status: "error",
    findings: [],
    counts: {},
    gaps: [],
    warnings: [],
    error: { code, message },
  };
}
