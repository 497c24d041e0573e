import { TuheiError } from "@tuhei/core";
import { addCodes, codeReaderOf } from "../fonts/code-reader.js";
import { scrubFonts } from "../fonts/scrub-fonts.js";
import { isUnreadableFont } from "../fonts/unreadable-font.js";
import { heed } from "../heed.js";
import type { PDFDict, PDFDocument } from "../pdf-lib.js";
import { ContentError } from "../sanitize/content-lexer.js";
import { StreamError } from "../sanitize/decode-stream.js";
import { hiddenLayers } from "../sanitize/hidden-layers.js";
import { nameIn } from "../sanitize/lookup.js";
import { pageCleaner } from "../sanitize/page-content.js";
import type { PageUse } from "../sanitize/page-use.js";
import { compactPicture } from "./compact-pictures.js";
import { ANY_FONT, plainFontName } from "./fonts-under-boxes.js";
import type { PageNotes } from "./work-on-pages.js";

/** Codes by font. */
type Codes = Map<PDFDict, Set<number>>;

/** What is left of a page's use of the file. */
interface CleanUse {
  readonly codes: Codes;
  readonly pictures: PageUse["pictures"];
}

/** What cleaning needs to know of the file. */
export interface CleanJob {
  readonly notes: PageNotes;
  /** Of the file, for messages. */
  readonly name: string;
  /** Heeded between pages. */
  readonly signal?: AbortSignal | undefined;
  /** Whether something on the page had to go. */
  readonly isRedacted: (page: number) => boolean;
}

/**
 * Makes every page consist of drawing and nothing else, and fonts of what is still shown. Pages for which that fails are noted
 * and must not be copied.
 *
 * @throws {TuheiError} "damaged" where text is shown that nothing of tuhei can read
 */
export async function cleanPages(document: PDFDocument, pages: readonly PDFDict[], job: CleanJob): Promise<void> {
  const { notes } = job;
  const cleaner = pageCleaner(hiddenLayers(document));
  const uses: CleanUse[] = [];
  for (const [index, page] of pages.entries()) {
    await heed(job.signal);
    uses.push(cleanPage(page, index, cleaner, job));
  }
  cleanFonts(
    uses.map(({ codes }) => codes),
    notes,
  );
  for (const [index, { pictures }] of uses.entries()) {
    if (notes.reasons.has(index) || !job.isRedacted(index)) continue;
    for (const picture of pictures) await compactPicture(picture, notes.jpegs.has(index));
  }
}

function cleanPage(page: PDFDict, index: number, cleaner: ReturnType<typeof pageCleaner>, job: CleanJob): CleanUse {
  const { reasons } = job.notes;
  try {
    const use = cleaner.clean(page);
    refuseUnreadable(use, index, job.name);
    if (use.hasHiddenContent) reasons.add(index, "hidden layers");
    if (use.hasPatternText && job.isRedacted(index)) reasons.add(index, "text in a pattern or mask");
    if (use.hasGlyphText && job.isRedacted(index)) reasons.add(index, "glyphs made of text");
    return { codes: codesOf(use), pictures: use.pictures };
  } catch (error) {
    if (!(error instanceof ContentError) && !(error instanceof StreamError)) throw error;
    reasons.add(index, "content that cannot be followed");
    return { codes: new Map(), pictures: new Set() };
  }
}

/** Other readers show such text, so neither the page as it is nor a picture of it would do. */
function refuseUnreadable({ fonts }: PageUse, index: number, name: string): void {
  for (const [font, strings] of fonts)
    if (isUnreadableFont(font) && [...strings].some(({ length }) => length > 0))
      throw new TuheiError("damaged", `${name}: page ${index + 1} has text in a broken font; re-export the file`);
}

function codesOf({ fonts }: PageUse): Codes {
  const all: Codes = new Map();
  for (const [font, strings] of fonts) {
    const codes = new Set<number>();
    all.set(font, codes);
    const reader = codeReaderOf(font);
    if (reader) for (const string of strings) addCodes(string, reader, codes);
  }
  return all;
}

/** Until no page is left with a font that may still hold what was removed. */
function cleanFonts(pages: readonly Codes[], { reasons, fonts }: PageNotes): void {
  for (let isDone = false; !isDone; ) {
    isDone = true;
    const kept = pages.map((codes, index) => (reasons.has(index) ? undefined : codes));
    const doubtful = [...scrubFonts(union(kept))].filter((font) => isOneOf(font, fonts));
    for (const [index, codes] of kept.entries()) {
      if (!codes || !doubtful.some((font) => codes.has(font))) continue;
      reasons.add(index, "a font that may name what was removed");
      isDone = false;
    }
  }
}

/** Whether something was removed that may have been set in the font. */
function isOneOf(font: PDFDict, names: ReadonlySet<string>): boolean {
  return names.has(ANY_FONT) || names.has(plainFontName(nameIn(font, "BaseFont") ?? ""));
}

function union(pages: readonly (Codes | undefined)[]): Codes {
  const all: Codes = new Map();
  for (const page of pages) {
    for (const [font, codes] of page ?? []) {
      const known = all.get(font) ?? new Set();
      all.set(font, known);
      for (const code of codes) known.add(code);
    }
  }
  return all;
}
