import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emptyFolder, filesBelow } from "../cli/run-tuhei.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function blocks(readme: string, language: string): string[] {
  const text = readFileSync(join(root, readme), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, code]) => code!);
}

/** What CI itself runs, and would run without end here. */
const ELSEWHERE = /^npm (start|test)\b/;

describe.each(["README.md", "README.en.md"])("what %s says to type", (readme) => {
  const commands = blocks(readme, "sh")
    .flatMap((block) => block.split("\n"))
    .filter((line) => line.trim() !== "" && !ELSEWHERE.test(line));

  test("runs, in its order, and ends as the page says", () => {
    const folder = emptyFolder();
    symlinkSync(join(root, "packages"), join(folder, "packages"));
    const papers = /\bscan\s+(\S+)/.exec(commands[0]!)![1]!;
    mkdirSync(join(folder, papers));
    writeFileSync(join(folder, papers, "a.txt"), "电话：13900001234\n");
    const env = { ...process.env, XDG_STATE_HOME: emptyFolder() };
    const codes = commands.map((command) => spawnSync("bash", ["-c", command], { cwd: folder, env }).status);
    // Found, redacted and proven, verified.
    expect(codes).toEqual([1, 0, 0]);
    const out = /--out\s+(\S+)/.exec(commands[1]!)![1]!;
    expect(filesBelow(join(folder, out))).toEqual(["a.txt"]);
    expect(readFileSync(join(folder, out, "a.txt"), "utf8")).toMatch(/^电话：█+\n$/);
  });

  test("and to configure is accepted", () => {
    const folder = emptyFolder();
    const [config] = blocks(readme, "jsonc");
    writeFileSync(join(folder, "tuhei.config.jsonc"), config!);
    const bin = join(root, "packages/cli/bin/tuhei.js");
    const args = [bin, "scan", ".", "--config", "tuhei.config.jsonc", "--print-config"];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toContain("custom-staff");
  });

  test("and to program runs as it stands", async () => {
    const [code] = blocks(readme, "ts");
    const own = `const file = new Blob(["电话：13900001234"]); const { signal } = new AbortController();\n`;
    const target = ts.ScriptTarget.ES2022;
    const { outputText } = ts.transpileModule(`${own}${code}export { bytes, findings, report, status };`, {
      compilerOptions: { target, module: ts.ModuleKind.ESNext },
    });
    const copy = fileURLToPath(new URL(`.${readme}.${process.pid}.mjs`, import.meta.url));
    writeFileSync(copy, outputText);
    try {
      const { bytes, findings, report, status } = await import(/* @vite-ignore */ copy);
      expect(findings.map(({ type }: { type: string }) => type)).toEqual(["phone"]);
      expect([status, report.status]).toEqual(["ok", "ok"]);
      expect(Buffer.from(bytes).toString()).toMatch(/^电话：█+$/);
    } finally {
      rmSync(copy);
    }
  });
});
