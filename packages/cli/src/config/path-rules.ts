import { relative, resolve, sep } from "node:path";
import type { EntityType } from "@tuhei/patterns";
import type { Config } from "./schema.js";
import { SettingsError } from "./settings-error.js";
import { type Thresholds, thresholdsOf } from "./thresholds.js";

/** A rule of the configuration for some paths. */
export interface PathRule {
  readonly matches: (path: string) => boolean;
  readonly isSkip: boolean;
  readonly thresholds: Thresholds;
}

/**
 * The rules of a configuration made ready.
 *
 * @param base the folder from which their patterns count; nothing outside of it matches
 * @throws {SettingsError} for a pattern that could never match
 */
export async function rulesOf(
  rules: NonNullable<Config["rules"]>,
  base: string,
  types: readonly EntityType[],
): Promise<PathRule[]> {
  if (rules.length === 0) return [];
  const { default: ignore } = await import("ignore");
  return rules.map(({ paths, skip = false, ...scores }, index) => {
    const blank = paths.findIndex((path) => path.trim() === "" || path.startsWith("#") || path.startsWith("../"));
    if (blank >= 0) throw new SettingsError(`rules[${index}].paths[${blank}]`, "matches no path below the folder");
    const patterns = ignore().add(paths);
    return {
      matches: (path) => {
        const below = relative(base, resolve(path)).split(sep).join("/");
        return below !== "" && !below.startsWith("../") && below !== ".." && patterns.ignores(below);
      },
      isSkip: skip,
      thresholds: thresholdsOf(scores, types),
    };
  });
}
