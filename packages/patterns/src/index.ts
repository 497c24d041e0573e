export { type Allow, type AllowListConfig, createAllowList, hashOf } from "./allow-list.js";
export type { CheckName } from "./custom-checks.js";
export { type CustomDetector, defineDetector } from "./define-detector.js";
export { type DetectOptions, detect } from "./detect.js";
export type {
  BuiltInEntityType,
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
export type { Label } from "./labels.js";
export { type MaskOptions, mask } from "./mask.js";
export { maskValue } from "./mask-value.js";
export { createScanner, type Scanner, type ScannerOptions } from "./scanner.js";
