import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { optionalPackages } from "@tuhei/core";
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

  test("brings its licence, and says in both languages what it is", () => {
    const { stdout } = run("tar", ["-xzOf", tarballs[name]!, "package/LICENSE", "package/README.md"], root);
    expect(stdout).toContain(readFileSync(join(root, "LICENSE"), "utf8"));
    expect(stdout).toMatch(/涂黑[\s\S]*\n## English\n/);
  });

  test("has types that ES modules resolve", async () => {
    const { problems } = (await checkPackage(
      createPackageFromTarballData(Uint8Array.from(readFileSync(tarballs[name]!))),
    )) as { problems: { kind: string; resolutionKind?: string; entrypoint?: string }[] };
    // The profile "esm-only": what resolves for CommonJS before Node 20.19 does not count.
    const isOld = (kind = "") => ["node10", "node16-cjs"].includes(kind);
    expect(problems.filter(({ resolutionKind }) => !isOld(resolutionKind))).toEqual([]);
    // Programs that are compiled to CommonJS still look for the types of a package in that way.
    const isMissing = ({ kind, resolutionKind }: (typeof problems)[number], entrypoint: string) =>
      kind === "NoResolution" && resolutionKind === "node10" && entrypoint === ".";
    expect(problems.filter((problem) => isMissing(problem, problem.entrypoint ?? ""))).toEqual([]);
  });
});

test("all packages ask for the same optional peers, which are those whose command is told", () => {
  const manifests = (["core", "redactor", "cli"] as const).map(
    (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as Manifest,
  );
  const [core] = manifests;
  for (const { peerDependencies, peerDependenciesMeta } of manifests) {
    expect(peerDependencies).toEqual(core!.peerDependencies);
    const optional = Object.fromEntries(Object.keys(peerDependencies).map((name) => [name, { optional: true }]));
    expect(peerDependenciesMeta).toEqual(optional);
  }
  const told = Object.entries(core!.peerDependencies).map(([name, range]) => `${name}@${/^\^(\d+)/.exec(range)![1]}`);
  expect(told.sort()).toEqual([...new Set(Object.values(optionalPackages).flat())].sort());
});

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

describe("installed from its packages by npm", () => {
  // As people name their folders.
  const folder = join(emptyFolder(), "张三 的项目");
  mkdirSync(folder);
  const picture = join(documentsFolder, "银行卡.png");
  const tuhei = (...args: readonly string[]) => run("npx", ["--no-install", "tuhei", ...args], folder);

  beforeAll(() => {
    const files = Object.fromEntries(
      PACKAGES.map((name) => [name === "cli" ? "tuhei" : `@tuhei/${name}`, `file:${tarballs[name]}`]),
    );
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: files }));
    const options = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    const installed = run("npm", ["install", ...options], folder);
    if (installed.exitCode !== 0) throw new Error(installed.stderr);
  });

  describe("and nothing else", () => {
    test("there is nothing of what only pictures need", () => {
      const installed = readdirSync(join(folder, "node_modules"), { recursive: true, encoding: "utf8" });
      expect(installed.filter((path) => /onnxruntime|ocr-models|face-api|tesseract/.test(path))).not.toContainEqual(
        expect.stringMatching(/package\.json$/),
      );
    });

    test.each(["@tuhei/patterns", "@tuhei/core", "@tuhei/redactor"])(
      "%s is loaded by require, without a word",
      (name) => {
        const { exitCode, stdout, stderr } = run(
          process.execPath,
          ["-e", `console.log(typeof require("${name}"))`],
          folder,
        );
        expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "object\n", stderr: "" });
      },
    );

    test("a program in CommonJS redacts a PDF", () => {
      const code = `const { createTuhei } = require("@tuhei/redactor");
        const tuhei = createTuhei({ ocr: "none", faces: "keep" });
        tuhei.redact(require("node:fs").readFileSync(process.argv[2]), { name: "a.pdf" }).then(async ({ bytes, report }) => {
          await tuhei.close();
          console.log(Buffer.from(bytes.subarray(0, 5)).toString(), report.redactions);
        });`;
      writeFileSync(join(folder, "服务.cjs"), code);
      const { exitCode, stdout } = run(process.execPath, ["服务.cjs", join(documentsFolder, "话费账单.pdf")], folder);
      expect(stdout).toMatch(/^%PDF- \d\d\n$/);
      expect(exitCode).toBe(0);
    });

    test.each([
      ["ES modules", "a.mts", ["--module", "nodenext", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"]],
      ["CommonJS", "a.cts", ["--module", "nodenext", "--exactOptionalPropertyTypes"]],
      // What NestJS and others still begin with.
      [
        "CommonJS, resolved as before exports",
        "a.ts",
        ["--module", "commonjs", "--moduleResolution", "node10", "--ignoreDeprecations", "6.0", "--skipLibCheck"],
      ],
    ])("a strict program in %s compiles", (_kind, file, options) => {
      const code = `import { createTuhei, type Tuhei } from "@tuhei/redactor";
        import { detect } from "@tuhei/patterns";
        import { TuheiError } from "@tuhei/core";
        export async function redacted(file: File, signal?: AbortSignal): Promise<Uint8Array> {
          const tuhei: Tuhei = createTuhei({ limits: { wholeFileBytes: 1_000_000 } });
          try {
            const { findings } = await tuhei.scan(file.stream(), { name: file.name, ...(signal && { signal }) });
            const { bytes, report } = await tuhei.redact(Buffer.from("x"), { onProgress: ({ pages }) => void pages });
            return findings.length + report.redactions + detect("x").length > 0 ? bytes : new Uint8Array();
          } catch (error) {
            if (error instanceof TuheiError && error.code === "encrypted") return new Uint8Array();
            throw error;
          } finally {
            await tuhei.close();
          }
        }
        // @ts-expect-error text is no input
        export const wrong = () => createTuhei().scan("text");`;
      writeFileSync(join(folder, file), code);
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
      const libraries = ["--target", "es2022", "--lib", "es2024,dom,esnext.disposable"];
      const args = [tsc, "--noEmit", "--strict", ...libraries, ...types, ...options, file];
      expect(run(process.execPath, args, folder)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    });

    test.each(["patterns", "core", "redactor"])("what the README of %s shows runs as it stands", (name) => {
      const readme = readFileSync(join(folder, "node_modules/@tuhei", name, "README.md"), "utf8");
      const [, shown] = /```ts\n([\s\S]*?)```/.exec(readme)!;
      const bytes = 'const bytes = new TextEncoder().encode("姓名,电话\\n林晓峰,13900001234\\n");\n';
      writeFileSync(join(folder, "shown.mjs"), bytes + shown);
      const { exitCode, stderr } = run(process.execPath, ["shown.mjs"], folder);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    });

    test("npx tuhei scans a text", () => {
      writeFileSync(join(folder, "a.txt"), "电话：13900001234\n");
      const { exitCode, stdout } = tuhei("scan", "a.txt");
      expect(stdout).toContain("139****1234");
      expect(exitCode).toBe(1);
    });

    test("npx tuhei redacts a PDF", () => {
      const { exitCode, stdout } = tuhei("redact", join(documentsFolder, "话费账单.pdf"), "--out", "out");
      expect(stdout).toContain("话费账单.pdf");
      expect(exitCode).toBe(0);
      const bytes = readFileSync(join(folder, "out", "话费账单.pdf"));
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    });

    test("a picture is told as not read, with the commands that add what it needs", () => {
      const { exitCode, stdout } = tuhei("scan", picture);
      expect(stdout).toContain(`npm install --ignore-scripts ${optionalPackages.pictures.join(" ")}`);
      expect(stdout).toContain(`npm install --ignore-scripts ${optionalPackages.faces.join(" ")}`);
      expect(exitCode).toBe(3);
    });

    test("tuhei doctor says the same", () => {
      const { exitCode, stdout } = tuhei("doctor");
      for (const part of ["paddle", "tesseract", "faces"] as const)
        expect(stdout).toMatch(
          new RegExp(`^✗ .*npm install --ignore-scripts ${optionalPackages[part].join(" ")}$`, "m"),
        );
      expect(exitCode).toBe(3);
    });
  });

  describe("and what pictures need", () => {
    beforeAll(() => {
      // As the command would put them there; they are 100 MB to fetch.
      for (const name of optionalPackages.pictures.map((one) => one.replace(/@\d+$/, ""))) {
        const to = join(folder, "node_modules", name);
        mkdirSync(dirname(to), { recursive: true });
        symlinkSync(join(root, "packages/core/node_modules", name), to);
      }
    });

    test("npx tuhei reads a picture", () => {
      const { exitCode, stdout } = tuhei("scan", picture);
      expect(stdout).toContain("Bank card");
      expect(stdout).not.toContain("npm install");
      expect(exitCode).toBe(1);
    });

    test("tuhei doctor misses nothing but the second engine", () => {
      const { stdout } = tuhei("doctor");
      expect(stdout.match(/^✗ .*$/gm) ?? []).toEqual([]);
      expect(stdout).toMatch(/^– OCR: tesseract/m);
    });
  });
});
