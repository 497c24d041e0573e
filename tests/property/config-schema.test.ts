import { readFileSync } from "node:fs";
import { entityTypes } from "@tuhei/patterns";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkConfig } from "../../packages/cli/dist/config/check-config.js";
import { runs } from "./settings.js";

const schema = JSON.parse(readFileSync(new URL("../../packages/cli/schema.json", import.meta.url), "utf8"));
const isBySchema = new Ajv({ strict: false }).compile(schema);

type Json = fc.JsonValue;

const isOptional = { requiredKeys: [] as never[] };
const anyScore = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, -0));
const anyType = fc.constantFrom(...entityTypes, "custom-staff", "custom-a-1");
const anyTypes = fc.array(anyType, { maxLength: 3 });
const anyTexts = fc.array(fc.string(), { maxLength: 3 });
const anyMinScore = fc.oneof(anyScore, fc.dictionary(anyType, anyScore, { maxKeys: 3 }));

const anyDetector = fc.record(
  {
    entityType: fc.constantFrom("custom-staff", "custom-a-1"),
    title: fc.string(),
    pattern: fc.constantFrom("E\\d{6}", "("),
    labels: anyTexts,
    check: fc.constantFrom("luhn", "mod11-2", "vin"),
    labelRequired: fc.boolean(),
    tier: fc.constantFrom("general", "transaction", "property", "business"),
    examples: fc.record({ found: anyTexts, ignored: anyTexts }, isOptional),
  },
  { requiredKeys: ["entityType", "pattern"] },
);
const anyAllow = fc.record(
  {
    key: fc.string({ minLength: 1 }),
    hashes: fc.array(fc.stringMatching(/^[0-9a-f]{64}$/), { maxLength: 2 }),
    patterns: anyTexts,
    only: anyTypes,
  },
  isOptional,
);
const anyRule = fc.record(
  {
    paths: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    skip: fc.boolean(),
    off: anyTypes,
    minScore: anyMinScore,
  },
  { requiredKeys: ["paths"] },
);

/** Configurations as they should be. */
const anyConfig = fc.record(
  {
    $schema: fc.string(),
    only: anyTypes,
    off: anyTypes,
    minScore: anyMinScore,
    profile: fc.constantFrom("auto", "id-copy", "receipt", "ticket", "waybill"),
    unreadable: fc.constantFrom("cover", "report"),
    failOn: anyScore,
    baseline: fc.string({ minLength: 1 }),
    inlineIgnores: fc.boolean(),
    detectors: fc.array(anyDetector, { maxLength: 2 }),
    allow: fc.array(anyAllow, { maxLength: 2 }),
    rules: fc.array(anyRule, { maxLength: 2 }),
  },
  isOptional,
) as fc.Arbitrary<Json>;

/** What stands in place of something right: beside it, or quite other. */
const anySlip: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    "",
    "custom-",
    "custom-a-",
    "custom-a\n",
    "Phone",
    "vin",
    "toString",
    "../x",
    1.5,
    -1e-9,
    "0.5",
    null,
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
  anyConfig,
  anyTypes as fc.Arbitrary<Json>,
);

/** Something else in one place of a value: another value, a further key, a key less. */
const anyMutation = fc.record({
  place: fc.nat(),
  how: fc.constantFrom("replace", "add", "remove"),
  key: fc.oneof(fc.constantFrom("only", "minScore", "__proto__", "constructor", "toString", "paths"), fc.string()),
  value: anySlip,
});

function mutated(
  config: Json,
  { place, how, key, value }: { place: number; how: string; key: string; value: Json },
): Json {
  // A copy by way of text, as a file is read: "__proto__" is a key like any other there.
  const root = JSON.parse(JSON.stringify({ config }));
  const places = placesIn(root);
  const [holder, at] = places[place % places.length]!;
  const inner = holder[at];
  if (how === "remove" && holder !== root && !Array.isArray(holder)) delete holder[at];
  else if (how === "add" && Array.isArray(inner)) inner.push(value);
  else if (how === "add" && typeof inner === "object" && inner !== null) define(inner as Holder, key, value);
  else holder[at] = value;
  return root.config;
}

type Holder = Record<string, Json>;

function placesIn(holder: Holder): [Holder, string][] {
  return Object.entries(holder).flatMap(([key, inner]) => [
    [holder, key] as [Holder, string],
    ...(typeof inner === "object" && inner !== null ? placesIn(inner as Holder) : []),
  ]);
}

function define(holder: Holder, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** What tuhei says of a configuration; the schema that editors use says the same. */
function verdict(config: unknown): boolean {
  // Out of its text, as from a file.
  const value = JSON.parse(JSON.stringify(config));
  const isAccepted = "config" in checkConfig(value);
  expect([JSON.stringify(value), isBySchema(value)]).toEqual([JSON.stringify(value), isAccepted]);
  return isAccepted;
}

test("the shipped JSON Schema accepts what tuhei accepts", () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      expect(verdict(config)).toBe(true);
    }),
    runs(500),
  );
});

test("and refuses what tuhei refuses where one or two places are something else", () => {
  const verdicts = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(anyConfig, fc.array(anyMutation, { minLength: 1, maxLength: 2 }), (config, mutations) => {
      verdicts[verdict(mutations.reduce(mutated, config)) ? "accepted" : "refused"]++;
    }),
    runs(3000),
  );
  // Where either is rare, the other says little.
  expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(runs(200).numRuns);
});

test("and so with values that are no configuration at all", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => void verdict(value)),
    runs(500),
  );
});
