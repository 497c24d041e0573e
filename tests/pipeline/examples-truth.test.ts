import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Planted } from "../builders/documents/document.ts";
import { committedTruth, documentsFolder } from "../builders/examples.ts";
import { runTuhei } from "../cli/run-tuhei.ts";

const truth = committedTruth();

/** What `scan` says about a file, as far as it is looked at here. */
interface ScannedFile {
  readonly path: string;
  readonly findings: readonly (Planted & { readonly metadata?: string })[];
}

let scanned: ReadonlyMap<string, ScannedFile>;

beforeAll(async () => {
  const { stdout } = await runTuhei(["scan", documentsFolder, "--format", "json", "--show-values"]);
  const { files } = JSON.parse(stdout) as { files: ScannedFile[] };
  scanned = new Map(files.map((file) => [file.path.split("/").pop()!, file]));
}, 600_000);

test("truth.json speaks of every document", () => {
  expect(Object.keys(truth).sort()).toEqual(readdirSync(documentsFolder).sort());
});

test.each(Object.keys(truth))("a scan of %s finds each planted value where it stands, and nothing else", (name) => {
  const found = scanned.get(name)!.findings.map(({ type, page = 1, value, metadata }) => ({
    type,
    ...(metadata === undefined ? { page } : { metadata }),
    value: compact(value),
  }));
  const missed = truth[name]!.filter((planted) => !take(found, planted));
  expect({ missed, unexpected: found }).toEqual({ missed: [], unexpected: [] });
});

/** Without what only parts a value: white space, hyphens, brackets of area codes, the dot of plates. */
function compact(value: string): string {
  return value.normalize("NFKC").replace(/[\s\-()·]/g, "");
}

/** Takes a planted value out of what was found: one finding, or an address's lines found one by one. */
function take(found: Planted[], { type, page, metadata, value }: Planted): boolean {
  const isHere = (one: Planted) => one.type === type && one.page === page && one.metadata === metadata;
  const whole = found.findIndex((one) => isHere(one) && one.value === compact(value));
  if (whole >= 0) return found.splice(whole, 1).length > 0;
  if (type !== "address") return false;
  let rest = compact(value);
  const lines: Planted[] = [];
  for (const one of found) {
    if (!isHere(one) || !rest.startsWith(one.value)) continue;
    lines.push(one);
    rest = rest.slice(one.value.length);
  }
  if (rest !== "") return false;
  for (const line of lines) found.splice(found.indexOf(line), 1);
  return true;
}
