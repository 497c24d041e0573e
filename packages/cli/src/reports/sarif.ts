import { pathToFileURL } from "node:url";
import { type Entry, entriesOf } from "../entries.js";
import { titleOf } from "../titles.js";
import { version } from "../version.js";
import type { Report, ReportInput } from "./report.js";

/** SARIF 2.1.0 (OASIS), as GitHub's code scanning and most other dashboards take it. */
export const sarif: Report = {
  name: "sarif",
  head: '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"tuhei"',
  render(input) {
    const entries = entriesOf(input);
    const results = entries.filter(isResult);
    const rules = [...new Set(results.map(({ rule }) => rule))].sort();
    const run = {
      tool: { driver: { name: "tuhei", semanticVersion: version(), rules: rules.map((id) => ruleOf(id, input)) } },
      language: input.messages.locale,
      columnKind: "utf16CodeUnits",
      invocations: [
        {
          executionSuccessful: input.files.every(({ status }) => status === "ok"),
          toolExecutionNotifications: entries.filter((entry) => !isResult(entry)).map(notificationOf),
        },
      ],
      results: results.map((entry) => resultOf(entry, rules)),
    };
    return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] })}\n`;
  },
};

function isResult({ kind }: Entry): boolean {
  return kind === "finding" || kind === "residue";
}

function ruleOf(id: string, input: ReportInput): object {
  const text = id === "residue" ? input.messages.report.residueRule : titleOf(id, input);
  return { id, shortDescription: { text }, properties: { tags: ["privacy"] } };
}

function resultOf(entry: Entry, rules: readonly string[]): object {
  const { rule, level, message, fingerprint, finding } = entry;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level,
    message: { text: message },
    locations: [locationOf(entry)],
    partialFingerprints: { "tuhei/v1": fingerprint },
    ...(finding && { properties: propertiesOf(finding) }),
  };
}

/** Offsets are no region: SARIF 2.1.0, 3.30.2 lets a region by offset not stand beside one by line that means the whole line. */
function propertiesOf({ confidence, reason, masked, start, end, boxes }: NonNullable<Entry["finding"]>): object {
  return { confidence, reason, masked, ...(start !== undefined && { start, end }), ...(boxes && { boxes }) };
}

function notificationOf(entry: Entry): object {
  return {
    descriptor: { id: entry.rule },
    level: entry.level,
    message: { text: entry.message },
    locations: [locationOf(entry)],
  };
}

function locationOf({ path, finding, page }: Entry): object {
  const logical = finding?.metadata ?? (page === undefined ? undefined : `page ${page}`);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      ...(finding?.line !== undefined && { region: { startLine: finding.line } }),
    },
    ...(logical !== undefined && { logicalLocations: [{ fullyQualifiedName: logical }] }),
  };
}

/** Relative to the working folder, which in CI is the repository's root; elsewhere absolute. */
function uriOf(path: string): string {
  if (path === "-") return "stdin";
  const isBelow = !path.startsWith("..") && !path.startsWith("/") && !/^[A-Za-z]:[\\/]/.test(path);
  return isBelow
    ? path
        .replace(/\p{Surrogate}/gu, "\ufffd")
        .split("/")
        .map(encodeURIComponent)
        .join("/")
    : pathToFileURL(path).href;
}
