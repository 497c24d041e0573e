import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileError, shownPath } from "../files.js";
import type { Messages } from "../messages/index.js";
import { UsageError } from "../usage-error.js";
import { findConfigs, isAmong } from "./find-config.js";
import { ConfigSyntaxError, parseConfig } from "./parse-config.js";
import type { Config } from "./schema.js";
import { type Settings, settingsOf } from "./settings.js";
import { SettingsError } from "./settings-error.js";

/** The configuration of a run. */
export interface LoadedConfig {
  /** Where it stands; left out when there is none. */
  readonly file?: string;
  /** A configuration among the documents, which does not count. */
  readonly refused?: string;
  /** With what the command line says in its place. */
  readonly config: Config;
  /** The folder from which its patterns of paths count. */
  readonly base: string;
  readonly settings: Settings;
}

/** Where to look. */
export interface ConfigSource {
  /** What --config says: a file, or false for none. */
  readonly asked?: string | false;
  /** What the run works on. */
  readonly paths: readonly string[];
  /** What the command line says in place of the configuration. */
  readonly overrides: Pick<
    Config,
    "baseline" | "failOn" | "inlineIgnores" | "minScore" | "only" | "profile" | "unreadable"
  >;
}

/**
 * Loads the user's configuration: the file that was asked for, or the nearest from the working folder up to the root of
 * its repository. One that is an input, or lies inside a folder to be scanned, may have come with the documents, and nothing in a document
 * may remove a finding: it does not count unless asked for by name.
 *
 * @throws {UsageError} that names the file and the key; never a value
 */
export async function loadConfig({ asked, paths, overrides }: ConfigSource, messages: Messages): Promise<LoadedConfig> {
  const { usage } = messages;
  const withoutFile = () => ready({}, { overrides, base: process.cwd() }, messages);
  if (asked === false) return withoutFile();
  const [file, other] = asked === undefined ? await findConfigs(process.cwd()) : [asked];
  if (file === undefined) return withoutFile();
  if (other !== undefined) throw new UsageError(usage.configTwice(shownPath(file), shownPath(other)));
  if (asked === undefined && (await isAmong(file, paths))) return { ...(await withoutFile()), refused: file };
  const base = asked === undefined ? dirname(file) : process.cwd();
  return ready(await readConfig(file, messages), { file, overrides, base }, messages);
}

async function readConfig(file: string, { usage }: Messages): Promise<Config> {
  const shown = shownPath(file);
  const text = await readFile(file, "utf8").catch((error) => {
    throw new UsageError(fileError(error, shown).message, { cause: error });
  });
  const value = await parseConfig(file, text).catch((error) => {
    throw error instanceof ConfigSyntaxError ? new UsageError(usage.configSyntax(shown, error.line)) : error;
  });
  // Loaded only where there is something to check: a start without a configuration stays fast.
  const { checkConfig } = await import("./check-config.js");
  const result = checkConfig(value);
  if ("config" in result) return result.config;
  const { key, kind, expected } = result.problem;
  throw new UsageError(kind === "unknown" ? usage.configUnknown(shown, key) : usage.configWrong(shown, key, expected));
}

interface Ready extends Pick<ConfigSource, "overrides"> {
  readonly file?: string;
  /** From where patterns count. */
  readonly base: string;
}

async function ready(said: Config, { file, overrides, base }: Ready, { usage }: Messages): Promise<LoadedConfig> {
  // Types asked for on the command line are wanted, whatever the configuration turns off.
  const config = { ...said, ...overrides, ...(overrides.only && { off: [] }) };
  const settings = await settingsOf(config, base).catch((error) => {
    if (!(error instanceof SettingsError)) throw error;
    const place = file === undefined ? "tuhei" : shownPath(file);
    throw new UsageError(usage.configReason(place, error.key, error.message));
  });
  return { ...(file !== undefined && { file }), config, base, settings };
}
