import {
  type ByteSource,
  createValueIndex,
  type Finding,
  type Gap,
  open,
  rememberReadings,
  scanMetadata,
  TuheiError,
} from "@tuhei/core";
import { type Attempt, type RedactOptions, type State, TEXT, writeOnce } from "./attempt.js";
import { pdfKeptParts } from "./checks/pdf-kept-parts.js";
import { holdPages } from "./held-pages.js";
import type { KeptPart } from "./keep/kept-parts.js";
import type { Leak } from "./leak.js";
import type { RasterizedPage } from "./pdf/raster-reasons.js";
import { coolReader } from "./pdfjs/reader-thread.js";
import { memorySpool } from "./spool.js";
import { type Proof, type VerifiedFile, type VerifyContext, verify } from "./verify.js";
import { hasWatermark, watermarkProven } from "./watermark/watermark-proven.js";

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
    uncovered: new Set(),
    bare: new Set(),
    arePlaceholdersSealed: false,
    keep: new Set(options.keep),
  };
  try {
    for (let round = 1; ; round++) {
      options.onAttempt?.();
      options.onMetadata?.(scanMetadata(document.metadata, options.scan), document);
      const attempt = await writeOnce(state);
      const proof = await prove(attempt, state);
      if (proof.verified) {
        const gaps = [...attempt.gaps, ...proof.gaps];
        return await finished({ ...attempt, gaps, count: attempt.count }, proof.verified, state);
      }
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
    await coolReader();
  }
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
  const { signal } = options;
  return { open, scan: options.scan ?? {}, values, redactions, gaps, kept, ...(signal && { signal }) };
}

/** What was proven, under the watermark if one is asked for. */
async function finished(attempt: Attempt, file: VerifiedFile, state: State): Promise<Redacted> {
  const { document, options, source } = state;
  const { watermark } = options;
  if (!watermark || !hasWatermark(document.format)) return resultOf(attempt, file, state);
  const spool = await (options.spool?.() ?? memorySpool(source.name));
  try {
    const context = proofContext(attempt, state);
    const marked = await watermarkProven(file, document.format, watermark, spool, context);
    return { ...resultOf({ ...attempt, spool, count: attempt.count }, marked, state), isWatermarked: true };
  } catch (error) {
    await spool.dispose();
    throw error;
  } finally {
    await attempt.spool.dispose();
  }
}

/**
 * Puts what a failed proof saw back into the plan. Values it saw are already in the index; places are added, those of text
 * under dark bars too; a page that failed another check than the fresh scan, or that still shows something after several
 * rounds, becomes a picture.
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
  if (proof.seen.some(({ place }) => place.quads.length === 0)) state.arePlaceholdersSealed = true;
  if (proof.leaks.some(({ page, check }) => page === undefined || check === KEPT_PARTS)) state.keep.clear();
  // A symbol or face that only the picture shows stands in its pixels: the text behind it may stay.
  const inText = new Set(proof.seen.flatMap(({ place }) => (place.span === undefined ? [] : [place.page])));
  for (const { page, check, quads } of proof.leaks) {
    if (check === KEPT_PARTS || page === undefined) continue;
    if (quads && round < ROUNDS_IN_PLACE) {
      state.added.push({ entityType: "unreadable", page, quads, isLengthVisible: false });
      state.uncovered.add(page);
      continue;
    }
    if (pictures.has(page) && (check !== FRESH_SCAN || inText.has(page))) state.bare.add(page);
    if (check !== FRESH_SCAN || round >= ROUNDS_IN_PLACE) state.rasterize.add(page);
  }
}

/** The check of what is kept besides the pages; pictures of pages would not mend that. */
const KEPT_PARTS = pdfKeptParts.name;

/** The check that looks for personal information in the output as in any file. */
const FRESH_SCAN = "fresh-scan";

function summary(leaks: readonly Leak[]): string {
  const lines = leaks.map(({ check, page, detail, ...more }) => {
    const part = "part" in more ? ` (${more.part})` : "";
    return `${check}${page === undefined ? "" : ` on page ${page + 1}`}: ${detail}${part}`;
  });
  return [...new Set(lines)].slice(0, 3).join("; ");
}

function resultOf(attempt: Attempt, file: VerifiedFile, { document, uncovered }: State): Redacted {
  const removed = attempt.written.removed();
  return {
    file,
    format: document.format,
    gaps: attempt.gaps,
    redactions: attempt.count,
    removed: uncovered.size > 0 ? [...removed, "covered text"].sort() : removed,
    rasterized: attempt.written.rasterized(),
    kept: attempt.written.kept?.() ?? [],
    isWatermarked: false,
    lengthVisible: [...attempt.visible]
      .sort(([a], [b]) => a - b)
      .map(([page, places]) => (page === TEXT ? { places } : { page, places })),
    dispose: () => attempt.spool.dispose(),
  };
}
