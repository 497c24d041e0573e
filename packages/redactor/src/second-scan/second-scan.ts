import {
  createValueIndex,
  type Document,
  type Finding,
  type Gap,
  type Page,
  type ScanChoices,
  scan,
  textOf,
  type ValueIndex,
} from "@tuhei/core";
import type { Span } from "@tuhei/patterns";
import type { TextPiece } from "../pdfjs/reading.js";
import { compact, compactLines, disputeBetween } from "./disputed-text.js";
import { type PackedPieces, packed, unpacked } from "./packed-pieces.js";
import { pageOfPieces } from "./pieces-page.js";

/** What two engines read on the pages of one file, and what the first did not see. */
export interface SecondScan {
  /** Told of every page as pdfium reads it, while the second reading goes on. */
  readonly first: (page: Page) => void;
  /** Told of every page as pdf.js reads it. */
  readonly second: (page: number, pieces: readonly TextPiece[]) => void;
  /** When both are done: what is personal in the second reading and does not stand in the first. */
  findings(): Promise<readonly Finding[]>;
  /** Pages on which the engines differ so much that neither can be trusted. */
  gaps(): readonly Gap[];
}

/** Share of the characters of a page that one engine alone reads, from which on nobody knows what stands there. */
const MAX_DISPUTED = 0.2;
/** So few characters are a formula, a tick or a bullet. */
const MIN_DISPUTED = 8;

/**
 * Looks for personal information in the text of pdf.js where it differs from pdfium's: whoever wants to know takes the reader
 * that reads more. Pages on which both read the same cost a comparison.
 *
 * @param values gets what was found, to be looked for everywhere
 */
export function secondScan(choices: ScanChoices, values: ValueIndex): SecondScan {
  const texts = new Map<number, string>();
  const readings = new Map<number, PackedPieces>();
  const differing: { readonly page: Page; readonly first: string }[] = [];
  const gaps: Gap[] = [];

  function compare(index: number): void {
    const [first, reading] = [texts.get(index), readings.get(index)];
    if (first === undefined || !reading) return;
    texts.delete(index);
    readings.delete(index);
    const page = pageOfPieces(index, unpacked(reading));
    if (isReadAlike(first, page.text)) return;
    differing.push({ page, first });
    const { disputed, total } = disputeBetween(first, page.text);
    if (disputed >= MIN_DISPUTED && disputed > MAX_DISPUTED * total) gaps.push({ code: "disputed-text", page: index });
  }

  return {
    first(page) {
      texts.set(page.index, page.text);
      compare(page.index);
    },
    second(index, pieces) {
      readings.set(index, packed(pieces));
      compare(index);
    },
    gaps: () => gaps.toSorted((a, b) => a.page! - b.page!),
    findings: () => findingsIn(differing, choices, values),
  };
}

/** Whether a page is read in the same order, and none of its words is parted. */
function isReadAlike(first: string, second: string): boolean {
  if (!compact(first).includes(compact(second))) return false;
  const lines = compactLines(first);
  return second.split(/\s+/u).every((word) => lines.includes(compact(word)));
}

async function findingsIn(
  differing: readonly { readonly page: Page; readonly first: string }[],
  choices: ScanChoices,
  values: ValueIndex,
): Promise<readonly Finding[]> {
  if (differing.length === 0) return [];
  const firsts = new Map(differing.map(({ page, first }) => [page.index, first]));
  // Of its own: what both engines read alike and took for nothing personal is to be looked for nowhere.
  const own = createValueIndex();
  const news: Finding[] = [];
  const found = new Map<string, Finding["entityType"]>();
  for await (const { page, findings } of scan(documentOf(differing), { ...choices, values: own })) {
    const isNews = newsTo(firsts.get(page.index)!, page.text);
    for (const finding of findings) {
      const value = textOf(finding, page);
      if (!finding.place.span || !isNews(finding.place.span, value)) continue;
      news.push(finding);
      found.set(value, finding.entityType);
    }
  }
  // A name that only its label makes one is no value to look for: the scan keeps none either.
  for (const value of own.values()) {
    const entityType = found.get(value);
    if (entityType) values.add(value, entityType);
  }
  return news;
}

function documentOf(differing: readonly { readonly page: Page }[]): Document {
  const pages = differing.map(({ page }) => page).sort((a, b) => a.index - b.index);
  return {
    format: "pdf",
    async *pages() {
      yield* pages;
    },
    metadata: [],
    gaps: [],
    close() {},
  };
}

/**
 * Whether a value is told by the second reading alone: the first does not have it in one piece, or reads what stands in its line
 * otherwise, its label for instance. What both read alike is left to the first, which knows how lines and cells stand.
 */
function newsTo(first: string, second: string): (span: Span, value: string) => boolean {
  const [lines, whole] = [compactLines(first), compact(first)];
  return ({ start, end }, value) => {
    if (!lines.includes(compact(value))) return true;
    const after = second.indexOf("\n", end);
    const line = second.slice(second.lastIndexOf("\n", start) + 1, after < 0 ? undefined : after);
    return line.split(/\s+/u).some((word) => !whole.includes(compact(word)));
  };
}
