import {
  type ByteSource,
  type Document,
  type Finding,
  type Gap,
  type OpenOptions,
  type Page,
  type Quad,
  type ScanChoices,
  type ScannedPage,
  scan,
  TuheiError,
  type ValueIndex,
} from "@tuhei/core";
import { heed } from "./heed.js";
import { textJudge } from "./keep/clean-texts.js";
import type { KeptPart } from "./keep/kept-parts.js";
import { plan } from "./plan.js";
import type { RasterOptions } from "./rasterize.js";
import type { Looks, Redaction } from "./redaction.js";
import { memorySpool, type Spool } from "./spool.js";
import type { Watermark } from "./watermark/mask.js";
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
  /** Rejects with its reason where it is given, at the latest when the page at hand is done. */
  readonly signal?: AbortSignal;
  /** Told when an attempt begins: what earlier ones reported is void. */
  readonly onAttempt?: () => void;
  /** Told of every page with its findings, in order. */
  readonly onFindings?: (scanned: ScannedPage) => void;
  /** Told of findings in text that no page shows; the writer removes all of it. */
  readonly onMetadata?: (findings: readonly Finding[], document: Document) => void;
  /** Told after each page that was read, also while proving. */
  readonly onPage?: (page: Page) => void;
}

/** What the rounds of one file share. */
export interface State {
  readonly document: Document;
  readonly source: ByteSource;
  readonly options: RedactOptions;
  readonly values: ValueIndex;
  /** Found by a proof only: places on pages of the original. */
  readonly added: Redaction[];
  readonly rasterize: Set<number>;
  /** Pages on which a proof saw text under something dark, which is taken out. */
  readonly uncovered: Set<number>;
  /** Pages whose pictures failed a proof with text behind them. */
  readonly bare: Set<number>;
  /** Set when a proof saw something in a text, see `WriteJob`. */
  arePlaceholdersSealed: boolean;
  /** Emptied when a proof fails for the file as a whole. */
  readonly keep: Set<KeptPart>;
}

/** One output, as yet unproven. Dispose of its spool when it is not kept. */
export interface Attempt {
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
export const TEXT = -1;

/** Redactions of streamed text are not kept for the proof, which needs only places on pages. */
export async function writeOnce({
  document,
  source,
  options,
  values,
  added,
  rasterize,
  bare,
  keep,
  arePlaceholdersSealed,
}: State): Promise<Attempt> {
  const writer = writers.find(({ formats }) => formats.includes(document.format));
  if (!writer)
    throw new TuheiError("unsupported", `${source.name}: ${document.format} can be scanned but not redacted yet`);
  const gaps: Gap[] = [...document.gaps];
  const placed: Redaction[] = [];
  const visible = new Map<number, number>();
  const looks: Looks = { style: "black", hideLength: false, ...options.looks };
  let count = 0;
  let forecast: ((page: number, quads: readonly Quad[]) => void) | undefined;
  const onFirstLook = ({ page, findings }: ScannedPage) => {
    const late = added.filter((one) => one.page === page.index);
    forecast?.(
      page.index,
      [...findings.map(({ place }) => place), ...late].flatMap(({ quads }) => quads),
    );
  };

  async function* scanned(): AsyncGenerator<ScannedPage> {
    for await (const page of scan(document, {
      ...options.scan,
      values,
      ...(options.onPage && { onPage: options.onPage }),
      ...(forecast && { onFirstLook }),
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
      // Places that are stretched are not known before.
      ...(!looks.hideLength && {
        onForecast: (listener: typeof forecast) => {
          forecast = listener;
        },
      }),
      arePlaceholdersSealed,
      rasterize,
      bare,
      ...(options.signal && { signal: options.signal }),
      ...(options.raster && { raster: options.raster }),
      ...(keep.size > 0 && { keep: { parts: keep, areClean } }),
    };
    const written = await writer.write(job);
    for await (const chunk of written.chunks) {
      await heed(options.signal);
      await spool.write(chunk);
    }
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
