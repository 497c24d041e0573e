import type * as z from "zod";
import { type Config, configSchema } from "./schema.js";

/** What is wrong with a value that is no configuration: the key, and what stands there in its place. */
export interface ConfigProblem {
  /** `rules[0].paths`; empty for the whole. */
  readonly key: string;
  readonly kind: "unknown" | "wrong";
  /** What was expected, in English, as in the JSON Schema: "number", "<= 1". */
  readonly expected: string;
}

/** The configuration in a value, or the first thing that is wrong with it. */
export function checkConfig(value: unknown): { readonly config: Config } | { readonly problem: ConfigProblem } {
  const hidden = keyCalledProto(value);
  if (hidden !== undefined) return { problem: { key: hidden, kind: "unknown", expected: "" } };
  const result = configSchema.safeParse(value);
  return result.success ? { config: result.data } : { problem: problemOf(result.error.issues[0]!) };
}

/** The name that zod passes over among keys that may be any entity type. */
const PROTO = "__proto__";

/** Where a key of this name stands, if one does: a slip that would go unnoticed. */
function keyCalledProto(value: unknown, path: readonly PropertyKey[] = []): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, PROTO)) return keyOf([...path, PROTO]);
  for (const [key, inner] of Object.entries(value)) {
    const found = keyCalledProto(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue, above: readonly PropertyKey[] = []): ConfigProblem {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    // The branch that went further into the value is the one that was meant.
    const depth = ([first]: Issue[]) => (first ? first.path.length : 0);
    const [branch] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
    if (branch && depth(branch) > 0) return problemOf(branch[0]!, path);
    return { key: keyOf(path), kind: "wrong", expected: "number | object" };
  }
  if (issue.code === "unrecognized_keys")
    return { key: keyOf([...path, issue.keys[0]!]), kind: "unknown", expected: "" };
  return { key: keyOf(path), kind: "wrong", expected: expectedBy(issue) };
}

function expectedBy(issue: Issue): string {
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "too_small") return `>= ${issue.minimum}`;
  if (issue.code === "too_big") return `<= ${issue.maximum}`;
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  if (issue.code === "invalid_format") return issue.message;
  return issue.code === "invalid_key" ? "entity type" : issue.code;
}

function keyOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index ? "." : ""}${String(part)}`))
    .join("");
}
