import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogues } from "../../packages/cli/dist/messages/index.js";
import { commandTable } from "../builders/command-table.ts";
import { manPage } from "../builders/man-page.ts";
import { isInstalled, runWitness } from "../recovery/run-witness.ts";

const cli = fileURLToPath(new URL("../../packages/cli", import.meta.url));

describe.each([
  ["man/tuhei.1", "en"],
  ["man/tuhei.zh.1", "zh"],
] as const)("%s", (path, language) => {
  const file = `${cli}/${path}`;

  test("is what --help is made of; else run `npm run man`", () => {
    const page = manPage(language);
    if (process.env.UPDATE_MAN) writeFileSync(file, page);
    else expect(readFileSync(file, "utf8")).toBe(page);
  });

  test("is in the package, where npm looks for it", () => {
    const { man, files } = JSON.parse(readFileSync(`${cli}/package.json`, "utf8")) as {
      man: string[];
      files: string[];
    };
    expect(man).toContain(`./${path}`);
    expect(files).toContain("man");
  });

  test.skipIf(!isInstalled("groff") && !process.env.CI)(
    "shows every command, option and example, without a warning of groff (skipped without groff-base)",
    async () => {
      const format = (more: string) => `groff -k -man -Tutf8 -rLL=200n -P-cbou -ww "$1" ${more}`;
      const run = async (more: string) => (await runWitness("sh", ["-c", format(more), "sh", file])).toString();
      expect(await run("2>&1 >/dev/null")).toBe("");
      const text = await run("");
      const { commands, globals } = commandTable(catalogues[language]);
      for (const { name } of [...globals, ...commands.flatMap(({ options }) => options)])
        expect(text).toContain(`--${name}`);
      for (const { name, examples } of commands) {
        expect(text).toContain(`tuhei ${name}`);
        for (const { line } of examples) expect(text).toContain(line);
      }
    },
  );
});
