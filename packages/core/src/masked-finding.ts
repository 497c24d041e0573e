import { type EntityType, maskValue } from "@tuhei/patterns";
import type { Gap, Page } from "./model/document.js";
import type { Finding } from "./model/finding.js";
import { type Box, boxAround } from "./model/geometry.js";

/** A finding as reports show it: plain data for JSON, counted as people count, with no more of the value than a mask. */
export interface MaskedFinding {
  readonly type: EntityType;
  /** From 1; paged formats only. */
  readonly page?: number;
  /** UTF-16 offsets into the decoded text, text formats only. */
  readonly start?: number;
  readonly end?: number;
  /** Line from 1, text formats only. */
  readonly line?: number;
  /** Page units, to a tenth; see {@link Box}. */
  readonly boxes?: readonly Box[];
  /** Where it is hidden, "Info.Author" for instance. */
  readonly metadata?: string;
  /** A few characters at the ends, "*" for the others. */
  readonly masked: string;
  /** The score, to a hundredth. */
  readonly confidence: number;
  /** Why, in stable English words. */
  readonly reason: string;
}

/**
 * A finding for a report.
 *
 * @param value what `textOf` or `metadataTextOf` says of it
 */
export function maskedFinding(finding: Finding, value: string): MaskedFinding {
  const { entityType, reason, place } = finding;
  const isText = place.line !== undefined;
  return {
    type: entityType,
    ...(place.page !== undefined && !isText && { page: place.page + 1 }),
    ...(isText && place.span && { start: place.span.start, end: place.span.end, line: place.line! + 1 }),
    ...(place.quads.length > 0 && { boxes: place.quads.map((quad) => rounded(boxAround(quad))) }),
    ...(place.metadataKey !== undefined && { metadata: place.metadataKey }),
    masked: maskValue(value, entityType),
    confidence: confidenceOf(finding),
    reason,
  };
}

/** The score as reports show it and thresholds of the exit code take it, so that both say the same. */
export function confidenceOf({ score }: Pick<Finding, "score">): number {
  return Math.round(score * 100) / 100;
}

function rounded({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** To a tenth of a point or pixel. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Gaps of a page with its index. Windows of a text have no page number that a reader would know. */
export function gapsOf(page: Page): Gap[] {
  return page.gaps.map((gap) => ({ ...gap, ...(!page.window && { page: page.index }) }));
}

/** A gap as reports show it. */
export interface ReportedGap {
  readonly code: Gap["code"];
  /** From 1; absent when it concerns the whole file. */
  readonly page?: number;
}

/** The gaps of a file, each told once. */
export function distinctGaps(gaps: readonly Gap[]): ReportedGap[] {
  const seen = new Map(gaps.map((gap) => [`${gap.code} ${gap.page ?? ""}`, gap]));
  return [...seen.values()].map(({ code, page }) => ({ code, ...(page !== undefined && { page: page + 1 }) }));
}
