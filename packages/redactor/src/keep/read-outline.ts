import { type PdfFile, utf16Text } from "@tuhei/core/pdf";
import type { OutlineEntry } from "./kept-parts.js";
import { targetOf } from "./read-target.js";

/** Entries read; a longer outline is not legitimate or runs in a circle. */
const MAX_ENTRIES = 20_000;
/** Deeper nesting is not legitimate. */
const MAX_DEPTH = 32;
/** Longer titles are cut: readers show a line. */
const MAX_TITLE = 400;

/** The outline as a tree: titles without control characters, and destinations that are pages of the file. */
export function readOutline(file: PdfFile): readonly OutlineEntry[] {
  const seen = new Set<number>();
  return file.engine.guard(() =>
    siblingsFrom(file, file.engine.raw.FPDFBookmark_GetFirstChild!(file.handle, 0), 0, seen),
  );
}

function siblingsFrom(file: PdfFile, first: number, depth: number, seen: Set<number>): OutlineEntry[] {
  const { engine, handle } = file;
  const { raw } = engine;
  const entries: OutlineEntry[] = [];
  for (let entry = first; entry !== 0 && !seen.has(entry); entry = raw.FPDFBookmark_GetNextSibling!(handle, entry)) {
    if (seen.size >= MAX_ENTRIES || depth >= MAX_DEPTH) break;
    seen.add(entry);
    const target = targetOf(file, destinationOf(file, entry));
    entries.push({
      title: titleOf(utf16Text(engine, (buffer, size) => raw.FPDFBookmark_GetTitle!(entry, buffer, size))),
      isOpen: raw.FPDFBookmark_GetCount!(entry) > 0,
      children: siblingsFrom(file, raw.FPDFBookmark_GetFirstChild!(handle, entry), depth + 1, seen),
      ...(target && { target }),
    });
  }
  return entries;
}

/** Its own destination, or that of its action where that leads to a place in the file. */
function destinationOf({ engine: { raw }, handle }: PdfFile, entry: number): number {
  const own = raw.FPDFBookmark_GetDest!(handle, entry);
  if (own !== 0) return own;
  const action = raw.FPDFBookmark_GetAction!(entry);
  return action === 0 ? 0 : raw.FPDFAction_GetDest!(handle, action);
}

function titleOf(text: string): string {
  return text
    .replace(/\p{C}+/gu, " ")
    .trim()
    .slice(0, MAX_TITLE);
}
