import { type DetectOptions, detect, type EntityType, legalClassOf, type Match } from "@tuhei/patterns";
import type { Profile } from "./kinds/kind.js";
import { kindsOn, type PlacedKind } from "./kinds/recognize.js";
import type { Document, MetadataText, Page } from "./model/document.js";
import type { Finding } from "./model/finding.js";
import type { Quad } from "./model/geometry.js";
import { countLines } from "./text/windows.js";
import { createValueIndex, type ValueIndex } from "./values.js";

/** What counts as a finding. */
export interface ScanOptions extends Pick<DetectOptions, "allow" | "detectors" | "minScore"> {
  /** Only these entity types; all without it. */
  readonly only?: ReadonlySet<EntityType>;
  /** Also what identifies organisations, a social credit code for instance. Default: only where `only` names it. */
  readonly organisations?: boolean;
  /** What all pages are, where the user knows it. Default "auto": told by the words on each. */
  readonly profile?: Profile;
  /** Values known from before; the scan adds its own. Give the same index to find them again in another document. */
  readonly values?: ValueIndex;
  /** Told after each page or window that was read, before its findings are final. */
  readonly onPage?: (page: Page) => void;
}

/** A page with what was found on it. */
export interface ScannedPage {
  readonly page: Page;
  /** The documents of known kinds on it; none in streamed text. */
  readonly kinds: readonly PlacedKind[];
  readonly findings: readonly Finding[];
}

/**
 * Everything personal in a document, page by page. A value that was recognised once, by its label for instance, is found
 * wherever it stands again: in a paged document on every page, in streamed text from its own window on.
 */
export async function* scan(document: Document, options: ScanOptions = {}): AsyncGenerator<ScannedPage> {
  const values = options.values ?? createValueIndex();
  const held: { page: Page; kinds: readonly PlacedKind[]; matches: readonly PlacedMatch[] }[] = [];
  for await (const page of document.pages()) {
    const kinds = kindsOn(page, options.profile);
    const matches = detectOn(page, options);
    for (const match of matches.filter(isOwnName))
      values.add(page.text.slice(match.span.start, match.span.end), match.entityType);
    options.onPage?.(page);
    if (page.window) yield { page, kinds, findings: findingsOn(page, matches, values, options) };
    // Located while the page is at hand.
    else held.push({ page, kinds, matches: matches.map((match) => ({ ...match, quads: page.locate(match.span) })) });
  }
  for (const { page, kinds, matches } of held)
    yield { page, kinds, findings: findingsOn(page, matches, values, options) };
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

function detectOn(page: Page, options: ScanOptions): readonly Match[] {
  const labels = page.runs.flatMap(({ span, label }) => (label === undefined ? [] : [{ span, label }]));
  const ocr = page.runs.some(({ origin }) => origin === "ocr");
  return wanted(detect(page.text, { ...detectOptions(options), labels, ocr }), options);
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
  const owned = inOrder(matches, values.find(page.text, matches)).filter(
    ({ span, entityType }) => span.start >= start && span.start < end && (options.only?.has(entityType) ?? true),
  );
  return [...locateAll(page, owned), ...markFindings(page, options)];
}

/** False for a name that only its label says is one: a word (name: 属性) would be found all over the document. */
function isOwnName({ entityType, reason }: Match): boolean {
  return entityType !== "name" || reason !== "label";
}

/** Both lists, each in order of place and apart from the other, as one. */
function inOrder(matches: readonly PlacedMatch[], repeated: readonly Match[]): PlacedMatch[] {
  if (repeated.length === 0) return [...matches];
  return [...matches, ...repeated].sort((a, b) => a.span.start - b.span.start);
}

function locateAll(page: Page, matches: readonly PlacedMatch[]): Finding[] {
  let [line, counted] = [page.window?.line ?? 0, 0];
  return matches.map(({ entityType, span, score, reason, quads = page.locate(span) }) => {
    if (!page.window) return { entityType, score, reason, place: { page: page.index, span, quads } };
    line += countLines(page.text, counted, span.start);
    counted = span.start;
    const { offset } = page.window;
    const whole = { start: span.start + offset, end: span.end + offset };
    return { entityType, score, reason, place: { page: page.index, span: whole, line, quads: [] } };
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
