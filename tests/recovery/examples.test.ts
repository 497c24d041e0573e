import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Planted } from "../builders/documents/document.ts";
import { emptyFolder, filesBelow, type Run, runTuhei } from "../cli/run-tuhei.ts";
import { remainsOf } from "./remains.ts";
import { missingCommands, type Witness, witnesses } from "./witnesses.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const originals = join(examples, "documents");
const truth: Readonly<Record<string, readonly Planted[]>> = JSON.parse(
  readFileSync(join(examples, "truth.json"), "utf8"),
);
const names = Object.keys(truth);

const missing = missingCommands();
test("every witness is installed", ({ skip }) => {
  skip(missing.length > 0 && !process.env.CI, `not installed: ${missing.join(", ")}; apt-get install them to run this`);
  expect(missing).toEqual([]);
});

describe.skipIf(missing.length > 0)("the examples", () => {
  const out = emptyFolder();
  let run: Run;
  beforeAll(async () => {
    run = await runTuhei(["redact", originals, "--out", out]);
  });
  afterAll(() => rmSync(out, { recursive: true }));

  test("are all redacted", () => {
    expect(filesBelow(out).map((file) => file.split("/").pop())).toEqual([...names].sort());
    expect(run.exitCode).toBe(0);
  });

  describe.each(names)("%s", (name) => {
    test.each(witnesses.filter(({ reads }) => reads.test(name)))(
      "gives nothing that was planted to $name",
      async (witness) => {
        expect(remainsOf(await witness.testify(join(out, outputOf(out, name))), against(witness, name))).toEqual([]);
      },
    );
  });
});

describe.skipIf(missing.length > 0)("the same witnesses, before redaction,", () => {
  // ExifTool sees what stands in metadata alone.
  test.each(witnesses)("see planted values: $name", async (witness) => {
    const seen: string[] = [];
    for (const name of names.filter((one) => witness.reads.test(one))) {
      seen.push(...remainsOf(await witness.testify(join(originals, name)), against(witness, name)));
      if (seen.length > 0) break;
    }
    expect(seen).not.toEqual([]);
  });

  test("see where the waybill was photographed", async () => {
    const exiftool = witnesses.find(({ name }) => name === "exiftool")!;
    expect(String(await exiftool.testify(join(originals, "快递单-拍照.jpg")))).toContain("GPS Latitude");
  });
});

/** A number may stand in print beside its code: the payload of a code counts where codes are read. */
function against(witness: Witness, name: string): readonly Planted[] {
  return truth[name]!.filter(({ type }) => type !== "barcode" || witness.commands.includes("zbarimg"));
}

function outputOf(folder: string, name: string): string {
  return filesBelow(folder).find((file) => file.endsWith(name))!;
}
