// Detects in one file in windows, as a scan does; prints CPU seconds of the first pass with the import, and of the best of the next.
import { readFileSync } from "node:fs";

/** UTF-16 units. */
const WINDOW = 48 * 1024;

const text = readFileSync(process.argv[2], "utf8");
const first = process.cpuUsage();
const { detect } = await import("@tuhei/patterns");
const matches = pass();
const cold = seconds(first);
const warm = Math.min(...Array.from({ length: 3 }, timed));
console.log(JSON.stringify({ cold, warm, matches }));

function timed() {
  const start = process.cpuUsage();
  pass();
  return seconds(start);
}

function pass() {
  let matches = 0;
  for (let at = 0; at < text.length; at += WINDOW) matches += detect(text.slice(at, at + WINDOW)).length;
  return matches;
}

function seconds(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
