import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { optionalPackages } from "@tuhei/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { emptyFolder } from "../cli/run-tuhei.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8")) as { version: string };

function yaml(path: string) {
  return parse(readFileSync(join(root, path), "utf8"));
}

/** A repository as a runner checks it out: with history, an empty file, a finding on line 2 of a file, and a name with a space. */
function repository(text = "说明\n电话：13900001234\n"): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, "导出 2024"));
  writeFileSync(join(folder, "导出 2024", "a.txt"), text);
  writeFileSync(join(folder, "__init__.py"), "");
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder });
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=ci", "-c", "user.email=ci@example.com", "commit", "--quiet", "--message", "First");
  return folder;
}

/** A folder for PATH whose `npx` runs this workspace's own command line, and only for the version that is named. */
function npxFolder(): string {
  const folder = emptyFolder();
  const bin = join(root, "packages/cli/bin/tuhei.js");
  const script = `#!/bin/sh
given="$*"
fail() { echo "unexpected: npx $given" >&2; exit 99; }
[ "$1" = --yes ] || fail
shift
[ "$1" != --ignore-scripts ] || shift
packages=
while [ "$1" = -p ]; do packages="$packages $2"; shift 2; done
case "$packages" in
  "") [ "$1" = "tuhei@${version}" ] || fail ;;
  " tuhei@${version}" | " tuhei@${version} ${optionalPackages.pictures.join(" ")}") [ "$1" = tuhei ] || fail ;;
  *) fail ;;
esac
[ -z "$NPX_PACKAGES" ] || echo $packages > "$NPX_PACKAGES"
shift
exec "${process.execPath}" "${bin}" "$@"
`;
  writeFileSync(join(folder, "npx"), script);
  chmodSync(join(folder, "npx"), 0o755);
  return folder;
}

/** What a runner does with a step. */
function run(script: string, cwd: string, env: Record<string, string> = {}) {
  const PATH = `${npxFolder()}${delimiter}${process.env.PATH}`;
  const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    env: { ...process.env, TUHEI_LANG: "en", NO_COLOR: "1", ...env, PATH },
    encoding: "utf8",
  });
  return { exitCode: result.status, stdout: result.stdout, stderr: result.stderr };
}

describe("the GitHub Action", () => {
  const action = yaml("action.yml");
  const [step] = action.runs.steps;

  /** The step's environment as GitHub fills it in. */
  function environment(given: Record<string, string> = {}): Record<string, string> {
    return Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([name, expression]) => {
        const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1];
        if (!input || !(input in action.inputs)) throw new Error(`Expected an input for ${name}`);
        return [name, given[input] ?? action.inputs[input].default];
      }),
    );
  }

  test("annotates the line and fails", () => {
    const { exitCode, stdout, stderr } = run(step.run, repository(), environment());
    expect(stderr).not.toContain("unexpected");
    expect(stdout).toMatch(/^::(error|warning) file=导出 2024\/a\.txt,line=2/m);
    expect(stdout).not.toContain("13900001234");
    expect(exitCode).toBe(1);
  });

  test("writes SARIF beside", () => {
    const folder = repository();
    const { exitCode, stdout } = run(step.run, folder, environment({ sarif: "tuhei.sarif" }));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("::");
    expect(JSON.parse(readFileSync(join(folder, "tuhei.sarif"), "utf8")).version).toBe("2.1.0");
  });

  test("takes paths one a line, a threshold and a configuration, and runs none of them", () => {
    const folder = repository();
    writeFileSync(join(folder, "own.json"), '{"off":["phone"]}');
    const quiet = environment({ paths: "导出 2024\n", config: "own.json" });
    expect(run(step.run, folder, quiet).exitCode).toBe(0);
    expect(run(step.run, folder, environment({ "fail-on": "1" })).exitCode).toBe(0);
    const hostile = environment({ paths: '$(touch pwned)\n"; touch pwned; "' });
    expect(run(step.run, folder, hostile).exitCode).not.toBe(0);
    expect(existsSync(join(folder, "pwned"))).toBe(false);
  });

  test.each([
    ["true", optionalPackages.pictures],
    ["false", []],
  ])("with pictures: %s adds %j to tuhei", (pictures, packages) => {
    const folder = repository("说明\n");
    const asked = join(emptyFolder(), "packages");
    run(step.run, folder, { ...environment({ pictures }), NPX_PACKAGES: asked });
    expect(readFileSync(asked, "utf8").trim().split(" ")).toEqual([`tuhei@${version}`, ...packages]);
  });

  test("passes where there is nothing", () => {
    expect(run(step.run, repository("说明\n"), environment()).exitCode).toBe(0);
  });

  test.each(["tuhei.config.json", "tuhei.config.jsonc"])("goes by %s and .tuheiignore of the repository", (name) => {
    const folder = repository();
    writeFileSync(join(folder, "b.txt"), "卡号：6217000341034103418\n");
    writeFileSync(join(folder, name), '{"off":["phone"]}');
    expect(run(step.run, folder, environment()).exitCode).toBe(1);
    writeFileSync(join(folder, ".tuheiignore"), "b.txt\n");
    const { exitCode, stdout } = run(step.run, folder, environment());
    expect(stdout).toContain(name);
    expect(exitCode).toBe(0);
  });

  test("puts no input into a script", () => {
    expect(step.run).not.toContain("${{");
  });
});

test("the workflow of the example annotates and writes SARIF", () => {
  const { jobs } = yaml("examples/recipes/github-workflow/privacy.yml");
  const { run: script } = jobs.tuhei.steps.find((step: { run?: string }) => step.run);
  const folder = repository();
  const { exitCode, stdout } = run(script, folder);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("line=2");
  expect(JSON.parse(readFileSync(join(folder, "tuhei.sarif"), "utf8")).runs).toHaveLength(1);
});

test("the GitLab template reports code quality and fails", () => {
  const { tuhei } = yaml("ci/gitlab.yml");
  const folder = repository();
  const { exitCode, stdout } = run(tuhei.script.join("\n"), folder, tuhei.variables);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("a.txt");
  const report = JSON.parse(readFileSync(join(folder, tuhei.artifacts.reports.codequality), "utf8"));
  expect(report).toMatchObject([{ location: { path: "导出 2024/a.txt", lines: { begin: 2 } } }]);
});

test("the hook of pre-commit and the command of lint-staged take files", () => {
  const [hook] = yaml(".pre-commit-hooks.yaml");
  const folder = repository();
  const file = JSON.stringify(join(folder, "导出 2024", "a.txt"));
  expect(run(`${hook.entry} ${file}`, folder).exitCode).toBe(1);
  const staged = JSON.parse(readFileSync(join(root, "examples/recipes/lint-staged/package.json"), "utf8"));
  const command = Object.values(staged["lint-staged"] as Record<string, string>)[0]!;
  expect(run(`npx --yes tuhei@${version} ${command.replace(/^tuhei /, "")} ${file}`, folder).exitCode).toBe(1);
});

test("every file of the kit names the version of the package", () => {
  for (const path of [".pre-commit-hooks.yaml", "action.yml", "ci/gitlab.yml"])
    expect(readFileSync(join(root, path), "utf8"), path).toContain(version);
});
