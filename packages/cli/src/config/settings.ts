import { resolve } from "node:path";
import type { ScanChoices } from "@tuhei/core";
import {
  type Allow,
  createAllowList,
  type Detector,
  detectorFromConfig,
  type EntityType,
  entityTypes,
} from "@tuhei/patterns";
import { rulesOf } from "./path-rules.js";
import type { Config } from "./schema.js";
import { SettingsError } from "./settings-error.js";
import { type Thresholds, thresholdsOf } from "./thresholds.js";

/** What a scan of one file takes from the configuration and the command line. */
export type ScanSettings = ScanChoices;

/** A configuration made ready. */
export interface Settings {
  readonly detectors: readonly Detector[];
  readonly failOn: number;
  /** The baseline of `scan`, an absolute path. */
  readonly baseline?: string;
  /** Whether marks in a text silence findings of `scan`. */
  readonly inlineIgnores: boolean;
  /** What holds where no rule says otherwise. */
  readonly general: ScanSettings;
  /** What holds for a file; undefined where the configuration leaves the file out. */
  forFile(path: string): ScanSettings | undefined;
}

/**
 * Makes a configuration ready.
 *
 * @param base the folder from which its paths count
 * @throws {SettingsError}
 */
export async function settingsOf(config: Config, base: string): Promise<Settings> {
  const detectors = (config.detectors ?? []).map((detector, index) =>
    checked(`detectors[${index}]`, () => detectorFromConfig(detector as Parameters<typeof detectorFromConfig>[0])),
  );
  const only = config.only && new Set(config.only as EntityType[]);
  const unknown = [...(only ?? [])].find((type) => isUnknown(type, detectors));
  if (unknown !== undefined) throw new SettingsError("only", `${unknown}: no such detector`);
  const types = [...entityTypes, ...detectors.map(({ entityType }) => entityType)];
  const rules = await rulesOf(config.rules ?? [], base, types);
  const allow = allowOf(config);
  const { profile, unreadable } = config;
  const scan = {
    ...(only && { only }),
    ...(profile && { profile }),
    ...(unreadable && { unreadable }),
    ...(allow && { allow }),
    // The same array for every file: it is made ready once.
    ...(detectors.length > 0 && { detectors }),
  };
  const least = thresholdsOf(config, types);
  const withLeast = (minScore: Thresholds) => ({ ...scan, ...(Object.keys(minScore).length > 0 && { minScore }) });
  return {
    detectors,
    failOn: config.failOn ?? 0,
    inlineIgnores: config.inlineIgnores ?? false,
    ...(config.baseline !== undefined && { baseline: resolve(base, config.baseline) }),
    general: withLeast(least),
    forFile(path) {
      const matching = rules.filter(({ matches }) => matches(path));
      if (matching.some(({ isSkip }) => isSkip)) return undefined;
      return withLeast(Object.assign({}, least, ...matching.map(({ thresholds }) => thresholds)));
    },
  };
}

function checked<T>(key: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof TypeError) throw new SettingsError(key, error.message);
    throw error;
  }
}

function isUnknown(type: EntityType, detectors: readonly Detector[]): boolean {
  return type.startsWith("custom-") && !detectors.some(({ entityType }) => entityType === type);
}

function allowOf({ allow = [] }: Config): Allow | undefined {
  const lists = allow.map((list, index) =>
    checked(`allow[${index}]`, () => createAllowList(list as Parameters<typeof createAllowList>[0])),
  );
  return lists.length > 0 ? (value, type) => lists.some((isAllowed) => isAllowed(value, type)) : undefined;
}
