// A peer of peers.bench.mjs: openredaction as it comes. Usage: openredaction.mjs MODULE FOLDER, JSON to standard output
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { OpenRedaction } = await import(pathToFileURL(module));
const redactor = new OpenRedaction();
const found = [];
for (const file of readdirSync(folder)) {
  const { detections } = await redactor.detect(readFileSync(join(folder, file), "utf8"));
  for (const { position } of detections) found.push({ file, start: position[0], end: position[1] });
}
process.stdout.write(JSON.stringify(found));
