import { canonicalValue, type EntityType } from "@tuhei/patterns";
import { keyedLetters } from "./baseline-key.js";

/** A file whose findings are looked up. */
export interface BaselineFile {
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  /**
   * A digest of its bytes. Findings without a value, such as faces, are told by it: as long as the file stays the same. Without
   * it no baseline holds them.
   */
  readonly digest?: string;
}

/** Bits that tell apart 64 the files of a tree, 128 the findings in them, and 32 a line that was changed by accident. */
const [FILE_LETTERS, FINDING_LETTERS, CHECK_LETTERS] = [16, 32, 8];
const ENTRY = /^([k-z]{16} [k-z]{32}) [k-z]{8} ([a-z0-9-]+)$/;

/** What stands for a file: all its entries begin with it. */
export function filePrint({ path }: Pick<BaselineFile, "path">, key: string): string {
  return keyedLetters(key, ["file", path.normalize("NFC")], FILE_LETTERS);
}

/** What stands for a value in a file, however it is written and wherever it stands there; undefined where nothing tells it apart. */
export function findingPrint(
  { path, digest }: BaselineFile,
  entityType: EntityType,
  value: string,
  key: string,
): string | undefined {
  if (value === "" && digest === undefined) return undefined;
  const what = value === "" ? ["digest", digest!] : ["value", normalized(value, entityType)];
  return keyedLetters(key, ["finding", entityType, path.normalize("NFC"), ...what], FINDING_LETTERS);
}

/**
 * A line of a baseline: the two prints, a check of the line, the type.
 *
 * @param prints `filePrint` and `findingPrint`, a space between
 */
export function entryOf(prints: string, entityType: string, key: string): string {
  return `${prints} ${keyedLetters(key, ["entry", prints, entityType], CHECK_LETTERS)} ${entityType}`;
}

/** Whether a line stands as it was written. */
export function isEntry(line: string, key: string): boolean {
  const [, prints, entityType] = ENTRY.exec(line) ?? [];
  return prints !== undefined && line === entryOf(prints, entityType!, key);
}

/** The prints of an entry: the file's, and both. */
export function printsOf(entry: string): { readonly file: string; readonly prints: string } {
  return { file: entry.slice(0, FILE_LETTERS), prints: entry.slice(0, FILE_LETTERS + 1 + FINDING_LETTERS) };
}

/** The type of an entry. */
export function typeOf(entry: string): EntityType {
  return entry.slice(entry.lastIndexOf(" ") + 1) as EntityType;
}

/** How many entries are of which type, in the order of the types' names. */
export function entryTypes(entries: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const type of [...entries].map(typeOf).sort()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Of a password every character counts. */
function normalized(value: string, entityType: EntityType): string {
  return entityType === "password" ? value : canonicalValue(value);
}
