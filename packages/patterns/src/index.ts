// Gzip looks back 32 kB. Text that is no code stands in front (1.8 kB less than amid the detectors), then modules whose texts
// are alike, in the order that trials found smallest (0.5 kB less).
import "./tables/packed-words.js";
import "./tables/packed-labels.js";
import "./tables/packed-numbers.js";
import "./detectors/ip-address.js";
import "./tables/neutral-labels.js";
import "./detectors/landline.js";
import "./detectors/card-expiry.js";
import "./detectors/mac-address.js";
import "./detectors/password.js";
import "./detectors/phone.js";
import "./tables/regions.js";
import "./detectors/index.js";
import "./custom-checks.js";
import "./names/cued-names.js";
import "./neighbours.js";
import "./triggers.js";
import "./scanner.js";
import "./mask.js";
import "./detector-from-config.js";

export { type Allow, type AllowListConfig, canonicalValue, createAllowList, hashOf } from "./allow-list.js";
export { createDetect, type Detect } from "./create-detect.js";
export { createScanner } from "./create-scanner.js";
export type { CheckName } from "./custom-checks.js";
export { type CustomDetector, defineDetector } from "./define-detector.js";
export { detect } from "./detect.js";
export type {
  Begins,
  BuiltInEntityType,
  Description,
  Detector,
  EntityType,
  Form,
  LegalClass,
  Match,
  Span,
  Trigger,
} from "./detector.js";
export { entityTypes } from "./detector.js";
export { type DetectorConfig, detectorFromConfig } from "./detector-from-config.js";
export { detectors } from "./detectors/index.js";
export { labelOf } from "./engine.js";
export type { LabelledPart } from "./fields.js";
export { createKnownValues, isWorthKnowing, type KnownValues } from "./known-values.js";
export type { Label } from "./labels.js";
export { legalClassOf } from "./legal.js";
export { type MaskOptions, mask } from "./mask.js";
export { maskValue } from "./mask-value.js";
export type { DetectOptions } from "./matches.js";
export type { EncodedPart } from "./normalize.js";
export type { Scanner, ScannerOptions } from "./scanner.js";
export { writtenDate } from "./written-date.js";
