import type { KindName } from "@tuhei/core";
import type { RasterReason } from "@tuhei/redactor";
import { isKeyOf } from "./is-key-of.js";
import type { Messages } from "./messages/index.js";
import type { Residue } from "./residue.js";
import type { FileResult } from "./result.js";
import { shownResidue } from "./shown-residue.js";
import { type Titled, typeCounts } from "./titles.js";

/** Something to say of a file besides its findings, as reports for people show it. */
export interface FileNote {
  readonly level: "error" | "warning" | "note";
  /** One line, in the user's language. */
  readonly text: string;
}

/** All that is to be said of a file besides its findings, the worst first. */
export function fileNotes(file: FileResult, titled: Titled): FileNote[] {
  const { messages } = titled;
  const { report } = messages;
  const at = (level: FileNote["level"]) => (text: string) => ({ level, text });
  return [
    ...(file.error ? [file.error.message] : []).map(at("error")),
    ...[...file.warnings.map(({ message }) => message), ...gapLines(file.gaps, messages)].map(at("warning")),
    ...residueLines(file.residue ?? [], titled).map(at("error")),
    ...(file.keptTypes ? [report.keptTypes(typeCounts(file.keptTypes, titled))] : []).map(at("warning")),
    ...[
      ...partsNote(report.removed, file.removed, messages),
      ...partsNote(report.kept, file.kept, messages),
      ...kindsNote(file, messages),
      ...rasterNotes(file, messages),
      ...lengthNote(file, messages),
      ...silencedNotes(file, titled),
    ].map(at("note")),
  ];
}

/** Parts of a file besides its pages; those of pictures that the catalogue does not have go by their technical names. */
function partsNote(what: string, names: readonly string[] = [], { colon, removedParts }: Messages): string[] {
  const shown = names.map((name) => (isKeyOf(removedParts, name) ? removedParts[name] : name));
  return shown.length > 0 ? [`${what}${colon}${[...new Set(shown)].join(", ")}`] : [];
}

/** What was not read, each reason once with its pages: a scan of hundreds of pages has the same one for all. */
export function gapLines(gaps: FileResult["gaps"], messages: Messages): string[] {
  return withPages(
    gaps.map(({ code, page }) => ({ words: messages.gaps[code], page })),
    messages,
  );
}

/** What is still there, each thing once with its pages. */
function residueLines(residue: readonly Residue[], titled: Titled): string[] {
  return withPages(
    residue.map((one) => ({ words: shownResidue(one, titled), page: one.page })),
    titled.messages,
  );
}

/** Each text once, behind its pages (from 1) if it has any: "pages 1–3, 7: …". */
function withPages(
  told: readonly { readonly words: string; readonly page: number | undefined }[],
  { report, colon }: Messages,
): string[] {
  const pages = new Map<string, Set<number>>();
  for (const { words, page } of told) {
    const known = pages.get(words) ?? new Set();
    pages.set(words, page === undefined ? known : known.add(page));
  }
  return [...pages].map(([words, set]) => {
    const [first, ...more] = [...set].sort((a, b) => a - b);
    if (first === undefined) return words;
    const at = more.length === 0 ? report.page(first) : report.pages(ranges([first, ...more]));
    return `${at}${colon}${words}`;
  });
}

/** "1–3, 7": numbers that rise. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

/** Which documents are on the pages; each kind once. */
function kindsNote({ kinds = [] }: FileResult, { report, kinds: titles }: Messages): string[] {
  const names = [...new Set(kinds.map(({ kind }) => kind))];
  return names.length > 0 ? [report.kinds(names.map((name) => titles[name as KindName]).join(", "))] : [];
}

/** Which pages became pictures, by reason. */
function rasterNotes({ rasterized = [] }: FileResult, { report, rasterReasons }: Messages): string[] {
  const pages = new Map<RasterReason, number[]>();
  for (const { page, reason } of rasterized) pages.set(reason, [...(pages.get(reason) ?? []), page]);
  return [...pages].map(([reason, list]) => report.rasterized(list.join(", "), rasterReasons[reason]));
}

/** What is not told because the user said so, and what the user need not say any more. */
export function silencedNotes({ known = 0, gone = 0, silenced = 0, audited }: FileResult, titled: Titled): string[] {
  const { report } = titled.messages;
  return [
    ...(silenced > 0 ? [report.silenced(silenced)] : []),
    ...(known > 0 ? [audited ? report.knownEntries(typeCounts(audited.known, titled)) : report.known(known)] : []),
    ...(gone > 0 ? [audited ? report.goneEntries(typeCounts(audited.gone, titled)) : report.gone(gone)] : []),
  ];
}

/** What bars and gaps still tell. */
function lengthNote({ lengthVisible = [] }: FileResult, { report }: Messages): string[] {
  if (lengthVisible.length === 0) return [];
  const places = lengthVisible.reduce((sum, page) => sum + page.places, 0);
  return [report.lengthVisible(places, lengthVisible.flatMap(({ page }) => page ?? []).join(", "))];
}
