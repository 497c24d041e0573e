import { readApart } from "./read-apart.js";
import type { FileReading, PageReading } from "./reading.js";

/** Threads that may hang or crash on one file; the pages that are left then count as not read. */
const MAX_FAILURES = 3;

/**
 * Every page of a file, once and in order, as pdf.js reads it. A page on which it hangs or crashes is unread, and reading goes
 * on behind it.
 *
 * @param bytes are copied for every thread
 * @param pageCount pages that the file should have
 * @param onOpened told what stands beside the pages
 */
export async function* readPages(
  bytes: Uint8Array,
  pageCount: number,
  onOpened: (file: FileReading) => void,
): AsyncGenerator<PageReading> {
  let next = 0;
  for (let failures = 0; next < pageCount && failures < MAX_FAILURES; failures++) {
    for await (const reading of readApart({ bytes: Uint8Array.from(bytes), from: next })) {
      if (reading.kind === "unopened") failures = MAX_FAILURES;
      else if (reading.kind === "opened") onOpened(reading);
      else if (reading.index < pageCount) {
        yield reading;
        next = reading.index + 1;
      }
    }
    if (next < pageCount) yield { kind: "unread", index: next++ };
  }
  for (; next < pageCount; next++) yield { kind: "unread", index: next };
}
