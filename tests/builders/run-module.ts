import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What a process may take to start an engine, read a small picture, and end by itself. */
const TIMEOUT_MS = 60_000;

/** What a module printed, run in a process of its own. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a module in a process of its own, in `folder`, with `core` (the package) and `createRequire` in scope. It is killed
 * when it does not end by itself. Importing one of the packages in `missing` fails as if it were not installed.
 */
export async function runModule(code: string, folder: string, missing: readonly string[] = []): Promise<Printed> {
  const core = JSON.stringify(import.meta.resolve("@tuhei/core"));
  const source = `import { createRequire, register } from "node:module";
    register(${JSON.stringify(hooksWithout(missing))});
    const core = await import(${core});
    ${code}`;
  const options = { cwd: folder, timeout: TIMEOUT_MS };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--no-warnings", "--input-type=module", "-e", source],
    options,
  );
  return { stdout: stdout.trim(), stderr: stderr.trim() };
}

/** A module of Node's customisation hooks, as a URL. */
function hooksWithout(missing: readonly string[]): string {
  const code = `export function resolve(specifier, context, next) {
    if (${JSON.stringify(missing)}.includes(specifier)) throw new Error("Cannot find package " + specifier);
    return next(specifier, context);
  }`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
