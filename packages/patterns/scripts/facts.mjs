import { readFileSync, writeFileSync } from "node:fs";

/**
 * The lines of a file of facts that say something: "key: words parted by spaces".
 *
 * @param {string} name of a file in `facts/`, without ".txt"
 * @returns {readonly (readonly [key: string, words: readonly string[]])[]}
 */
export function readFacts(name) {
  return readFileSync(fileOf(name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2).split(" ")];
    });
}

/**
 * @param {string} name of a file in `facts/`, without ".txt"
 * @param {string} about what the facts are, where they are from and how to refresh them
 * @param {readonly string[]} lines "key: words parted by spaces"
 */
export function writeFacts(name, about, lines) {
  const head = about.split("\n").map((line) => `# ${line}\n`);
  writeFileSync(fileOf(name), `${head.join("")}\n${lines.join("\n")}\n`);
}

function fileOf(name) {
  return new URL(`../facts/${name}.txt`, import.meta.url);
}
