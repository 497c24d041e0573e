import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runTuhei } from "./run-tuhei.ts";

const manifest = JSON.parse(readFileSync(new URL("../../packages/cli/package.json", import.meta.url), "utf8"));
const loaded = new URL("loaded-modules.mjs", import.meta.url).href;

test("--version names the package's version and loads nothing else", async () => {
  const run = await runTuhei(["--version"], { env: { NODE_OPTIONS: `--import=${loaded}` } });
  expect(run).toMatchObject({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test("--version beside other options names it too", async () => {
  const run = await runTuhei(["--version", "--lang", "zh"]);
  expect(run).toMatchObject({ exitCode: 0, stdout: `${manifest.version}\n` });
});
