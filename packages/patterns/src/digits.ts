// In front, as in `index.ts`.
import "./tables/packed-labels.js";
import "./tables/packed-numbers.js";

import { createDetect } from "./create-detect.js";
import type { Detector, Match } from "./detector.js";
import { bankCard } from "./detectors/bank-card.js";
import { idCard } from "./detectors/id-card.js";
import { landline } from "./detectors/landline.js";
import { phone } from "./detectors/phone.js";
import type { DetectOptions } from "./matches.js";
import { type Scanner, type ScannerOptions, scannerOf } from "./scanner.js";

/** Detectors of the numbers that prove themselves, in order of entity type. The entry "@tuhei/patterns/digits", for small bundles. */
export const digitDetectors: readonly Detector[] = [bankCard, idCard, landline, phone];

const detectDigits = createDetect(digitDetectors);

/** Bank cards, identity cards, landline and mobile numbers in a text. As `detect` of the whole package. */
export function detect(text: string, options?: Omit<DetectOptions, "detectors">): Match[] {
  return detectDigits(text, options);
}

/** The same for a stream. */
export function createScanner(options: Omit<ScannerOptions, "detectors"> = {}): Scanner {
  return scannerOf(detectDigits, options);
}
