import { type Entry, entriesOf } from "../entries.js";
import { summaryLines } from "../summary-lines.js";
import { markdown } from "./markdown.js";
import type { Report } from "./report.js";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<
  Entry["level"],
  string
>;

/**
 * Annotations of GitHub Actions, the gravest first because GitHub shows ten of each kind in a step; and the Markdown report
 * in the summary of the job. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Report = {
  name: "github",
  render(input) {
    const entries = entriesOf(input);
    const annotations = (Object.keys(COMMANDS) as Entry["level"][]).flatMap((level) =>
      entries.filter((entry) => entry.level === level).map(annotation),
    );
    return `${[...annotations, ...summaryLines(input).map(data)].join("\n")}\n`;
  },
  beside: { variable: "GITHUB_STEP_SUMMARY", report: markdown },
};

function annotation({ level, rule, path, message, finding }: Entry): string {
  const line = finding?.line === undefined ? "" : `,line=${finding.line}`;
  return `::${COMMANDS[level]} file=${property(path)}${line},title=${property(`tuhei ${rule}`)}::${data(message)}`;
}

/** No line of a report may become a command of its own. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
