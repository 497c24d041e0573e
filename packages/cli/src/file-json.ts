import type { FileResult } from "./result.js";
import { total } from "./summary-lines.js";

/** A file as reports for machines show it, in UTF-8. */
export function fileJson({ json, ...file }: FileResult): Uint8Array {
  return json ?? Buffer.from(JSON.stringify(fileObject(file)));
}

/**
 * The same file, with its JSON in place of the findings that nothing else shows. To be made where the file was worked on: to
 * hand over and hold bytes takes a fraction of what as many objects take.
 *
 * @param others findings that other reports show
 */
export function withJson(file: FileResult, others: number): FileResult {
  return { ...file, json: fileJson(file), findings: file.findings.slice(0, others) };
}

function fileObject({ counts, topScore: _, thumbnails: __, legal: ___, entries: ____, ...file }: FileResult): object {
  const found = total(counts);
  return { ...file, ...(found > file.findings.length && { findingsInAll: found, counts }) };
}
