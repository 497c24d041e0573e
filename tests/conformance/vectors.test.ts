import { readFileSync } from "node:fs";
import { detect, type EntityType } from "@tuhei/patterns";
import { describe, expect, test } from "vitest";

/** A value and a verdict from another project's own tests; `source_repo` and `path` say whose. */
interface Vector {
  readonly source_repo: string;
  readonly type: string;
  readonly input: string;
  readonly expected: { readonly valid: boolean };
}

/** How a kind of vector is asked for: our type, and the words before forms that count only after a label. */
const KINDS: Record<string, { entityType: EntityType; label: string; file: string }> = {
  cn_id: { entityType: "id-card", label: "", file: "id-card" },
  cn_id15: { entityType: "id-card", label: "身份证：", file: "id-card" },
  cn_foreign_pr_id: { entityType: "id-card", label: "", file: "id-card" },
  cn_mobile: { entityType: "phone", label: "", file: "phone" },
  cn_landline: { entityType: "landline", label: "电话：", file: "phone" },
  card_luhn: { entityType: "bank-card", label: "", file: "card" },
  cn_plate: { entityType: "license-plate", label: "", file: "vehicle" },
};

/** Where projects disagree with one another or with us: what we say, and why. */
const OUR_VERDICT: Record<string, { readonly valid: boolean; readonly because: string }> = {
  "cn_id 500154199301135886": {
    valid: true,
    because: "born before the region code existed: such people have such numbers; projects disagree",
  },
  "cn_id 411082198901010002": { valid: true, because: "born before the region code existed; projects disagree" },
  "cn_id 370620199505100123": {
    valid: true,
    because: "region abolished: such people have such numbers; projects disagree",
  },
  "cn_id15 360198910283844": {
    valid: true,
    because: "named by its label: a region nobody knows does not make it less personal",
  },
  "cn_id15 815727834224151": { valid: true, because: "named by its label: a slip does not make it less personal" },
  "cn_id15 610104620932690": { valid: true, because: "named by its label: a slip does not make it less personal" },
  "cn_id 610104620927690": { valid: false, because: "15 digits prove nothing without a label" },
  "cn_id 410001910101123": { valid: false, because: "15 digits prove nothing without a label" },
  "cn_id U193683453": { valid: false, because: "not a citizen identity number of the mainland" },
  "cn_id 441421999707223115": { valid: false, because: "its date is impossible; found only after a label" },
  "cn_mobile 92138389438": { valid: false, because: "92 is no mobile network" },
  "cn_mobile +8692138389438": { valid: false, because: "92 is no mobile network" },
  "cn_mobile 008692138389438": { valid: false, because: "92 is no mobile network" },
  "cn_mobile 98199649964": { valid: false, because: "98 is no mobile network" },
  "cn_mobile +8698099649964": { valid: false, because: "98 is no mobile network" },
  "cn_mobile 008698099649964": { valid: false, because: "98 is no mobile network" },
  "cn_mobile 013838389438": { valid: true, because: "the trunk 0 that people dial before a mobile number" },
  "cn_mobile +86-13838389438": { valid: true, because: "a hyphen after the country code is common" },
  "cn_mobile 0086-13811211114": { valid: true, because: "a hyphen after the country code is common" },
  "cn_mobile 0086-138-1121-1114": { valid: true, because: "a hyphen after the country code is common" },
  "cn_landline 010 12345678": { valid: true, because: "a space after the area code is common" },
  "card_luhn 6765780016990268": { valid: false, because: "Maestro without a Chinese issuer; found after a label" },
  "card_luhn 4222222222222": { valid: false, because: "every tenth EAN-13 is right by Luhn too; found after a label" },
  "card_luhn 0000000000": { valid: false, because: "no issuer has such numbers" },
};

const vectors = ["card", "id-card", "phone", "vehicle"].flatMap((file) =>
  readFileSync(new URL(`vectors/${file}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Vector),
);

describe.each(Object.entries(KINDS))("%s", (type, { entityType, label }) => {
  test.each(vectors.filter((vector) => vector.type === type))(
    "$input of $source_repo is valid: $expected.valid",
    ({ input, expected }) => {
      const text = label + input;
      const isFound = detect(text).some(
        ({ span, ...match }) =>
          match.entityType === entityType && span.start <= label.length && span.end >= text.length,
      );
      expect(isFound).toBe((OUR_VERDICT[`${type} ${input}`] ?? expected).valid);
    },
  );
});

test("service numbers are nobody's", () => {
  const service = vectors.filter(({ type }) => type === "cn_service_400_800");
  expect(service.length).toBeGreaterThan(0);
  expect(service.flatMap(({ input }) => detect(`客服电话：${input}`))).toEqual([]);
});
