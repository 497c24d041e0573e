import { type DetectOptions, detect, type EntityType, isWorthKnowing, legalClassOf, type Match } from "@tuhei/patterns";
import type { Known } from "./by-kind/asked.js";
import { findByKind } from "./by-kind/cover.js";
import { labelsOn } from "./by-kind/labels.js";
import { withPortraits } from "./by-kind/portraits.js";
import { withoutPrintedNames } from "./by-kind/printed-words.js";
import { kindsOn, type PlacedKind } from "./by-kind/recognize.js";
import { withDoubledDigits } from "./doubled-digits.js";
import type { Profile } from "./kinds/kind.js";
import type { Document, MetadataText, Page, Skipping, TextRun } from "./model/document.js";
import type { Finding } from "./model/finding.js";
import type { Quad } from "./model/geometry.js";
import { cutByPageBreak, withPart } from "./page-breaks.js";
import { printedCodes } from "./printed-codes.js";
import { repeatedOn } from "./repeated-values.js";
import { countLines } from "./text/windows.js";
import { textOfMatch } from "./text-of.js";
import { createValueIndex, type ValueIndex } from "./values.js";
import { withCarriers, withWholeAddresses } from "./whole-lines.js";
import { withWrappedTails } from "./wrapped-tails.js";

/** What counts as a finding. */
export interface ScanOptions extends Pick<DetectOptions, "allow" | "detectors" | "minScore"> {
  /** Only these entity types; all without it. */
  readonly only?: ReadonlySet<EntityType>;
  /** Also what identifies organisations, a social credit code for instance. Default: only where `only` names it. */
  readonly organisations?: boolean;
  /** Types that are found and left where they stand: they are no findings, but told apart. */
  readonly keep?: ReadonlySet<EntityType>;
  /** What all pages are, where the user knows it. Default "auto": told by the words on each. */
  readonly profile?: Profile;
  /** "cover": text too unclear to be read is a finding, on any page; "report": on none. Default: on documents of known kinds. */
  readonly unreadable?: "cover" | "report";
  /** Values known from before; the scan adds its own. Give the same index to find them again in another document. */
  readonly values?: ValueIndex;
  /** Also yields the windows of a large text in which nothing can be found; they may be left out otherwise. */
  readonly allWindows?: boolean;
  /** Told after each page or window that was read, before its findings are final. */
  readonly onPage?: (page: Page) => void;
  /** Told of each page of a paged document what is found with the values known up to then: later pages may tell more. */
  readonly onFirstLook?: (scanned: ScannedPage) => void;
}

/** A page with what was found on it. */
export interface ScannedPage {
  readonly page: Page;
  /** The documents of known kinds on it; none in streamed text. */
  readonly kinds: readonly PlacedKind[];
  readonly findings: readonly Finding[];
  /** What was found of the types that are to be kept. */
  readonly kept: readonly Finding[];
}

/** What a scan is asked for, without what belongs to one run of it. */
export type ScanChoices = Omit<ScanOptions, "allWindows" | "onFirstLook" | "onPage" | "organisations" | "values">;

/**
 * Everything personal in a document, page by page. A value that was recognised once, by its label for instance, is found
 * wherever it stands again: in a paged document on every page, in streamed text from its own window on.
 */
export async function* scan(document: Document, options: ScanOptions = {}): AsyncGenerator<ScannedPage> {
  const values = options.values ?? createValueIndex();
  const held: HeldPage[] = [];
  const skipping: Skipping = {
    filter: async () => (await import("@tuhei/patterns/bytes")).createByteFilter(options),
    isWanted: (...place) => options.allWindows === true || values.mayBegin(...place),
  };
  for await (const read of document.pages(skipping)) {
    const isQuiet = read.window?.isQuiet === true;
    const kinds = isQuiet ? [] : kindsOn(read, options.profile);
    const page = withPortraits(read, kinds);
    const labels = isQuiet ? new Map<TextRun, string>() : labelsOn(page, kinds);
    const shown = kinds.map(({ kind }) => kind);
    const matches = isQuiet ? [] : withoutPrintedNames(page, shown, detectOn(page, labels, options));
    for (const match of matches) if (!isCutOff(match, page)) learn(values, textOfMatch(page, match), match, options);
    options.onPage?.(page);
    if (page.window) yield { page, kinds, ...parted(findingsOn(page, matches, values, options), options) };
    // Located while the page is at hand.
    else {
      const one = {
        page,
        kinds,
        matches: matches.map((match) => ({ ...match, quads: page.locate(match.span) })),
        byKind: await kindFindings(page, kinds, { matches, labels }, options),
      };
      const previous = held.at(-1);
      if (previous) joinAtBreak(previous, one, values, options);
      options.onFirstLook?.(scannedPage(one, values, options));
      held.push(one);
    }
  }
  // Taken out, so that of what nobody wants nothing is left.
  for (let one = held.shift(); one; one = held.shift()) yield scannedPage(one, values, options);
}

function scannedPage(
  { page, kinds, matches, byKind }: HeldPage,
  values: ValueIndex,
  options: ScanOptions,
): ScannedPage {
  const findings = [...findingsOn(page, matches, values, options), ...byKind];
  return { page: withGapFor(page, byKind), kinds, ...parted(findings, options) };
}

/** Findings, and those of types that are kept. */
function parted(all: readonly Finding[], { keep }: ScanOptions): Pick<ScannedPage, "findings" | "kept"> {
  if (!keep) return { findings: all, kept: [] };
  const isKept = ({ entityType }: Finding) => keep.has(entityType);
  return { findings: all.filter((one) => !isKept(one)), kept: all.filter(isKept) };
}

/** A page that waits for the values of the pages after it, and for what the next one goes on with. */
interface HeldPage {
  readonly page: Page;
  readonly kinds: readonly PlacedKind[];
  matches: readonly PlacedMatch[];
  readonly byKind: readonly Finding[];
}

/** Puts both parts of values that the page break cuts among the pages' matches. */
function joinAtBreak(before: HeldPage, after: HeldPage, values: ValueIndex, options: ScanOptions): void {
  const cut = cutByPageBreak(before.page, after.page, detectOptions(options));
  const placedOn = ({ page, matches }: HeldPage, part: Match) =>
    withPart<PlacedMatch>(matches, part).map((match) =>
      match.quads ? match : { ...match, quads: page.locate(match.span) },
    );
  for (const { value, before: head, after: tail } of cut.filter(
    ({ before: part }) => wanted([part], options).length > 0,
  )) {
    before.matches = placedOn(before, head);
    after.matches = placedOn(after, tail);
    learn(values, value, head, options);
  }
}

/** What the kinds of documents on a page give away. */
async function kindFindings(
  page: Page,
  kinds: readonly PlacedKind[],
  known: Known,
  options: ScanOptions,
): Promise<Finding[]> {
  const { unreadable, only, keep } = options;
  const isWanted = (type: EntityType) => (only?.has(type) ?? true) && !keep?.has(type);
  const found = await findByKind(page, kinds, known, { ...(unreadable && { unreadable }), isWanted });
  return found.filter(({ entityType, score }) => score >= leastOf(options, entityType));
}

/** What could not be read is told, whether it is covered or not. */
function withGapFor(page: Page, found: readonly Finding[]): Page {
  const isUnread = found.some(({ entityType, reason }) => entityType === "unreadable" || reason.startsWith("place,"));
  if (!isUnread || page.gaps.some(({ code }) => code === "low-confidence")) return page;
  return { ...page, gaps: [...page.gaps, { code: "low-confidence", page: page.index }] };
}

/** A match with its place, where that is already known. */
type PlacedMatch = Match & { readonly quads?: readonly Quad[] };

/** Findings in text that no page shows. */
export function scanMetadata(metadata: readonly MetadataText[], options: ScanOptions = {}): Finding[] {
  return metadata.flatMap(({ key, text, entityType, label = key.slice(key.lastIndexOf(".") + 1) }) => {
    if (entityType) return fieldFindings(key, text, entityType, options);
    const labels = [{ span: { start: 0, end: text.length }, label }];
    return wanted(detect(text, { ...detectOptions(options), labels }), options).map(({ span, ...match }) => ({
      ...match,
      place: { span, quads: [], metadataKey: key },
    }));
  });
}

/** A field that holds nothing else, by its format's own rules, is never a guess. */
const FIELD_SCORE = 0.95;

/** A line of text is one value: several stand under a key when several parts of the file have it. */
function fieldFindings(key: string, text: string, entityType: EntityType, options: ScanOptions): Finding[] {
  if (FIELD_SCORE < leastOf(options, entityType) || (options.only && !options.only.has(entityType))) return [];
  return [...text.matchAll(/.+/g)].map(({ 0: line, index }) => ({
    entityType,
    score: FIELD_SCORE,
    reason: "metadata field",
    place: { span: { start: index, end: index + line.length }, quads: [], metadataKey: key },
  }));
}

function detectOn(page: Page, labelled: ReadonlyMap<TextRun, string>, options: ScanOptions): readonly Match[] {
  const labels = [...labelled].map(([{ span }, label]) => ({ span, label }));
  const ocr = page.runs.some(({ origin }) => origin === "ocr");
  const asked = { ...detectOptions(options), labels, ocr, ...(page.encoded && { encoded: page.encoded }) };
  const detected = wanted(detect(page.text, asked), options);
  const matches = ocr ? withSlipsOfOcr(page, detected, options) : withWrappedTails(page, detected);
  const isFree = ({ span }: Match) =>
    matches.every((match) => match.span.end <= span.start || match.span.start >= span.end);
  const codes = printedCodes(page.text, page.marks).filter((code) => isFree(code) && isAskedFor(code, options));
  return codes.length === 0 ? matches : [...matches, ...codes].sort((a, b) => a.span.start - b.span.start);
}

function withSlipsOfOcr(page: Page, detected: readonly Match[], options: ScanOptions): readonly Match[] {
  const whole = withCarriers(page, withWholeAddresses(page, withWrappedTails(page, detected)));
  return withDoubledDigits(page, whole, detectOptions(options)).filter((match) => isAskedFor(match, options));
}

function isAskedFor({ entityType, score }: Match, options: ScanOptions): boolean {
  return score >= leastOf(options, entityType) && (options.only?.has(entityType) ?? true);
}

/** Chosen after overlaps are settled: an invoice number that is not asked for is no bank card either. */
function wanted(matches: readonly Match[], { only, organisations, detectors }: ScanOptions): readonly Match[] {
  if (only || organisations) return matches;
  return matches.filter(({ entityType }) => legalClassOf(entityType, detectors).tier !== "business");
}

function detectOptions({ only, minScore, detectors, allow }: ScanOptions) {
  return {
    ...(only && { only }),
    ...(minScore !== undefined && { minScore }),
    ...(detectors && { detectors }),
    ...(allow && { allow }),
  };
}

function findingsOn(page: Page, matches: readonly PlacedMatch[], values: ValueIndex, options: ScanOptions): Finding[] {
  const { start, end } = page.window?.owned ?? { start: 0, end: page.text.length };
  const owned = inOrder(matches, repeatedOn(page, matches, values)).filter(
    ({ span, entityType }) => span.start >= start && span.start < end && (options.only?.has(entityType) ?? true),
  );
  return [...locateAll(page, owned), ...markFindings(page, options)];
}

/** Looks for a value everywhere from now on. */
function learn(values: ValueIndex, value: string, match: Match, { keep }: ScanOptions): void {
  if (isWorthKnowing(value, match) && !keep?.has(match.entityType)) values.add(value, match.entityType);
}

/** How far behind a value patterns look to see whether it goes on. */
const BEHIND_VALUE = 64;

/** Whether a match stands where the window, not the text, ends: the rest of it or of a longer number may be cut off. */
function isCutOff({ span }: Match, { text, window }: Page): boolean {
  return window !== undefined && window.owned.end < text.length && span.end + BEHIND_VALUE > text.length;
}

/** Both lists, each in order of place and apart from the other, as one. */
function inOrder(matches: readonly PlacedMatch[], repeated: readonly Match[]): PlacedMatch[] {
  if (repeated.length === 0) return [...matches];
  return [...matches, ...repeated].sort((a, b) => a.span.start - b.span.start);
}

function locateAll(page: Page, matches: readonly PlacedMatch[]): Finding[] {
  let [line, counted] = [page.window?.line ?? 0, 0];
  return matches.map(({ entityType, span, within, score, reason, quads = page.locate(span) }) => {
    if (!page.window) return { entityType, score, reason, place: { page: page.index, span, quads } };
    line += countLines(page.text, counted, span.start);
    counted = span.start;
    const { offset } = page.window;
    const whole = { start: span.start + offset, end: span.end + offset };
    return {
      entityType,
      score,
      reason,
      place: { page: page.index, span: whole, ...(within && { within }), line, quads: [] },
    };
  });
}

/** The threshold of a type. */
function leastOf({ minScore = 0 }: ScanOptions, type: EntityType): number {
  return typeof minScore === "number" ? minScore : (minScore[type] ?? 0);
}

function markFindings(page: Page, options: ScanOptions): Finding[] {
  const { only } = options;
  return page.marks.flatMap(({ entityType, score, kind, quad }, mark) =>
    score < leastOf(options, entityType) || (only && !only.has(entityType))
      ? []
      : [{ entityType, score, reason: kind, place: { page: page.index, mark, quads: [quad] } }],
  );
}
