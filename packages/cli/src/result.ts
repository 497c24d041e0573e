import {
  boxAround,
  createLegalTally,
  type Document,
  type Finding,
  type Gap,
  type LegalDocument,
  metadataTextOf,
  type Page,
  type ScannedPage,
  textOf,
} from "@tuhei/core";
import { type EntityType, legalClassOf, maskValue } from "@tuhei/patterns";
import type { RasterizedPage } from "@tuhei/redactor";
import { type FailureCode, isOwnFault } from "./failure.js";
import type { Messages } from "./messages/index.js";
import type { Session } from "./session.js";

/** A finding as reports show it. The value itself is there only when the user asked for it. */
export interface ReportedFinding {
  readonly type: EntityType;
  /** From 1. */
  readonly page?: number;
  /** Line from 1, text formats only. */
  readonly line?: number;
  /** UTF-16 offsets into the decoded text, text formats only. */
  readonly start?: number;
  readonly end?: number;
  /** Page units, see core's `Box`. */
  readonly boxes?: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Where it is hidden, "Info.Author" for instance. */
  readonly metadata?: string;
  readonly masked: string;
  readonly value?: string;
  readonly confidence: number;
  readonly reason: string;
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
  readonly gaps: readonly { readonly code: Gap["code"]; readonly page?: number }[];
  readonly warnings: readonly string[];
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
  /** Verify: what is still there, in words. */
  readonly residue?: readonly string[];
}

/** Findings listed one by one for a file; the counts are always complete. An export of millions of rows would not fit in memory. */
const MAX_LISTED = 10_000;

/** Gathers the findings of one file. */
export function createCollector({ scan, showValues, legal }: Pick<Session, "scan" | "showValues" | "legal">) {
  const findings: ReportedFinding[] = [];
  const counts: Record<string, number> = {};
  const keptTypes: Record<string, number> = {};
  const kinds: { page: number; kind: string }[] = [];
  let topScore: number | undefined;
  let tally = createLegalTally(legal);

  function add(finding: Finding, value: string): void {
    counts[finding.entityType] = (counts[finding.entityType] ?? 0) + 1;
    if (isPersonal(finding.entityType, scan)) topScore = Math.max(topScore ?? 0, confidenceOf(finding));
    tally.add(finding, value);
    if (findings.length < MAX_LISTED) findings.push(reported(finding, value, showValues));
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

/** The score as reports show it and `--fail-on` takes it, so that both say the same. */
function confidenceOf({ score }: Pick<Finding, "score">): number {
  return Math.round(score * 100) / 100;
}

function reported({ entityType, score, reason, place }: Finding, value: string, showValues: boolean): ReportedFinding {
  const isText = place.line !== undefined;
  return {
    type: entityType,
    ...(place.page !== undefined && !isText && { page: place.page + 1 }),
    ...(isText && place.span && { start: place.span.start, end: place.span.end, line: place.line! + 1 }),
    ...(place.quads.length > 0 && { boxes: place.quads.map((quad) => rounded(boxAround(quad))) }),
    ...(place.metadataKey !== undefined && { metadata: place.metadataKey }),
    masked: maskValue(value, entityType),
    ...(showValues && { value }),
    confidence: confidenceOf({ score }),
    reason,
  };
}

function rounded({ x, y, width, height }: ReturnType<typeof boxAround>) {
  const [left, top] = [round(x), round(y)];
  return { x: left, y: top, width: round(width), height: round(height) };
}

/** To a tenth of a point or pixel. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The gaps of pages, each told once. */
export function distinctGaps(gaps: readonly Gap[]): FileResult["gaps"] {
  const seen = new Map(gaps.map((gap) => [`${gap.code} ${gap.page ?? ""}`, gap]));
  return [...seen.values()].map(({ code, page }) => ({ code, ...(page !== undefined && { page: page + 1 }) }));
}

/** Gaps of a page with its index. Windows of a text have no page number that a reader would know. */
export function gapsOf(page: Page): Gap[] {
  return page.gaps.map((gap) => ({ ...gap, ...(!page.window && { page: page.index }) }));
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
