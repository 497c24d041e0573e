import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What code prints that Node itself runs: no bundler of the tests stands between. */
function printed(code: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: join(root, "tests"),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const ALL = ["patterns", "core", "redactor"].flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as {
    exports: Record<string, { node?: string; default: string }>;
  };
  return Object.entries(exports)
    .filter(([, { default: built = "*" }]) => !built.includes("*"))
    .map(([entry, { node = "", default: built }]) => ({
      name: join("@tuhei", name, entry),
      node,
      built: join(root, "packages", name, built),
    }));
});

const ENTRIES = ALL.filter(({ node }) => node !== "");

test.each(ENTRIES)("$name exports to Node what its modules export", ({ name, node, built }) => {
  const code = `const [bundled, modules] = [await import(${JSON.stringify(name)}), await import(${JSON.stringify(built)})];
    console.log(JSON.stringify([import.meta.resolve(${JSON.stringify(name)}), Object.keys(bundled), Object.keys(modules)]))`;
  const [loaded, bundled, modules] = printed(code) as [string, string[], string[]];
  expect(loaded).toMatch(new RegExp(`${node.slice(1)}$`));
  expect(bundled).toEqual(modules);
});

test("only what is for browsers is left out of the bundles", () => {
  expect(ALL.filter(({ node }) => node === "").map(({ name }) => name)).toEqual(["@tuhei/core/browser"]);
});

test("nothing of a package is there twice, whichever entries are loaded", () => {
  const code = `import { TuheiError } from "@tuhei/core";
    import { openPdf } from "@tuhei/core/pdf";
    import { detect, detectors } from "@tuhei/patterns";
    import { phone } from "@tuhei/patterns/detectors/phone";
    const error = await openPdf(Buffer.from("%PDF-1.7\\n"), { name: "a.pdf" }).catch((error) => error);
    console.log(JSON.stringify([error instanceof TuheiError, detectors.includes(phone), detect("电话 13900001234").length]))`;
  expect(printed(code)).toEqual([true, true, 1]);
});

test("a bundle says from which file each of its lines came", () => {
  const folder = join(root, "packages/core/bundle");
  const maps = readdirSync(folder).filter((name) => name.endsWith(".js.map"));
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).sources as string[]);
  for (const source of ["scan", "open", "pdf/open-document", "ocr/paddle/recognize"])
    expect(sources.some((path) => path.endsWith(`/${source}.js`) || path.endsWith(`/${source}.ts`))).toBe(true);
});
