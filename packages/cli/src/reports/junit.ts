import { type Entry, entriesOf } from "../entries.js";
import { shownPath } from "../files.js";
import type { Report, ReportInput } from "./report.js";

/** A JUnit report, as Jenkins and GitLab read it: a file is a test case, a finding its failure, what was not read its error. */
export const junit: Report = {
  name: "junit",
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tuhei"',
  render(input) {
    const cases = casesOf(input);
    const count = (part: "failures" | "errors") => cases.filter((one) => one[part].length > 0).length;
    const sums = `tests="${cases.length}" failures="${count("failures")}" errors="${count("errors")}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tuhei" ${sums}>
<testsuite name="tuhei ${input.command}" ${sums}>
${cases.map((one) => testcase(one, input.command)).join("")}</testsuite>
</testsuites>
`;
  },
};

interface Case {
  readonly path: string;
  readonly failures: readonly Entry[];
  readonly errors: readonly Entry[];
  readonly others: readonly Entry[];
}

function casesOf(input: ReportInput): Case[] {
  return input.files.map((file) => {
    const entries = entriesOf({ ...input, files: [file] });
    return {
      path: shownPath(file.path),
      failures: entries.filter(({ kind, level }) => level === "error" && kind !== "incomplete"),
      errors: entries.filter(({ kind }) => kind === "incomplete"),
      others: entries.filter(({ level }) => level !== "error"),
    };
  });
}

function testcase({ path, failures, errors, others }: Case, command: string): string {
  const parts = [outcome("failure", failures), outcome("error", errors), output(others)].filter(Boolean);
  return `<testcase classname="tuhei.${command}" name="${attribute(path)}">${parts.length > 0 ? "\n" : ""}${parts.join("")}</testcase>\n`;
}

/** One element for all, because readers take the first of a test case. */
function outcome(element: "failure" | "error", entries: readonly Entry[]): string {
  const [first] = entries;
  if (!first) return "";
  const lines = entries.map(({ message }) => message).join("\n");
  return `<${element} type="${first.rule}" message="${attribute(first.message)}">${text(lines)}</${element}>\n`;
}

function output(entries: readonly Entry[]): string {
  return entries.length > 0
    ? `<system-out>${text(entries.map(({ message }) => message).join("\n"))}</system-out>\n`
    : "";
}

function text(value: string): string {
  return written(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Line ends in an attribute would be read as spaces. */
function attribute(value: string): string {
  return text(value).replace(/"/g, "&quot;").replace(/\t/g, "&#9;").replace(/\n/g, "&#10;").replace(/\r/g, "&#13;");
}

/** XML 1.0, 2.2: no control characters, lone surrogates, U+FFFE and U+FFFF, not even as references. */
function written(value: string): string {
  return value.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
