import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { jsonl } from "./jsonl.js";
import { junit } from "./junit.js";
import { markdown } from "./markdown.js";
import { pretty } from "./pretty.js";
import type { Report } from "./report.js";
import { sarif } from "./sarif.js";

/** THE TABLE of report formats, alphabetical. */
export const reports: readonly Report[] = [github, gitlab, html, json, jsonl, junit, markdown, pretty, sarif];
