import type { ByteSource, OpenOptions, Quad } from "@tuhei/core";
import type { KeepOrder, KeptPart } from "../keep/kept-parts.js";
import type { RasterizedPage } from "../pdf/raster-reasons.js";
import type { RasterOptions } from "../rasterize.js";
import type { Looks, Redaction } from "../redaction.js";

/** What a writer is given: the original, and for every page in order what to black out on it. */
export interface WriteJob {
  readonly source: ByteSource;
  readonly open: OpenOptions;
  readonly looks: Looks;
  /** Redactions page by page, ascending; pages without any may be left out. May be walked once. */
  readonly redactions: AsyncIterable<Redaction>;
  /**
   * Asks to be told of every page in order, while `redactions` waits for all to be read, what is to be blacked out on it as far
   * as is known: later pages may tell more. Absent where nothing is known early.
   */
  readonly onForecast?: (listener: (page: number, quads: readonly Quad[]) => void) => void;
  /** Whether placeholders in texts must not be read as labels of what follows them, because an earlier attempt failed its proof. */
  readonly arePlaceholdersSealed?: boolean;
  /** Pages (from 0) that must go through rasterisation because an earlier attempt failed its proof. */
  readonly rasterize: ReadonlySet<number>;
  /** Pages (from 0) behind whose pictures no text may stand, because an earlier attempt failed its proof with it. */
  readonly bare?: ReadonlySet<number>;
  /** Heeded between pages. */
  readonly signal?: AbortSignal;
  /** How pages become pictures. */
  readonly raster?: Partial<RasterOptions>;
  /** What may be kept besides the pages, where the format has it; nothing without it. */
  readonly keep?: KeepOrder;
}

/** What a writer made. */
export interface Written {
  /** The output file, in chunks. Walked once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Filled when `chunks` has been walked: names of what was sanitised away ("Info", "JavaScript", "EXIF"), sorted. */
  readonly removed: () => readonly string[];
  /** Filled when `chunks` has been walked: pages (from 0) that are now pictures, with the reason, ascending. */
  readonly rasterized: () => readonly RasterizedPage[];
  /** Filled when `chunks` has been walked: what of `keep` is in the output. Absent where a format has nothing of the kind. */
  readonly kept?: () => readonly KeptPart[];
}

/** Writes one family of formats with redactions applied and everything hidden sanitised. Deterministic. */
export interface Writer {
  /** Names of `core` formats that it writes. */
  readonly formats: readonly string[];
  /** @throws {TuheiError} "unsupported", "damaged", "engine" */
  write(job: WriteJob): Promise<Written>;
}
