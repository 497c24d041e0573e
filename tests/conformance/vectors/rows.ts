import { readdirSync, readFileSync } from "node:fs";

/** A row of another project's own tests: an input and a verdict; `source_repo` and `path` say whose. */
export interface Row {
  readonly source_repo: string;
  readonly path: string;
  readonly type: string;
  readonly input: string;
  readonly expected: Expected | string;
}

interface Expected {
  readonly valid?: boolean;
  readonly phone?: boolean;
  readonly personal?: boolean;
  readonly error?: string;
  readonly carrier?: string;
  readonly spans?: readonly string[];
  readonly count?: number;
  readonly offsets?: readonly (readonly [start: number, end: number])[];
  readonly value?: string;
  readonly false_positive?: boolean;
}

const here = new URL(".", import.meta.url);

/** All rows, as they were collected from nineteen projects. */
export const rows: readonly Row[] = readdirSync(here)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, here), "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line) as Row);

/** What a peer says of a value: whether it is one. A value that it takes apart or masks is one. */
export function isValue({ expected }: Row): boolean {
  if (typeof expected === "string") return true;
  return (
    expected.personal ??
    expected.phone ??
    expected.valid ??
    (expected.error === undefined && expected.carrier !== "未知")
  );
}

/** What a peer finds in a text; nothing in a trap. Where it says only how many, that many of what we found. */
export function valuesIn({ input, expected }: Row, found: readonly string[]): readonly string[] {
  if (typeof expected === "string") return [];
  const { spans, offsets = [], count, value, false_positive } = expected;
  if (spans) return spans;
  if (offsets.length === count) return offsets.map(([start, end]) => input.slice(start, end));
  if (count !== undefined) return found.length === count ? found : Array<string>(count).fill("?");
  return false_positive === false && value !== undefined ? [value] : [];
}
