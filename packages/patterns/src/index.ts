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
export { detectors } from "./detectors/index.js";
export { labelOf } from "./engine.js";
export type { LabelledPart } from "./fields.js";
export type { Label } from "./labels.js";
export { mask } from "./mask.js";
