import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Planted } from "../builders/documents/document.ts";
import { runTuhei } from "../cli/run-tuhei.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const truth = JSON.parse(readFileSync(join(examples, "truth.json"), "utf8")) as Record<string, readonly Planted[]>;

interface Found {
  readonly type: string;
  readonly page?: number;
  readonly value: string;
}
const found: Record<string, readonly Found[]> = {};

beforeAll(async () => {
  const run = await runTuhei(["scan", join(examples, "documents"), "--format", "json", "--show-values"]);
  const report = JSON.parse(run.stdout) as { files: { path: string; findings: Found[] }[] };
  for (const { path, findings } of report.files) found[path.slice(path.lastIndexOf("/") + 1)] = findings;
}, 600_000);

function bare(value: string): string {
  return value.replace(/[\s-]/g, "");
}

describe.each(Object.entries(truth))("%s", (name, planted) => {
  test("everything planted is found", () => {
    const missed = planted.filter(
      ({ type, page, value }) =>
        !found[name]!.some(
          (finding) =>
            finding.type === type && (finding.page ?? 1) === page && bare(finding.value).includes(bare(value)),
        ),
    );
    expect(missed).toEqual([]);
  });

  test("nothing else is found", () => {
    const isPlanted = (finding: Found) =>
      planted.some(({ type, value }) => type === finding.type && bare(finding.value).includes(bare(value)));
    expect(found[name]!.filter((finding) => !isPlanted(finding))).toEqual([]);
  });
});
