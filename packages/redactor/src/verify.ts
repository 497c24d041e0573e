import {
  type ByteSource,
  type Finding,
  type Gap,
  type GapCode,
  type OpenOptions,
  open,
  type ScanChoices,
  type ScannedPage,
  scan,
  scanMetadata,
  type ValueIndex,
} from "@tuhei/core";
import { type ChecksAtWork, startChecks } from "./checks/run-checks.js";
import { collectGarbage } from "./collect-garbage.js";
import { heed } from "./heed.js";
import type { KeptPart } from "./keep/kept-parts.js";
import type { Leak } from "./leak.js";
import type { Redaction } from "./redaction.js";
import { secondScan } from "./second-scan/second-scan.js";

declare const proven: unique symbol;

/** Output bytes that passed every check. Only {@link verify} makes one, and only such a file may be saved. */
export interface VerifiedFile {
  readonly [proven]: true;
  readonly source: ByteSource;
}

/** What the proof needs to know of the redaction. */
export interface VerifyContext {
  readonly open: OpenOptions;
  readonly scan: ScanChoices;
  /** Values that were redacted and must not occur any more. */
  readonly values: ValueIndex;
  /** Places on pages that were blacked out. */
  readonly redactions: readonly Redaction[];
  /** What could not be read in the original; the same in the output is no news. */
  readonly gaps: readonly Gap[];
  /** What a PDF may have besides the looks of its pages, if it is clean; nothing without it. */
  readonly kept?: ReadonlySet<KeptPart>;
  /** Heeded between pages and checks. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each page of the output with what is still found on it. */
  readonly onScanned?: (scanned: ScannedPage) => void;
}

/** The verdict: a file that may be saved, with what only its proof could not read; or what is wrong with it. */
export type Proof =
  | { readonly verified: VerifiedFile; readonly gaps: readonly Gap[] }
  | {
      readonly verified?: undefined;
      readonly leaks: readonly Leak[];
      readonly seen: readonly Finding[];
      readonly gaps: readonly Gap[];
    };

/** After so many pages, what they left is given back: it takes as long as reading one or two. */
const PAGES_A_COLLECTION = 64;
/** Gaps that make a proof worthless where the original had none: the output was not looked at. */
const BLINDING: ReadonlySet<GapCode> = new Set([
  "broken-font",
  "ocr-failed",
  "page-failed",
  "unmapped-text",
  "undecodable-text",
]);

/**
 * Opens the output again from its bytes alone and looks for what was redacted and for anything personal that is still
 * there. Shares no state with the writer.
 *
 * @throws {TuheiError} what `open` throws: an output that cannot be read is not proven
 */
export async function verify(output: ByteSource, context: VerifyContext): Promise<Proof> {
  const known = new Set(context.gaps.map(({ code }) => code));
  const seen: Finding[] = [];
  const leaks: Leak[] = [];
  const { redactions, kept } = context;
  const second = secondScan(context.scan, context.values);
  let checks: ChecksAtWork | undefined;
  const document = await open(output, {
    ...context.open,
    onPdfPage(page) {
      if (page.index % PAGES_A_COLLECTION === PAGES_A_COLLECTION - 1) collectGarbage(context.open.services);
      checks?.look(page);
    },
  });
  try {
    // What the scan below adds to the values it also objects to, so what starts now need not know of it.
    checks = startChecks(document.format, output, {
      redactions,
      values: new Set(context.values.values()),
      ...(kept && { kept }),
      onSecondReading: second.second,
      signal: context.signal,
    });
    leaks.push(...blindSpots(document.gaps, known));
    seen.push(...scanMetadata(document.metadata, context.scan));
    const reading = document.format === "pdf" ? { onPage: second.first } : {};
    for await (const scanned of scan(document, { ...context.scan, ...reading, values: context.values })) {
      await heed(context.signal);
      const { page, findings } = scanned;
      seen.push(...findings);
      context.onScanned?.(scanned);
      leaks.push(...blindSpots(page.gaps, known, page.index));
    }
    leaks.push(...(await checks.finish(new Set(context.values.values()))));
    seen.push(...(await second.findings()));
    leaks.push(...seen.map(leakOf));
  } finally {
    document.close();
    await checks?.settled();
  }
  const gaps = second.gaps();
  if (leaks.length > 0) return { leaks, seen, gaps };
  return { verified: { source: output } as VerifiedFile, gaps };
}

function blindSpots(gaps: readonly Gap[], known: ReadonlySet<GapCode>, page?: number): Leak[] {
  const blinding = gaps.filter(({ code }) => BLINDING.has(code) && !known.has(code));
  return blinding.map(({ code }) => ({ check: "output-readable", detail: code, ...(page !== undefined && { page }) }));
}

function leakOf({ entityType, place }: Finding): Leak {
  return { check: "fresh-scan", detail: entityType, ...(place.page !== undefined && { page: place.page }) };
}
