export type { Detector, EntityType, LegalClass, Match, Span, Trigger } from "./detector.js";
export { entityTypes } from "./detector.js";
