#!/usr/bin/env node
const args = process.argv.slice(2);

// Without the parser and the detectors it is there at once.
if (args.length === 1 && args[0] === "--version") {
  const { version } = await import("../bundle/version.js");
  process.stdout.write(`${version()}\n`);
} else {
  const { main } = await import("../bundle/main.js");
  process.exitCode = await main(args);
}
