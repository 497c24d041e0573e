import type { EntityType } from "@tuhei/patterns";
import type { ReportInput } from "./reports/report.js";
import type { FileResult } from "./result.js";
import { typeCounts } from "./titles.js";

/** What became of the run, as lines for people. */
export function summaryLines(input: ReportInput): string[] {
  const { command, files, resumed, out, dryRun, config, ignoreFile, gitHistory, baseline } = input;
  const { report } = input.messages;
  const handled = files.filter(({ error }) => !error);
  const places = files.reduce((sum, { redactions = 0 }) => sum + redactions, 0);
  const counts = countsByType(files);
  const findings = total(counts);
  const incomplete = files.filter(({ status }) => status !== "ok").length;
  const silenced = files.reduce((sum, { silenced = 0 }) => sum + silenced, 0);
  const residue = files.filter(({ residue = [] }) => residue.length > 0).length;
  const first = {
    scan: () => report.scanned(files.length, findings),
    redact: () =>
      dryRun ? report.planned(handled.length, places) : report.redacted(handled.length, places, out ?? ""),
    verify: () => report.verified(handled.length - residue),
  }[command]();
  return [
    first,
    ...(findings > 0 && command !== "verify"
      ? [`${report.types}${input.messages.colon}${typeCounts(counts, input)}`]
      : []),
    ...(residue > 0 ? [report.residue(residue)] : []),
    ...(incomplete > 0 ? [report.incomplete(incomplete)] : []),
    ...(resumed > 0 ? [report.resumed(resumed)] : []),
    ...(config ? [report.config(config.path, config.skipped)] : []),
    ...(ignoreFile ? [report.ignored(ignoreFile.path, ignoreFile.entries)] : []),
    ...(gitHistory !== undefined ? [report.gitHistory(gitHistory)] : []),
    ...(silenced > 0 ? [report.silenced(silenced)] : []),
    ...(baseline ? [report.baseline(baseline.path, baseline.known, baseline.gone, baseline.elsewhere)] : []),
  ];
}

/** Findings of all files by type, in the order of the names. */
export function countsByType(files: readonly FileResult[]): Readonly<Record<string, number>> {
  const sums = new Map<EntityType, number>();
  for (const { counts } of files) {
    for (const [type, count] of Object.entries(counts))
      sums.set(type as EntityType, (sums.get(type as EntityType) ?? 0) + count);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Findings in all, also those beyond the listed ones. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
