// Joins the modules of each package into few files beside its `dist`: Node takes longer to find 400 modules than to run them.
import { readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const packages = fileURLToPath(new URL("../packages/", import.meta.url));

/**
 * By package, what is loaded from outside by its name in the bundle. All of a package in one build, so that nothing is there
 * twice; other packages stay outside. Whoever looks for a file beside itself (`./worker.js`) finds it: all lie in one folder.
 */
const ENTRIES = {
  patterns: { index: "index", bytes: "bytes", digits: "digits", descriptions: "descriptions", ...detectors() },
  core: { index: "index", pdf: "pdf/index", images: "images/index" },
  redactor: { index: "index", worker: "pdfjs/worker", "parts-worker": "pdf/parts-worker" },
  cli: { main: "main", version: "version", worker: "batch/worker", watchdog: "batch/watchdog" },
};

function detectors() {
  const names = readdirSync(join(packages, "patterns/src/detectors")).filter((name) => !name.endsWith(".test.ts"));
  return Object.fromEntries(
    names.map((name) => name.replace(".ts", "")).map((name) => [`detectors/${name}`, `detectors/${name}`]),
  );
}

/** Bundles the packages of which something was built since. */
export async function bundlePackages() {
  for (const [name, entries] of Object.entries(ENTRIES)) {
    const [built, bundled] = [join(packages, name, "dist"), join(packages, name, "bundle")];
    if (newestIn(built) < oldestIn(bundled, Object.keys(entries))) continue;
    rmSync(bundled, { recursive: true, force: true });
    // The 34 detectors are entries too, and would be a file each.
    await bundle(built, bundled, entries, name === "patterns");
  }
}

async function bundle(built, bundled, entries, isOneFile) {
  // Of the tests, which bundle for browsers with it.
  const found = createRequire(new URL("../tests/package.json", import.meta.url)).resolve("rolldown");
  const { build } = await import(pathToFileURL(found).href);
  await build({
    cwd: built,
    input: Object.fromEntries(Object.entries(entries).map(([entry, module]) => [entry, join(built, `${module}.js`)])),
    platform: "node",
    tsconfig: false,
    external: (id) => !id.startsWith(".") && !id.startsWith("/"),
    // A table that is only loaded puts itself where it is looked for.
    treeshake: { moduleSideEffects: true },
    logLevel: "warn",
    output: {
      dir: bundled,
      format: "esm",
      sourcemap: true,
      entryFileNames: "[name].js",
      chunkFileNames: "[name]-part.js",
      ...(isOneFile && { codeSplitting: { groups: [{ name: "all", test: /./ }] } }),
    },
  });
}

/** When the last of the modules was built. */
function newestIn(folder) {
  const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));
  return Math.max(...modules.map((name) => statSync(join(folder, name)).mtimeMs));
}

/** When the entries were bundled; never where one is not there. */
function oldestIn(folder, entries) {
  const facts = entries.map((entry) => statSync(join(folder, `${entry}.js`), { throwIfNoEntry: false }));
  return Math.min(...facts.map((fact) => fact?.mtimeMs ?? Number.NEGATIVE_INFINITY));
}
