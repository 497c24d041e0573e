import type { BuiltInEntityType, Detector, EntityType, LegalClass } from "./detector.js";
import { detectors } from "./detectors/index.js";

/** What is found in pictures, by no detector. */
const WITHOUT_DETECTOR: Partial<Record<BuiltInEntityType, LegalClass>> = {
  // 《个人信息保护法》第二十八条: 生物识别; 法释〔2017〕10号 第五条 does not name it.
  face: { tier: "general", sensitive: "biometric", gbt35273: "biometric" },
  // What a code stands for is not known before it is read; what it says is found and classed by itself.
  barcode: { tier: "general" },
  // A till's customer, told by the label on a receipt.
  "member-number": { tier: "general" },
  // Nor what is too unclear to be read.
  unreadable: { tier: "general" },
};

/** 法释〔2017〕10号 第五条（五）: whatever is not named in （三） and （四）. */
const REMAINDER: LegalClass = { tier: "general" };

let byType: ReadonlyMap<EntityType, LegalClass> | undefined;

/** How the law classes an entity type: its detector's class, also of the user's own `custom` ones. Reference only. */
export function legalClassOf(entityType: EntityType, custom: readonly Detector[] = []): LegalClass {
  byType ??= new Map(detectors.map((detector) => [detector.entityType, detector.legal]));
  return (
    custom.find((detector) => detector.entityType === entityType)?.legal ??
    byType.get(entityType) ??
    WITHOUT_DETECTOR[entityType as BuiltInEntityType] ??
    REMAINDER
  );
}
