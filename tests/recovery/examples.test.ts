import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { committedTruth, documentsFolder } from "../builders/examples.ts";
import { emptyFolder, filesBelow, type Run, runTuhei } from "../cli/run-tuhei.ts";
import { remainsOf } from "./remains.ts";
import { missingCommands, type Witness, witnesses } from "./witnesses.ts";

const truth = committedTruth();
const names = Object.keys(truth);
const pictures = names.filter((name) => /\.(png|jpg|webp|tiff)$/.test(name));

/** Groups and tags of ExifTool that a picture by itself does not have; the strips of a TIFF are tags too. */
const METADATA =
  /^\[(GPS|ExifIFD|XMP\S*|ICC\S*|IPTC|Photoshop|JFIF-\S+)\]|(Make|Model|Software|Artist|Description|Thumbnail \w+) +:/m;

const missing = missingCommands();
test("every witness is installed", ({ skip }) => {
  skip(missing.length > 0 && !process.env.CI, `not installed: ${missing.join(", ")}; .ci/run installs them`);
  expect(missing).toEqual([]);
});

describe.skipIf(missing.length > 0)("the examples", () => {
  const out = emptyFolder();
  let run: Run;
  beforeAll(async () => {
    run = await runTuhei(["redact", documentsFolder, "--out", out, "--format", "json"]);
  }, 600_000);
  afterAll(() => rmSync(out, { recursive: true }));

  test("are all redacted, proven and complete", () => {
    expect(filesBelow(out)).toEqual([...names].sort());
    const { files } = JSON.parse(run.stdout) as { files: { status: string; verified: boolean }[] };
    expect(files.filter(({ status, verified }) => status !== "ok" || !verified)).toEqual([]);
    expect(run.exitCode).toBe(0);
  });

  test("lose what was planted and nothing else", () => {
    const { files } = JSON.parse(run.stdout) as { files: { path: string; redactions: number }[] };
    const places = Object.fromEntries(files.map(({ path, redactions }) => [path.split("/").pop(), redactions]));
    // What stands in metadata goes without a box.
    const planted = names.map((name) => [name, truth[name]!.filter(({ metadata }) => metadata === undefined).length]);
    expect(places).toEqual(Object.fromEntries(planted));
  });

  describe.each(names)("%s", (name) => {
    test.each(witnesses.filter(({ reads }) => reads.test(name)))(
      "gives nothing that was planted to $name",
      async (witness) => {
        expect(remainsOf(await testimonyOf(witness, join(out, name)), against(witness, name))).toEqual([]);
      },
    );
  });

  test.each(pictures)("%s keeps no metadata", async (name) => {
    expect(await say("exiftool", join(out, name))).not.toMatch(METADATA);
  });

  test.each([
    ["简历.pdf", ["求职意向：", "工作经历", "供应链数据分析师", "548 分"]],
    ["话费账单.pdf", ["客户姓名：", "对方号码", "客服热线：10000", "02-"]],
  ])("what is not personal in %s can still be read and selected", async (name, kept) => {
    const text = await say("pdftotext", join(out, name));
    expect(kept.filter((words) => !text.includes(words))).toEqual([]);
  });
});

describe.skipIf(missing.length > 0)("before redaction", () => {
  test.each(witnesses)("$name sees planted values, so its silence means something", async (witness) => {
    const seen: string[] = [];
    for (const name of names.filter((one) => witness.reads.test(one))) {
      seen.push(...remainsOf(await testimonyOf(witness, join(documentsFolder, name)), against(witness, name)));
      if (seen.length > 0) break;
    }
    expect(seen).not.toEqual([]);
  });

  test("exiftool sees where the waybill was photographed", async () => {
    expect(await say("exiftool", join(documentsFolder, "快递单-拍照.jpg"))).toContain("GPS Latitude");
  });
});

/** A number may stand in print beside its code: the payload of a code counts where codes are read. */
function against(witness: Witness, name: string): readonly string[] {
  const planted = truth[name]!.filter(({ type }) => type !== "barcode" || witness.commands.includes("zbarimg"));
  return planted.flatMap(({ value }) => (value === "" ? [] : [value]));
}

async function testimonyOf({ testify }: Witness, path: string): Promise<Buffer> {
  const [testimony] = await testify([{ path }]);
  return testimony!;
}

async function say(witnessName: string, path: string): Promise<string> {
  return String(await testimonyOf(witnesses.find(({ name }) => name === witnessName)!, path));
}
