import {
  createServices,
  type Gap,
  gapsOf,
  type Input,
  type InputLimits,
  loweredLimits,
  type OpenOptions,
  open,
  type Page,
  readAll,
  type ScanChoices,
  type ServiceOptions,
  scan,
  scanMetadata,
  sourceOf,
  TuheiError,
} from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import type { RedactOptions } from "../attempt.js";
import { redact } from "../redact.js";
import { redactionReport } from "../redaction-report.js";
import { createReport, type RedactReport, type ScanReport } from "./report.js";
import { untilAborted } from "./until-aborted.js";

/** What holds for every file of an instance. */
export interface TuheiOptions extends ServiceOptions, Omit<ScanChoices, "keep" | "only"> {
  /** Only these entity types; all that are about persons without it. */
  readonly only?: Iterable<EntityType>;
  /** Lower than tuhei's own. Any input but a `ByteSource` is held whole and no larger than `wholeFileBytes`. */
  readonly limits?: Partial<InputLimits>;
}

/** What holds for one file. */
export interface FileOptions extends Pick<OpenOptions, "encoding" | "password"> {
  /** File name: `.csv` and `.tsv` are told by it. It stands in messages of errors. Default: the `File`'s own, or "-". */
  readonly name?: string;
  /** Rejects with its reason, at the latest when the picture at hand was looked at for text, codes or faces. */
  readonly signal?: AbortSignal;
  /** Told after each page that was read, also while a redaction is proven: how many in all. */
  readonly onProgress?: (progress: { readonly pages: number }) => void;
}

/** What holds for one redaction. */
export interface RedactFileOptions
  extends FileOptions,
    Pick<RedactOptions, "keep" | "looks" | "raster" | "watermark"> {}

/** A redacted file, proven clean. */
export interface RedactResult {
  readonly bytes: Uint8Array;
  readonly report: RedactReport;
}

/** Engines and settings for many files. Files may be worked on at the same time; each takes memory of its own. */
export interface Tuhei {
  /**
   * What is personal in a file.
   *
   * @throws {TuheiError} "empty", "unsupported", "damaged", "encrypted", "too-large", "engine", "usage"
   */
  scan(input: Input, options?: FileOptions): Promise<ScanReport>;
  /**
   * A copy with all of it blacked out, which was opened again and proven.
   *
   * @throws {TuheiError} "residue" when no output could be proven clean, and what `scan` throws
   */
  redact(input: Input, options?: RedactFileOptions): Promise<RedactResult>;
  /** Waits for what is under way and frees the engines. */
  close(): Promise<void>;
  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * The usual case in one object: `open`, `scan` and `redact` with one set of engines, which are loaded at first use. Close it.
 *
 * @throws {TuheiError} "usage" for limits that are none
 */
export function createTuhei({ only, limits: lower, ...options }: TuheiOptions = {}): Tuhei {
  const limits = loweredLimits(lower);
  const { allow, detectors, minScore, profile, unreadable, ...engines } = options;
  const services = createServices(engines);
  const settings: ScanChoices = {
    ...(allow && { allow }),
    ...(detectors && { detectors }),
    ...(minScore !== undefined && { minScore }),
    ...(profile && { profile }),
    ...(unreadable && { unreadable }),
    ...(only && { only: new Set(only) }),
  };
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  function run<T>(work: () => Promise<T>): Promise<T> {
    if (closing) return Promise.reject(new TuheiError("usage", "This instance of tuhei is closed; create another"));
    const result = work();
    const settled: Promise<unknown> = result.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return result;
  }

  function close(): Promise<void> {
    closing ??= Promise.all(running).then(() => services.close());
    return closing;
  }

  function prepared({ name, signal, encoding, password, onProgress }: FileOptions) {
    let pages = 0;
    return {
      source: { maxBytes: limits.wholeFileBytes, ...(name !== undefined && { name }), ...(signal && { signal }) },
      open: {
        services: signal ? untilAborted(services, signal) : services,
        limits,
        ...(encoding !== undefined && { encoding }),
        ...(password !== undefined && { password }),
      },
      onPage(_page: Page): void {
        signal?.throwIfAborted();
        onProgress?.({ pages: ++pages });
      },
    };
  }

  return {
    scan: (input, options = {}) =>
      run(async () => {
        const { source, open: opening, onPage } = prepared(options);
        const document = await open(await sourceOf(input, source), opening);
        const gaps: Gap[] = [...document.gaps];
        const report = createReport();
        try {
          report.metadata(scanMetadata(document.metadata, settings), document);
          for await (const scanned of scan(document, { ...settings, onPage })) {
            report.page(scanned);
            gaps.push(...gapsOf(scanned.page));
          }
        } finally {
          document.close();
        }
        options.signal?.throwIfAborted();
        return report.result(document.format, gaps);
      }),
    redact: (input, options = {}) =>
      run(async () => {
        const { source, open: opening, onPage } = prepared(options);
        const { keep, looks, raster, signal, watermark } = options;
        const report = createReport();
        const redacted = await redact(await sourceOf(input, source), {
          open: opening,
          scan: settings,
          onPage,
          onAttempt: report.reset,
          onFindings: report.page,
          onMetadata: report.metadata,
          ...(signal && { signal }),
          ...(keep && { keep }),
          ...(looks && { looks }),
          ...(raster && { raster }),
          ...(watermark && { watermark }),
        });
        try {
          options.signal?.throwIfAborted();
          // The caller's own: neither part of a larger buffer nor of the input.
          const bytes = Uint8Array.from(await readAll(redacted.file.source));
          return {
            bytes,
            report: {
              ...report.result(redacted.format, redacted.gaps),
              ...redactionReport(redacted),
              ...(watermark && { watermarked: redacted.isWatermarked }),
            },
          };
        } finally {
          await redacted.dispose();
        }
      }),
    close,
    [Symbol.asyncDispose]: close,
  };
}
