import { readAll } from "@tuhei/core";
import type { Leak, LeakDetail } from "../leak.js";
import { outputObjects, reachedFrom } from "../pdf/output-objects.js";
import type { Check } from "./check.js";

/** Ends a file, ISO 32000-2, 7.5.5; after it at most a line end. */
const FILE_END = /%%EOF\s{0,2}$/;
const TAIL_BYTES = 16;

/** The output is one revision: one end, nothing before its header or after its end, and no object that nothing refers to. */
export const pdfOneRevision: Check = {
  name: "pdf-one-revision",
  formats: ["pdf"],
  async run(output) {
    const bytes = Buffer.from(await readAll(output));
    const leaks: Leak[] = [];
    const object = (detail: LeakDetail) => leaks.push({ check: pdfOneRevision.name, detail });
    if (!bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) object("bytes before the header");
    if (occurrences(bytes, "%%EOF") !== 1 || occurrences(bytes, "startxref") !== 1) object("more than one revision");
    if (!FILE_END.test(bytes.subarray(-TAIL_BYTES).toString("latin1"))) object("bytes after the end");
    const document = await outputObjects(output);
    const reached = new Set<string>();
    for (const { tag } of reachedFrom(document.context.trailerInfo.Root!, document)) reached.add(tag);
    const all = document.context.enumerateIndirectObjects();
    if (all.some(([ref]) => !reached.has(ref.tag))) object("an object that nothing refers to");
    return leaks;
  },
};

function occurrences(bytes: Buffer, word: string): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) count++;
  return count;
}
