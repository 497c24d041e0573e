import { fileObject } from "./json.js";
import type { Report } from "./report.js";

/** One JSON object a line, a line a file. */
export const jsonl: Report = {
  name: "jsonl",
  render: ({ files }) => files.map((file) => `${JSON.stringify(fileObject(file))}\n`).join(""),
};
