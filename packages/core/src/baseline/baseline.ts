import type { EntityType } from "@tuhei/patterns";
import { type BaselineFile, entryOf, filePrint, findingPrint, printsOf, typeOf } from "./baseline-entry.js";

/** Findings that are known, as entries that say nothing of value and file to whoever has not the key. */
export interface Baseline {
  readonly entries: ReadonlySet<string>;
  /** For the findings of one file. */
  forFile(file: BaselineFile): BaselineLookup;
  /** Those entries that are of files at these paths. */
  entriesAt(paths: Iterable<string>): string[];
}

/** The findings of one file beside the baseline. */
export interface BaselineLookup {
  /**
   * The one entry that stands for a value in the file, however it is written, wherever it stands there, and however often;
   * undefined where nothing can.
   *
   * @param value what `textOf` or `metadataTextOf` says of the finding
   */
  entryOf(entityType: EntityType, value: string): string | undefined;
  /** Whether the baseline holds a finding. It is noted that it was found. */
  isKnown(entityType: EntityType, value: string): boolean;
  /** Entries that were found. */
  known(): ReadonlySet<string>;
  /** Entries of the file that were not found, of types that were looked for. Means something once all of it was read. */
  gone(isLookedFor?: (entityType: EntityType) => boolean): string[];
}

/**
 * A baseline to look findings up in.
 *
 * @param entries lines of `formatBaseline`, or what `entryOf` made under the same key
 */
export function createBaseline(entries: Iterable<string>, key: string): Baseline {
  const all = new Set(entries);
  const byPrints = new Map<string, string>();
  const byFile = new Map<string, string[]>();
  for (const entry of all) {
    const { file, prints } = printsOf(entry);
    byPrints.set(prints, entry);
    const others = byFile.get(file);
    if (others) others.push(entry);
    else byFile.set(file, [entry]);
  }

  function forFile(file: BaselineFile): BaselineLookup {
    const known = new Set<string>();
    const own = filePrint(file, key);
    const printsFor = (entityType: EntityType, value: string) => {
      const print = findingPrint(file, entityType, value, key);
      return print && `${own} ${print}`;
    };
    return {
      entryOf(entityType, value) {
        const prints = printsFor(entityType, value);
        return prints && entryOf(prints, entityType, key);
      },
      isKnown(entityType, value) {
        const prints = printsFor(entityType, value);
        const entry = prints && byPrints.get(prints);
        if (entry) known.add(entry);
        return entry !== undefined;
      },
      known: () => known,
      gone: (isLookedFor = () => true) =>
        (byFile.get(own) ?? []).filter((entry) => !known.has(entry) && isLookedFor(typeOf(entry))),
    };
  }

  return {
    entries: all,
    forFile,
    entriesAt: (paths) =>
      [...new Set(Array.from(paths, (path) => filePrint({ path }, key)))].flatMap((file) => byFile.get(file) ?? []),
  };
}
