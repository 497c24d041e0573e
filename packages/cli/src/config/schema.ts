import { profiles } from "@tuhei/core";
import { type CheckName, entityTypes, type LegalClass } from "@tuhei/patterns";
import * as z from "zod";

const score = z.number().min(0).max(1);
const ENTITY_TYPE = new RegExp(`^(?:${entityTypes.join("|")}|custom-[a-z0-9]+(?:-[a-z0-9]+)*)$`);
const entityType = z.string().regex(ENTITY_TYPE, { error: "entity type" });
/** An entity type of the user's own. */
const CUSTOM_TYPE = /^custom-[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** 256 bits. */
const HASH = /^[0-9a-f]{64}$/;
/** All there are: another one more, or one less, does not compile. */
const CHECKS = Object.keys({
  "hong-kong-id": 1,
  luhn: 1,
  "mod11-2": 1,
  "mod31-3": 1,
  mrz: 1,
  "organization-code": 1,
  s10: 1,
  "taiwan-id": 1,
  vin: 1,
} satisfies Record<CheckName, 1>) as [CheckName, ...CheckName[]];
const TIERS = ["business", "general", "property", "transaction"] as const satisfies readonly LegalClass["tier"][];
const types = z.array(entityType).readonly();
const texts = z.array(z.string()).readonly();
const minScore = z
  .union([score, z.record(entityType, score)])
  .readonly()
  .describe("Findings below are left out: for all types, or by type. Default 0.5.");

const detector = z.strictObject({
  entityType: z
    .string()
    .regex(CUSTOM_TYPE, { error: '"custom-" and a name in kebab-case' })
    .describe('"custom-" and a name in kebab-case.'),
  title: z.string().optional().describe("Name for people."),
  pattern: z.string().describe("A regular expression over ASCII digits and letters, without ^, $ and \\b."),
  labels: texts.optional().describe("Words before the value, or of its column."),
  check: z.enum(CHECKS).optional().describe("Check digits that the value must pass."),
  labelRequired: z.boolean().optional().describe("Whether the value counts only behind one of its labels."),
  tier: z.enum(TIERS).optional().describe("Legal class."),
  examples: z
    .strictObject({ found: texts.optional(), ignored: texts.optional() })
    .optional()
    .describe("⟦ ⟧ mark what must be found; checked at every start."),
});

const allow = z.strictObject({
  key: z.string().min(1).optional().describe("The secret that the hashes were made with."),
  hashes: z
    .array(z.string().regex(HASH, { error: "64 lower-case hexadecimal digits" }))
    .readonly()
    .optional()
    .describe("HMAC-SHA-256 of the values, as 64 hexadecimal digits: hashOf of @tuhei/patterns."),
  patterns: texts.optional().describe("Regular expressions; each must match the whole value."),
  only: types.optional().describe("Only values of these types."),
});

const rule = z.strictObject({
  paths: z.array(z.string()).min(1).readonly().describe("Patterns as in .gitignore, from the folder of this file."),
  skip: z.boolean().optional().describe("Leave these files out altogether. The report counts them."),
  off: types.optional().describe("Types that are not looked for in these files."),
  minScore: minScore.optional(),
});

/** The configuration as the user writes it. Unknown keys are wrong, so that a slip does not go unnoticed. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  only: types.optional().describe("Only these entity types."),
  off: types.optional().describe("Not these entity types."),
  minScore: minScore.optional(),
  profile: z.enum(profiles).optional().describe("What all pages are. Default auto: told by the words on them."),
  unreadable: z
    .enum(["cover", "report"])
    .optional()
    .describe(
      "Text too unclear to be read: cover or only report it. Default: cover it on documents of a known kind and on pictures of which most is.",
    ),
  failOn: score.optional().describe("scan: exit code 1 from this score on. Default 0."),
  baseline: z
    .string()
    .min(1)
    .optional()
    .describe("scan: a file of `tuhei baseline create`; what it knows is counted and not told. Copies never keep it."),
  inlineIgnores: z
    .boolean()
    .optional()
    .describe("scan: whether tuhei-ignore-line and tuhei-ignore-next-line in texts silence findings. Default false."),
  detectors: z.array(detector).readonly().optional().describe("Detectors of your own."),
  allow: z.array(allow).readonly().optional().describe("Values that are nobody's secret."),
  rules: z.array(rule).readonly().optional().describe("What differs by path; of several that match, the later wins."),
});

/** A checked configuration. */
export type Config = z.output<typeof configSchema>;

/** The JSON Schema that is shipped as `schema.json`. */
export function jsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, {
    target: "draft-7",
    // To JSON Schema "readOnly" says that nobody may write the key, which editors tell the user.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  return { ...schema, title: "Configuration of tuhei" };
}
