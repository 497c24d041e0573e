import { exitCodes } from "../exit-codes.js";
import { shownPath } from "../files.js";
import type { LoadedConfig } from "./load-config.js";

/** Stands for the key of an allow-list, which would open its hashes to guessing. */
const HIDDEN = "***";

/** Prints the configuration that counts as JSON, and returns the exit code. */
export function printConfig({ file, refused, config, settings }: LoadedConfig): number {
  const { $schema, ...said } = config;
  const allow = config.allow?.map(({ key, ...list }) => ({ ...(key !== undefined && { key: HIDDEN }), ...list }));
  const shown = {
    file: file === undefined ? null : shownPath(file),
    ...(refused !== undefined && { refused: shownPath(refused) }),
    config: { ...said, ...(allow && { allow }), failOn: settings.failOn },
  };
  process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
  return exitCodes.ok;
}
