import type { CommandOptions } from "../commands/command.js";
import type { Config } from "../config/schema.js";
import { version } from "../version.js";

/** Options that do not change what is written. */
const BESIDE_THE_OUTPUT = new Set([
  "$0",
  "_",
  "color",
  "config",
  "files-from",
  "format",
  "ignore-file",
  "jobs",
  "lang",
  "max-depth",
  "max-size",
  "out",
  "overwrite",
  "paths",
  "print-config",
  "progress",
  "quiet",
  "report",
  "resume",
  "show-values",
  "timeout",
]);

/** All that decides what becomes of a content, as one text: the version, the command, its options, the configuration. */
export function workText(command: string, options: CommandOptions, config: Config): string {
  const said = Object.entries(options)
    .filter(([name]) => name.length > 1 && !/[A-Z]/.test(name) && !BESIDE_THE_OUTPUT.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([version(), command, said, config], (_key, value) =>
    value instanceof Set ? [...value].sort() : value,
  );
}
