import { parentPort } from "node:worker_threads";
import { documentChannels, pageChannels } from "./channels.js";
import { openDocument } from "./open.js";
import type { Reading, ReadingJob } from "./reading.js";
import { textPieces } from "./text-pieces.js";
import { WholeDecompression } from "./whole-decompression.js";

/** Pages after which fonts and pictures that pdf.js keeps are let go: memory stays flat and shared fonts are rarely parsed anew. */
const PAGES_KEPT = 50;

/** Reads the file from the asked page on and tells of each page when it has been read. Runs in a thread of its own. */
async function read({ bytes, from }: ReadingJob): Promise<void> {
  const document = await openDocument(bytes).catch(() => undefined);
  if (!document) return tell({ kind: "unopened" });
  const pageCount = document.numPages;
  tell({ kind: "opened", pageCount, channels: await documentChannels(document) });
  for (let index = from; index < pageCount; index++) {
    tell(await readPage(document, index));
    if (index % PAGES_KEPT === PAGES_KEPT - 1) await document.cleanup();
  }
}

type Document = Awaited<ReturnType<typeof openDocument>>;

/** Whatever pdf.js fails with, the page counts as not looked at; its messages may quote the file and go nowhere. */
async function readPage(document: Document, index: number): Promise<Reading> {
  try {
    const page = await document.getPage(index + 1);
    const reading: Reading = {
      kind: "page",
      index,
      pieces: await textPieces(page),
      channels: await pageChannels(page),
    };
    page.cleanup();
    return reading;
  } catch {
    return { kind: "unread", index };
  }
}

function tell(reading: Reading): void {
  parentPort?.postMessage(reading);
}

// In this thread alone.
Object.assign(globalThis, { DecompressionStream: WholeDecompression });
parentPort?.once("message", (job: ReadingJob) => read(job));
