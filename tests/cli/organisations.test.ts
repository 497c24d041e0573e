import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

const CODE = "91110000600037341L";
const folder = emptyFolder();
const file = join(folder, "company.txt");

beforeAll(() => writeFileSync(file, `统一社会信用代码：${CODE}\n`));

describe("what identifies an organisation", () => {
  test("is reported by a scan, and is no reason to fail", async () => {
    const { stdout, exitCode } = await runTuhei(["scan", file, "--format", "json"]);
    expect(JSON.parse(stdout).files[0].findings).toMatchObject([{ type: "social-credit-code" }]);
    expect(exitCode).toBe(0);
  });

  test("fails a scan that asks for it", async () => {
    expect((await runTuhei(["scan", file, "--only", "social-credit-code"])).exitCode).toBe(1);
  });

  test("is left by redact and verify", async () => {
    const out = join(folder, "left");
    const { stdout, exitCode } = await runTuhei(["redact", file, "--out", out, "--format", "json"]);
    expect(JSON.parse(stdout).files[0]).toMatchObject({ redactions: 0, findings: [] });
    expect(exitCode).toBe(0);
    expect(readFileSync(join(out, "company.txt"), "utf8")).toContain(CODE);
    expect((await runTuhei(["verify", out])).exitCode).toBe(0);
  });

  test("is blacked out where it is asked for", async () => {
    const out = join(folder, "asked");
    await runTuhei(["redact", file, "--out", out, "--only", "social-credit-code"]);
    expect(readFileSync(join(out, "company.txt"), "utf8")).not.toContain(CODE);
  });
});
