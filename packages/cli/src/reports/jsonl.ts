import type { FileResult } from "../result.js";
import { fileObject } from "./json.js";
import type { Report } from "./report.js";

/** One JSON object a line, a line a file, as soon as the file is done. */
export const jsonl: Report = { name: "jsonl", render: ({ files }) => files.map(line).join(""), renderFile: line };

function line(file: FileResult): string {
  return `${JSON.stringify(fileObject(file))}\n`;
}
