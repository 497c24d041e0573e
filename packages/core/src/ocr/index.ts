import type { OcrEngine } from "./engine.js";

/** An OCR engine as data; nothing of it is loaded before `load`. */
export interface OcrEngineEntry {
  /** Stable, chosen by users. */
  readonly name: string;
  /**
   * @param threads see `ServiceOptions`
   * @throws {TuheiError} "engine" when a package it needs is missing or does not run here; the message says what to do
   */
  load(threads: number): Promise<OcrEngine>;
}

/** Every engine, best first: the order in which "auto" tries them. */
export const ocrEngines = [
  { name: "paddle", load: async (threads) => (await import("./paddle/load-paddle.js")).loadPaddle(threads) },
  { name: "tesseract", load: async () => (await import("./tesseract.js")).loadTesseract() },
] as const satisfies readonly OcrEngineEntry[];
