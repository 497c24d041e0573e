import { expect, test } from "vitest";
import { defineDetector } from "./define-detector.js";
import { entityTypes } from "./detector.js";
import { detectors } from "./detectors/index.js";
import { legalClassOf } from "./legal.js";

test.each(detectors.map((detector) => [detector.entityType, detector] as const))(
  "%s has its detector's class",
  (type, { legal }) => {
    expect(legalClassOf(type)).toBe(legal);
  },
);

test("every entity type has a class, with or without a detector", () => {
  const detected = new Set(detectors.map(({ entityType }) => entityType));
  expect(entityTypes.filter((type) => !detected.has(type))).toEqual(["barcode", "face", "member-number", "unreadable"]);
  expect(legalClassOf("face")).toEqual({ tier: "general", sensitive: "biometric", gbt35273: "biometric" });
  expect(legalClassOf("barcode")).toEqual({ tier: "general" });
});

test.each([
  ["bank-card", { tier: "transaction", sensitive: "financial", gbt35273: "property" }],
  ["medical-insurance", { tier: "transaction", sensitive: "health", gbt35273: "health" }],
  ["phone", { tier: "general" }],
  ["social-credit-code", { tier: "business" }],
] as const)("%s is classed as the law's text says", (type, legal) => {
  expect(legalClassOf(type)).toEqual(legal);
});

test("an identity number is not sensitive by itself (GB/T 45574-2025), though GB/T 35273-2020 lists it", () => {
  expect(legalClassOf("id-card").sensitive).toBeUndefined();
  expect(legalClassOf("id-card").gbt35273).toBe("identity");
});

test("a detector of the user's own has the class that it states, and counts as general where it is unknown", () => {
  const salary = defineDetector({
    entityType: "custom-salary",
    title: { en: "Salary", zh: "工资" },
    context: ["工资"],
    forms: [{ trigger: { on: "label" }, pattern: /\d+/y, score: { validInContext: 0.8 } }],
    legal: { tier: "property" },
    examples: { found: ["工资：⟦12000⟧"], ignored: ["12000"] },
  });
  expect(legalClassOf("custom-salary", [salary])).toEqual({ tier: "property" });
  expect(legalClassOf("custom-salary")).toEqual({ tier: "general" });
});
