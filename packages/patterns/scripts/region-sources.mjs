import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Codes of GB/T 2260 with every name they ever had, from downloaded sources.
 *
 * @param {readonly string[]} paths files or folders with tables: `"110101":"东城区"`, `110101 => ["address" => "东城区"`
 *   or tab-separated columns with the code before the name
 * @returns {ReadonlyMap<string, ReadonlySet<string>>} names by code, in order of code
 */
export function readRegions(paths) {
  const names = new Map();
  for (const path of paths.flatMap(filesIn)) {
    for (const [code, name] of entriesOf(readFileSync(path, "utf8"))) {
      if (!names.has(code)) names.set(code, new Set());
      names.get(code).add(name);
    }
  }
  return new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => (/\.(js|php|tsv)$/.test(name) || !name.includes(".") ? filesIn(join(path, name)) : []));
}

const TABLES = [
  /["']?(\d{6})["']?\s*(?::|=>)\s*["']([^"']*)["']/g, // "110101":"东城区"
  /["']?(\d{6})["']?\s*=>\s*\[(?:\s*\[[^\]]*\],?)+/g, // 110101 => [["address" => …], …]
  /^(?:[^\t\n]*\t)*?(\d{6})\t([^\t\n]+)$/gm,
];

function* entriesOf(text) {
  const [plain, timelines, columns] = TABLES;
  for (const [, code, name] of text.matchAll(plain)) yield [code, name.trim()];
  for (const [, code, name] of text.matchAll(columns)) yield [code, name.trim()];
  for (const [entry, code] of text.matchAll(timelines)) {
    for (const [, name] of entry.matchAll(/["']address["']\s*=>\s*["']([^"']*)["']/g)) yield [code, name.trim()];
  }
}
