import { describe, expect, test } from "vitest";
import { describedDetectors } from "../descriptions.js";
import { entityTypes, type LegalClass } from "../detector.js";
import { labelOf } from "../engine.js";
import { detectors } from "./index.js";

/** What a reason may say that a form proves, besides nothing. */
const PROOFS = new Set([
  "administrative units",
  "boarding pass",
  "checksum",
  "Chinese numerals",
  "country",
  "date",
  "inside China",
  "issuer",
  "length",
  "machine-readable zone",
  "organisation checksum",
  "prefix",
  "public address",
  "region",
  "scheme",
  "surname",
  "transliteration",
]);

/** Entity types that files and pictures hold, but not text. */
const NOT_IN_TEXT = ["barcode", "face", "member-number", "unreadable"];

test("every entity type that text can hold has a detector", () => {
  expect(detectors.map(({ entityType }) => entityType)).toEqual(
    entityTypes.filter((entityType) => !NOT_IN_TEXT.includes(entityType)),
  );
});

/** The classes by type, as 法释〔2017〕10号, PIPL Art. 28, GB/T 45574-2025 and GB/T 35273-2020 are commonly read. */
const LEGAL: Readonly<Record<string, LegalClass>> = {
  address: { tier: "general" },
  "bank-card": { tier: "transaction", sensitive: "financial", gbt35273: "property" },
  "birth-date": { tier: "general" },
  "card-expiry": { tier: "transaction", sensitive: "financial", gbt35273: "property" },
  cvv: { tier: "transaction", sensitive: "financial", gbt35273: "property" },
  diploma: { tier: "general" },
  email: { tier: "general" },
  "geo-location": { tier: "general", sensitive: "tracking", gbt35273: "other" },
  "hk-macau-permit": { tier: "general", gbt35273: "identity" },
  "housing-fund": { tier: "transaction", sensitive: "financial", gbt35273: "property" },
  // GB/T 45574-2025: the number of an identity card alone is not sensitive, its picture is.
  "id-card": { tier: "general", gbt35273: "identity" },
  imei: { tier: "general" },
  "ip-address": { tier: "general" },
  landline: { tier: "general" },
  "license-plate": { tier: "general" },
  "mac-address": { tier: "general" },
  "medical-insurance": { tier: "transaction", sensitive: "health", gbt35273: "health" },
  "military-id": { tier: "general", sensitive: "specific-identity", gbt35273: "identity" },
  name: { tier: "general" },
  passport: { tier: "general", gbt35273: "identity" },
  password: { tier: "general", gbt35273: "property" },
  phone: { tier: "general" },
  qq: { tier: "general" },
  "residence-permit": { tier: "general", gbt35273: "identity" },
  "social-credit-code": { tier: "business" },
  "taiwan-permit": { tier: "general", gbt35273: "identity" },
  "ticket-number": { tier: "transaction", gbt35273: "other" },
  "tracking-number": { tier: "transaction" },
  "vat-invoice": { tier: "business" },
  vin: { tier: "general" },
  wechat: { tier: "general" },
};

test("every detector is described, in the order of the table", () => {
  expect(describedDetectors.map(({ entityType }) => entityType)).toEqual(detectors.map(({ entityType }) => entityType));
  expect(describedDetectors.map(({ forms }) => forms)).toEqual(detectors.map(({ forms }) => forms));
});

describe.each(describedDetectors.map((detector) => [detector.entityType, detector] as const))(
  "%s",
  (entityType, detector) => {
    test("has its legal class", () => {
      expect(detector.legal).toEqual(LEGAL[entityType]);
    });

    test("is named in two languages and names its sources", () => {
      expect(detector.title.en).toMatch(/^[A-Z]/);
      expect(detector.title.zh).toMatch(/[\p{Script=Han}A-Z]/u);
      for (const source of detector.sources) expect(source).toMatch(/\S{2}/);
    });

    test("shows what it finds and what it leaves", () => {
      for (const example of detector.examples.found) expect(example).toMatch(/⟦[^⟧]+⟧/);
      for (const example of detector.examples.ignored) expect(example).toMatch(/^[^⟦⟧]+$/);
    });

    test("has labels that are words, each known by itself as a column header", () => {
      for (const word of [...(detector.chineseContext?.() ?? []), ...(detector.context ?? [])]) {
        expect(word).toMatch(/^\S.*\S$/);
        expect(labelOf(word)?.entityTypes).toContain(entityType);
      }
    });

    test("proves what a reason can say", () => {
      for (const { proof } of detector.forms)
        for (const word of proof?.split(", ") ?? []) expect(PROOFS).toContain(word);
    });

    test("has words and characters to stop at, and patterns that begin there", () => {
      for (const { trigger, pattern, score } of detector.forms) {
        expect(["at-sign", "characters", "code", "digits", "label", "words"]).toContain(trigger.on);
        expect(Math.max(...Object.values(score))).toBeGreaterThan(0);
        expect(pattern.flags).toMatch(/^i?u?y$/);
        if (trigger.on === "words") for (const word of trigger.words) expect(word.length).toBeGreaterThan(1);
        if (trigger.on === "characters") expect(trigger.characters).toMatch(/^[^A-Za-z0-9\s]+$/);
      }
    });
  },
);
