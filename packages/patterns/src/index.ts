export { type DetectOptions, detect } from "./detect.js";
export type { Detector, EntityType, LegalClass, Match, Span, Trigger } from "./detector.js";
export { entityTypes } from "./detector.js";
export { detectors } from "./detectors/index.js";
export { type Label, labelOf } from "./labels.js";
export { mask } from "./mask.js";
