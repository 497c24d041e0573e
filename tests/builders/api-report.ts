import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));

/** What is shown of the public API by one entry of a package's `exports`. */
export interface ApiReport {
  /** "core/api/pdf.api.md", below `packages`. */
  readonly file: string;
  /** Declarations of everything public, and of what they refer to, sorted. */
  readonly text: string;
}

/** The reports of a package, one an entry, made of the declarations that were built. */
export function apiReports(name: string): ApiReport[] {
  const folder = join(packages, name);
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Record<string, string | { types: string }>;
  };
  return Object.entries(exports).flatMap(([entry, target]) => {
    if (typeof target === "string") return [];
    const report = entry === "." ? "index" : entry.slice("./".length).replace("/*", "");
    const text = withEntry(join(folder, target.types), (types) => reportOf(folder, types));
    return [{ file: `${name}/api/${report}.api.md`, text }];
  });
}

/** What the repository holds of a report; nothing where there is none. */
export function heldReport({ file }: ApiReport): string {
  const path = join(packages, file);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** The reports that the repository holds of a package. */
export function heldFiles(name: string): string[] {
  return readdirSync(join(packages, name, "api")).map((file) => `${name}/api/${file}`);
}

/** Puts a report into the repository. */
export function holdReport({ file, text }: ApiReport): void {
  writeFileSync(join(packages, file), text);
}

/** Lends the entry; for "./detectors/*" one that exports what each of them does, since a report has one entry. */
function withEntry<T>(types: string, work: (types: string) => T): T {
  if (!types.endsWith("*.d.ts")) return work(types);
  const folder = types.slice(0, -"*.d.ts".length);
  const entry = join(folder, ".every.d.ts");
  const modules = readdirSync(folder).filter((file) => file.endsWith(".d.ts") && !file.startsWith("."));
  const lines = modules.map((file) => {
    const name = file.slice(0, -".d.ts".length);
    return `export * as ${name.replaceAll("-", "_")} from "./${name}.js";\n`;
  });
  writeFileSync(entry, lines.join(""));
  try {
    return work(entry);
  } finally {
    rmSync(entry);
  }
}

function reportOf(projectFolder: string, types: string): string {
  const reportTempFolder = mkdtempSync(join(tmpdir(), "tuhei-api-"));
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      newlineKind: "lf",
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { extends: "../../tsconfig.base.json", files: [types] } },
      apiReport: {
        enabled: true,
        reportFileName: "report.api.md",
        reportFolder: reportTempFolder,
        reportTempFolder,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // Docstrings are plain, without release tags.
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, "package.json"),
  });
  const errors: string[] = [];
  try {
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback(message) {
        if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.formatMessageWithoutLocation());
        message.handled = true;
      },
    });
    if (errors.length > 0) throw new Error(`${types}: ${errors.join("; ")}`);
    return readFileSync(join(reportTempFolder, "report.api.md"), "utf8");
  } finally {
    rmSync(reportTempFolder, { recursive: true });
  }
}
