import { bytesSource, createServices, open, scan } from "@tuhei/core";
import type { CorpusDocument, Truth } from "./index.ts";

/** What a scan left of one planted value: nothing, a part that can be read, or all of it. */
export type Outcome = "whole" | "partial" | "missed";

/** One planted value after a scan. */
export interface Judged {
  readonly document: CorpusDocument;
  readonly truth: Truth;
  readonly outcome: Outcome;
  /** Covered by a finding of its own type alone. */
  readonly asItself: boolean;
}

/** A finding that touches nothing planted. */
export interface FalseAlarm {
  readonly document: CorpusDocument;
  readonly entityType: string;
  readonly start: number;
  readonly end: number;
}

/** What a scan of a corpus came to. */
export interface Recall {
  readonly judged: readonly Judged[];
  readonly falseAlarms: readonly FalseAlarm[];
  /** Findings by entity type, false alarms among them. */
  readonly findings: ReadonlyMap<string, number>;
  /** Size of the documents in UTF-8. */
  readonly megabytes: number;
}

interface Found {
  readonly entityType: string;
  readonly start: number;
  readonly end: number;
}

/** Scans documents as the command line does, organisations' numbers included, and compares with what was planted. */
export async function measureRecall(documents: readonly CorpusDocument[]): Promise<Recall> {
  const services = createServices({ ocr: "none" });
  const judged: Judged[] = [];
  const falseAlarms: FalseAlarm[] = [];
  const findings = new Map<string, number>();
  let bytes = 0;
  for (const document of documents) {
    const source = new TextEncoder().encode(document.text);
    bytes += source.length;
    const found: Found[] = [];
    const opened = await open(bytesSource(source, document.name), { services });
    for await (const page of scan(opened, { organisations: true }))
      for (const { entityType, place } of page.findings) if (place.span) found.push({ entityType, ...place.span });
    for (const { entityType } of found) findings.set(entityType, (findings.get(entityType) ?? 0) + 1);
    for (const truth of document.truths) judged.push(judge(document, truth, found));
    const known = [...document.truths, ...document.either];
    for (const finding of found)
      if (!known.some((part) => touches(part, finding))) falseAlarms.push({ document, ...finding });
  }
  await services.close();
  return { judged, falseAlarms, findings, megabytes: bytes / 1e6 };
}

function judge(document: CorpusDocument, truth: Truth, found: readonly Found[]): Judged {
  const touching = found.filter((finding) => touches(truth, finding));
  const own = touching.filter(({ entityType }) => entityType === truth.entityType);
  const left = uncovered(document.text, truth, touching);
  const outcome = left === 0 ? "whole" : touching.length > 0 ? "partial" : "missed";
  return { document, truth, outcome, asItself: uncovered(document.text, truth, own) === 0 };
}

/** Characters of a value that no finding covers; spaces give nothing away. */
function uncovered(text: string, { start, end }: Truth, found: readonly Found[]): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (text[at]!.trim() !== "" && !found.some((span) => span.start <= at && at < span.end)) count++;
  }
  return count;
}

function touches(a: { readonly start: number; readonly end: number }, b: Found): boolean {
  return a.start < b.end && b.start < a.end;
}
