import { fileJson } from "../file-json.js";
import type { FileResult } from "../result.js";
import type { Report } from "./report.js";

/** One JSON object a line, a line a file, as soon as the file is done. */
export const jsonl: Report = {
  name: "jsonl",
  isJson: true,
  render: ({ files }) => Buffer.concat(files.map(line)),
  renderFile: line,
};

const LINE_FEED = Buffer.from("\n");

function line(file: FileResult): Uint8Array {
  return Buffer.concat([fileJson(file), LINE_FEED]);
}
