import { type Entry, entriesOf } from "../entries.js";
import type { Report } from "./report.js";

const SEVERITIES = { error: "major", warning: "minor", note: "info" } as const satisfies Record<Entry["level"], string>;

/** GitLab's code quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Report = {
  name: "gitlab",
  head: '[{"check_name":"tuhei/',
  render: (input) => `${JSON.stringify(entriesOf(input).map(issue))}\n`,
};

function issue({ rule, message, level, path, finding, fingerprint }: Entry): object {
  return {
    check_name: `tuhei/${rule}`,
    description: message,
    severity: SEVERITIES[level],
    fingerprint,
    location: { path, lines: { begin: finding?.line ?? 1 } },
  };
}
