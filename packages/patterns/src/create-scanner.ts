import { detect } from "./detect.js";
import { type Scanner, type ScannerOptions, scannerOf } from "./scanner.js";

/** A scanner for a stream that finds what `detect` finds in the whole text, wherever the stream is cut. */
export function createScanner(options: ScannerOptions = {}): Scanner {
  return scannerOf(detect, options);
}
