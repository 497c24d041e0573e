import type { EntityType } from "@tuhei/patterns";
import { detectors } from "@tuhei/patterns";
import type { FileResult } from "../result.js";
import type { Report } from "./report.js";

/** The version of the shape below; grows when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1;

/** One JSON object for machines. Keys are never translated. */
export const json: Report = {
  name: "json",
  render: ({ files }) =>
    `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, files: files.map(fileObject), summary: summary(files) })}\n`,
};

/** A file as reports for machines show it. */
export function fileObject({ counts, topScore, ...file }: FileResult): object {
  const found = total(counts);
  return { ...file, ...(found > file.findings.length && { findingsInAll: found, counts }) };
}

function summary(files: readonly FileResult[]): object {
  const byType = countsByType(files);
  return {
    files: files.length,
    findings: total(byType),
    byType,
    byLegalClass: byLegalClass(byType),
    incomplete: files.filter(({ status }) => status !== "ok").length,
  };
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

/** Items by the classes of 法释〔2017〕10号 第五条; reference counts, no verdict. */
function byLegalClass(byType: Readonly<Record<string, number>>): Record<string, number> {
  const classes: Record<string, number> = {};
  for (const [type, count] of Object.entries(byType)) {
    const legal = detectors.find(({ entityType }) => entityType === type)?.legal;
    if (legal) classes[legal.tier] = (classes[legal.tier] ?? 0) + count;
  }
  return classes;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
