import type { Face } from "./faces/find-faces.js";
import type { Quad } from "./model/geometry.js";
import type { OcrEngine, Raster } from "./ocr/engine.js";

/** A barcode seen in a picture. */
export interface Barcode {
  /** zxing's name of the symbology: "QRCode", "Code128". */
  readonly symbology: string;
  /** Grown to cover the quiet zone and the full bar height. Pixels of the raster. */
  readonly quad: Quad;
  /** Absent when located and not decoded. */
  readonly payload?: string;
}

/** Engines that formats use and that are costly to start: shared by all files of a run, loaded at first use. */
export interface Services {
  /** Threads that one task may keep busy; 1 where several processes work beside each other. Default: 2. */
  readonly threads?: number;
  /** See `ServiceOptions`. */
  readonly ownsProcess?: boolean;
  /** The OCR engine, or undefined when none can be loaded (then pages with pictures get a gap) or the user wants none. */
  ocr(): Promise<OcrEngine | undefined>;
  /** @throws {TuheiError} "engine" */
  barcodes(raster: Raster): Promise<readonly Barcode[]>;
  /** None where the caller keeps faces. @throws {TuheiError} "engine" when there is no network to find them */
  faces(raster: Raster): Promise<readonly Face[]>;
  close(): Promise<void>;
}
