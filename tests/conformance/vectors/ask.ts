import { readdirSync, readFileSync } from "node:fs";
import { detect } from "@tuhei/patterns";
import { type Kind, kinds } from "./kinds.ts";

/** An input and a verdict from another project's own tests; `source_repo` and `path` say whose. */
export interface Vector {
  readonly source_repo: string;
  readonly path: string;
  readonly type: string;
  readonly input: string;
  readonly expected: {
    readonly valid?: boolean;
    readonly count?: number;
    readonly spans?: readonly string[];
    readonly offsets?: readonly (readonly [number, number])[];
    readonly value?: string;
    readonly false_positive?: boolean;
  };
}

/** All vectors, in order of their files. */
export function readVectors(): readonly Vector[] {
  return readdirSync(new URL(".", import.meta.url))
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, import.meta.url), "utf8")
        .trim()
        .split("\n"),
    )
    .map((line) => JSON.parse(line) as Vector);
}

/** How a vector is asked. @throws for a kind that is in no table */
export function kindOf({ type, expected }: Vector): Kind {
  const kind = kinds[type.replace(/^mask:.*/, "mask")];
  if (!kind) throw new Error(`tests/conformance/vectors/kinds.ts: no kind ${type}`);
  return kind.ask === "valid" && expected.valid === undefined ? NO_VERDICT : kind;
}

const NO_VERDICT: Kind = { ask: "left", because: "the peer says nothing of its validity" };

/** What its project says, in the form of {@link ours}. */
export function theirs({ input, expected }: Vector, kind: Kind): unknown {
  switch (kind.ask) {
    case "valid":
      return expected.valid;
    case "places":
      return expected.spans ?? (expected.offsets ?? []).map(([start, end]) => input.slice(start, end));
    case "false alarm":
      return !expected.false_positive;
    default:
      return [];
  }
}

/** What tuhei says: whether the whole is one, what it finds, or whether it finds any of the value. */
export function ours({ input, expected }: Vector, kind: Kind): unknown {
  switch (kind.ask) {
    case "valid": {
      const label = kind.label ?? "";
      return detect(label + input).some(
        ({ span, entityType }) =>
          kind.of.includes(entityType as never) &&
          span.start <= label.length &&
          span.end >= label.length + input.length,
      );
    }
    case "places":
      return detect(input)
        .filter(({ entityType }) => kind.of.includes(entityType as never))
        .map(({ span }) => input.slice(span.start, span.end));
    case "false alarm": {
      const start = input.indexOf(expected.value!);
      return detect(input).some(({ span }) => span.start < start + expected.value!.length && span.end > start);
    }
    default:
      return detect(input).map(({ span }) => input.slice(span.start, span.end));
  }
}
