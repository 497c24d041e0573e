import type { ByteSource, Document, Finding } from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import { isMade } from "./baseline/open-baseline.js";
import type { FileResult } from "./result.js";
import type { Session } from "./session.js";

/** Takes findings of one file away from what is told, by the user's own word, and counts them. */
export interface Silencing {
  /** Whether a finding is not told one by one. */
  takes(finding: Finding, value: string): boolean;
  /** To be asked for once, at the end. `isWhole`: all of the file was read. */
  result(isWhole: boolean): Pick<FileResult, "entries" | "gone" | "known">;
}

/** Formats that are text through and through: a finding in them has a value. */
const TEXT_FORMATS: ReadonlySet<string> = new Set(["csv", "text"]);

/** What silences findings in a file, by the session. */
export async function createSilencing(
  path: string,
  source: ByteSource,
  { format }: Pick<Document, "format">,
  { baseline, scan, looksForFaces }: Session,
): Promise<Silencing> {
  const lookup = await baseline?.lookup(path, TEXT_FORMATS.has(format) ? undefined : source);
  const entries = new Set<string>();
  const isNoted = baseline !== undefined && isMade(baseline);
  let known = 0;

  function note({ entityType }: Finding, value: string): void {
    const entry = lookup?.entryOf(entityType, value);
    if (entry !== undefined) entries.add(entry);
  }

  /** A type that a run leaves out is not gone. */
  function isLookedFor(type: EntityType): boolean {
    const { only, minScore = 0 } = scan;
    if (type === "face" && !looksForFaces) return false;
    return (only?.has(type) ?? true) && (typeof minScore === "number" ? minScore : (minScore[type] ?? 0)) <= 1;
  }

  return {
    takes(finding, value) {
      if (isNoted) note(finding, value);
      if (!lookup?.isKnown(finding.entityType, value)) return false;
      known++;
      return true;
    },
    result(isWhole) {
      if (!lookup || !baseline) return {};
      const gone = isWhole ? lookup.gone(isLookedFor) : [];
      return {
        ...(known > 0 && { known }),
        ...(gone.length > 0 && { gone: gone.length }),
        ...(isNoted && { entries: [...entries] }),
        ...(baseline.use === "prune" && { entries: gone }),
      };
    },
  };
}
