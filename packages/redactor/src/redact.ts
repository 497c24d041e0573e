import {
  type ByteSource,
  createValueIndex,
  type Document,
  type Finding,
  type Gap,
  type OpenOptions,
  open,
  type Page,
  rememberReadings,
  type ScanChoices,
  type ScannedPage,
  scan,
  scanMetadata,
  TuheiError,
  type ValueIndex,
} from "@tuhei/core";
import { pdfKeptParts } from "./checks/pdf-kept-parts.js";
import { textJudge } from "./keep/clean-texts.js";
import type { KeptPart } from "./keep/kept-parts.js";
import type { Leak } from "./leak.js";
import type { RasterizedPage } from "./pdf/raster-reasons.js";
import { plan } from "./plan.js";
import type { RasterOptions } from "./rasterize.js";
import type { Looks, Redaction } from "./redaction.js";
import { memorySpool, type Spool } from "./spool.js";
import { type Proof, type VerifiedFile, type VerifyContext, verify } from "./verify.js";
import type { Watermark } from "./watermark/mask.js";
import { hasWatermark, watermarkProven } from "./watermark/watermark-proven.js";
import { writers } from "./writers/index.js";
import type { Written } from "./writers/writer.js";

/** How to redact. */
export interface RedactOptions {
  readonly open: OpenOptions;
  readonly scan?: ScanChoices;
  /** Default: black, lengths not hidden. */
  readonly looks?: Partial<Looks>;
  /** How pages of PDFs become pictures where they must. Default: 200 pixels to the inch, the smaller of JPEG and PNG. */
  readonly raster?: Partial<RasterOptions>;
  /** What of a PDF is kept besides the looks of its pages, as far as it is clean. Default: nothing. */
  readonly keep?: ReadonlySet<KeptPart>;
  /** Laid over the pages of PDFs and over pictures; text has none. */
  readonly watermark?: Watermark;
  /** Where the output waits for its proof; in memory by default. */
  readonly spool?: () => Promise<Spool>;
  /** Told when an attempt begins: what earlier ones reported is void. */
  readonly onAttempt?: () => void;
  /** Told of every page with its findings, in order. */
  readonly onFindings?: (scanned: ScannedPage) => void;
  /** Told of findings in text that no page shows; the writer removes all of it. */
  readonly onMetadata?: (findings: readonly Finding[], document: Document) => void;
  /** Told after each page that was read, also while proving. */
  readonly onPage?: (page: Page) => void;
}

/** A proven redaction. Dispose of it when the file is saved. */
export interface Redacted {
  readonly file: VerifiedFile;
  readonly format: string;
  readonly gaps: readonly Gap[];
  /** Places blacked out. */
  readonly redactions: number;
  /** Names of what was sanitised away, sorted. */
  readonly removed: readonly string[];
  /** Ascending. */
  readonly rasterized: readonly RasterizedPage[];
  /** How many places still show how long the text was, by page (from 0; absent for text formats), ascending. */
  readonly lengthVisible: readonly { readonly page?: number; readonly places: number }[];
  /** What was kept besides the pages, sorted. */
  readonly kept: readonly KeptPart[];
  /** Whether the watermark that was asked for is on it. */
  readonly isWatermarked: boolean;
  dispose(): Promise<void>;
}

/** How often something new that the proof sees goes back into the plan before the pages concerned become pictures. */
const ROUNDS_IN_PLACE = 3;
/** Rounds in all, rasterised ones included, before the file is refused. */
const MAX_ROUNDS = 5;

/**
 * Opens, scans, redacts and proves one file. Nothing is saved: the caller saves `file`.
 *
 * @throws {TuheiError} "residue" when no output could be proven clean; "empty", "unsupported", "damaged", "encrypted",
 *   "too-large", "engine"
 */
export async function redact(source: ByteSource, wanted: RedactOptions): Promise<Redacted> {
  const options = { ...wanted, open: { ...wanted.open, services: rememberReadings(wanted.open.services) } };
  const document = holdPages(await open(source, options.open));
  const values = createValueIndex();
  const state: State = {
    document,
    source,
    options,
    values,
    added: [],
    rasterize: new Set(),
    bare: new Set(),
    keep: new Set(options.keep),
  };
  try {
    for (let round = 1; ; round++) {
      options.onAttempt?.();
      options.onMetadata?.(scanMetadata(document.metadata, options.scan), document);
      const attempt = await writeOnce(state);
      const proof = await prove(attempt, state);
      if (proof.verified) return await finished(attempt, proof.verified, state);
      await attempt.spool.dispose();
      if (round === MAX_ROUNDS)
        throw new TuheiError(
          "residue",
          `${source.name}: not proven clean, nothing was written (${summary(proof.leaks)})`,
        );
      learn(proof, state, round, new Set(attempt.written.rasterized().map(({ page }) => page)));
    }
  } finally {
    document.close();
  }
}

/** What the rounds of one file share. */
interface State {
  readonly document: Document;
  readonly source: ByteSource;
  readonly options: RedactOptions;
  readonly values: ValueIndex;
  /** Found by a proof only: places on pages of the original. */
  readonly added: Redaction[];
  readonly rasterize: Set<number>;
  /** Pages whose pictures failed a proof with text behind them. */
  readonly bare: Set<number>;
  /** Emptied when a proof fails for the file as a whole. */
  readonly keep: Set<KeptPart>;
}

interface Attempt {
  readonly spool: Spool;
  readonly output: ByteSource;
  readonly written: Written;
  readonly redactions: readonly Redaction[];
  readonly count: number;
  readonly gaps: readonly Gap[];
  /** Places by page; -1 stands for text. */
  readonly visible: ReadonlyMap<number, number>;
}

/** Key of places that are on no page. */
const TEXT = -1;

/** Redactions of streamed text are not kept for the proof, which needs only places on pages. */
async function writeOnce({ document, source, options, values, added, rasterize, bare, keep }: State): Promise<Attempt> {
  const writer = writers.find(({ formats }) => formats.includes(document.format));
  if (!writer)
    throw new TuheiError("unsupported", `${source.name}: ${document.format} can be scanned but not redacted yet`);
  const gaps: Gap[] = [...document.gaps];
  const placed: Redaction[] = [];
  const visible = new Map<number, number>();
  const looks: Looks = { style: "black", hideLength: false, ...options.looks };
  let count = 0;

  async function* scanned(): AsyncGenerator<ScannedPage> {
    for await (const page of scan(document, {
      ...options.scan,
      values,
      ...(options.onPage && { onPage: options.onPage }),
    })) {
      gaps.push(...page.page.gaps.map((gap) => ({ ...gap, ...(!page.page.window && { page: page.page.index }) })));
      options.onFindings?.(page);
      yield page;
    }
  }
  async function* redactions(): AsyncGenerator<Redaction> {
    for await (const redaction of withAdded(plan(scanned(), looks), added)) {
      count++;
      if (redaction.isLengthVisible) {
        const page = redaction.span ? TEXT : redaction.page;
        visible.set(page, (visible.get(page) ?? 0) + 1);
      }
      if (redaction.quads.length > 0) placed.push(redaction);
      yield redaction;
    }
  }

  const spool = await (options.spool?.() ?? memorySpool(source.name));
  try {
    const areClean = textJudge(values, options.scan ?? {});
    const job = {
      source,
      open: options.open,
      looks,
      redactions: redactions(),
      rasterize,
      bare,
      ...(options.raster && { raster: options.raster }),
      ...(keep.size > 0 && { keep: { parts: keep, areClean } }),
    };
    const written = await writer.write(job);
    for await (const chunk of written.chunks) await spool.write(chunk);
    return {
      spool,
      output: await spool.finish(),
      written,
      redactions: placed,
      gaps,
      visible,
      get count() {
        return count;
      },
    };
  } catch (error) {
    await spool.dispose();
    throw error;
  }
}

/** Page order is kept: what was added for a page follows what the plan has for it. */
async function* withAdded(planned: AsyncIterable<Redaction>, added: readonly Redaction[]): AsyncGenerator<Redaction> {
  const rest = added.toSorted((a, b) => a.page - b.page);
  for await (const redaction of planned) {
    while (rest.length > 0 && rest[0]!.page < redaction.page) yield rest.shift()!;
    yield redaction;
  }
  yield* rest;
}

async function prove(attempt: Attempt, state: State): Promise<Proof> {
  try {
    return await verify(attempt.output, {
      ...proofContext(attempt, state),
      onScanned: ({ page }) => state.options.onPage?.(page),
    });
  } catch (error) {
    await attempt.spool.dispose();
    throw error;
  }
}

function proofContext({ redactions, gaps, written }: Attempt, { options, values }: State): VerifyContext {
  const kept = new Set(written.kept?.());
  // An output may be larger than its original: limits are for what comes from outside.
  const { limits: _, ...open } = options.open;
  return { open, scan: options.scan ?? {}, values, redactions, gaps, kept };
}

/** What was proven, under the watermark if one is asked for. */
async function finished(attempt: Attempt, file: VerifiedFile, state: State): Promise<Redacted> {
  const { document, options, source } = state;
  const { watermark } = options;
  if (!watermark || !hasWatermark(document.format)) return resultOf(attempt, file, document);
  const spool = await (options.spool?.() ?? memorySpool(source.name));
  try {
    const context = proofContext(attempt, state);
    const marked = await watermarkProven(file, document.format, watermark, spool, context);
    return { ...resultOf({ ...attempt, spool, count: attempt.count }, marked, document), isWatermarked: true };
  } catch (error) {
    await spool.dispose();
    throw error;
  } finally {
    await attempt.spool.dispose();
  }
}

/**
 * Puts what a failed proof saw back into the plan. Values it saw are already in the index; places are added; a page that
 * failed another check than the fresh scan, or that still shows something after several rounds, becomes a picture.
 */
function learn(
  proof: { readonly leaks: readonly Leak[]; readonly seen: readonly Finding[] },
  state: State,
  round: number,
  pictures: ReadonlySet<number>,
): void {
  for (const { entityType, place } of proof.seen) {
    if (place.page !== undefined && place.quads.length > 0) {
      state.added.push({ entityType, page: place.page, quads: place.quads, isLengthVisible: place.span !== undefined });
    }
  }
  if (proof.leaks.some(({ page, check }) => page === undefined || check === KEPT_PARTS)) state.keep.clear();
  // A symbol or face that only the picture shows stands in its pixels: the text behind it may stay.
  const inText = new Set(proof.seen.flatMap(({ place }) => (place.span === undefined ? [] : [place.page])));
  for (const { page, check } of proof.leaks) {
    if (check === KEPT_PARTS || page === undefined) continue;
    if (pictures.has(page) && (check !== FRESH_SCAN || inText.has(page))) state.bare.add(page);
    if (check !== FRESH_SCAN || round >= ROUNDS_IN_PLACE) state.rasterize.add(page);
  }
}

/** The check of what is kept besides the pages; pictures of pages would not mend that. */
const KEPT_PARTS = pdfKeptParts.name;

/** The check that looks for personal information in the output as in any file. */
const FRESH_SCAN = "fresh-scan";

function summary(leaks: readonly Leak[]): string {
  const lines = leaks.map(
    ({ check, page, detail }) => `${check}${page === undefined ? "" : ` on page ${page + 1}`}: ${detail}`,
  );
  return [...new Set(lines)].slice(0, 3).join("; ");
}

function resultOf(attempt: Attempt, file: VerifiedFile, document: Document): Redacted {
  return {
    file,
    format: document.format,
    gaps: attempt.gaps,
    redactions: attempt.count,
    removed: attempt.written.removed(),
    rasterized: attempt.written.rasterized(),
    kept: attempt.written.kept?.() ?? [],
    isWatermarked: false,
    lengthVisible: [...attempt.visible]
      .sort(([a], [b]) => a - b)
      .map(([page, places]) => (page === TEXT ? { places } : { page, places })),
    dispose: () => attempt.spool.dispose(),
  };
}

/** The document with its pages read once: reading pictures is what costs. Windows of streamed text are not held. */
function holdPages(document: Document): Document {
  const held: Page[] = [];
  let isComplete = false;
  return {
    ...document,
    async *pages(skipping) {
      if (isComplete) {
        yield* held;
        return;
      }
      held.length = 0;
      let isStreamed = false;
      for await (const page of document.pages(skipping)) {
        isStreamed ||= page.window !== undefined;
        if (!isStreamed) held.push(page);
        yield page;
      }
      isComplete = !isStreamed;
    },
  };
}
