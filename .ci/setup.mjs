// Installs when the lockfile has changed since the last install, then builds and bundles what has changed. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@10.34.9";
const root = fileURLToPath(new URL("..", import.meta.url));

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

/** pnpm keeps a copy of the lockfile it installed from; equal means there is nothing to fetch. */
function isInstalled() {
  const installed = `${root}node_modules/.pnpm/lock.yaml`;
  return (
    existsSync(installed) &&
    existsSync(`${root}node_modules/typescript`) &&
    existsSync(`${root}tests/node_modules`) &&
    readFileSync(installed, "utf8") === readFileSync(`${root}pnpm-lock.yaml`, "utf8")
  );
}

if (!isInstalled()) run("npx", ["-y", PNPM, "install", "--frozen-lockfile", "--prefer-offline"]);
run(process.execPath, ["node_modules/typescript/bin/tsc", "--build", ...process.argv.slice(2)]);
// With the bundler that may just have been installed.
const { bundlePackages } = await import("./bundle.mjs");
await bundlePackages();
