import { json } from "./json.js";
import { jsonl } from "./jsonl.js";
import { pretty } from "./pretty.js";
import type { Report } from "./report.js";

/** THE TABLE of report formats, alphabetical. */
export const reports: readonly Report[] = [json, jsonl, pretty];
