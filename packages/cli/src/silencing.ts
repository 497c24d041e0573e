import {
  type ByteSource,
  createInlineIgnores,
  type Document,
  entryTypes,
  type Finding,
  type IgnoreProblem,
  type Page,
  textFormats,
} from "@tuhei/core";
import { type EntityType, entityTypes } from "@tuhei/patterns";
import { isNotedIn } from "./baseline/open-baseline.js";
import type { Settings } from "./config/settings.js";
import type { Messages } from "./messages/index.js";
import type { FileResult } from "./result.js";
import type { Session } from "./session.js";
import type { Warning } from "./warning.js";

/** Takes findings of one file away from what is told, by the user's own word, and counts them. */
export interface Silencing {
  /** Whether a finding is not told one by one. */
  takes(finding: Finding, value: string): boolean;
  /** A page was read, whose findings come next. */
  read(page: Page): void;
  /** To be asked for once, at the end. `isWhole`: all of the file was read. */
  result(isWhole: boolean): Pick<FileResult, "audited" | "entries" | "gone" | "known" | "silenced">;
  /** What is wrong with the marks, at the end. */
  warnings(): Warning[];
}

/** What silences findings in a file, by the session. */
export async function createSilencing(
  path: string,
  source: ByteSource,
  { format }: Pick<Document, "format">,
  { baseline, inlineIgnores, scan, settings, looksForFaces, messages }: Session,
): Promise<Silencing> {
  const lookup = await baseline?.lookup(path, textFormats.includes(format) ? undefined : source);
  const entries = new Set<string>();
  const isNoted = baseline !== undefined && isNotedIn(baseline);
  const ignores = inlineIgnores ? createInlineIgnores(typesOf(settings)) : undefined;
  let [known, silenced] = [0, 0];

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
    read: (page) => ignores?.read(page),
    takes(finding, value) {
      if (ignores?.silences(finding)) {
        silenced++;
        return true;
      }
      if (isNoted) note(finding, value);
      if (!lookup?.isKnown(finding.entityType, value)) return false;
      known++;
      return true;
    },
    result(isWhole) {
      const marked = silenced > 0 ? { silenced } : {};
      if (!lookup || !baseline) return marked;
      const gone = isWhole ? lookup.gone(isLookedFor) : [];
      return {
        ...marked,
        ...(known > 0 && { known }),
        ...(gone.length > 0 && { gone: gone.length }),
        ...(isNoted && { entries: [...entries] }),
        ...((baseline.use === "prune" || baseline.use === "audit") && { entries: gone }),
        ...(baseline.use === "audit" && { audited: { known: entryTypes(lookup.known()), gone: entryTypes(gone) } }),
      };
    },
    warnings: () => (ignores?.problems() ?? []).map((problem) => warningOf(problem, messages)),
  };
}

/** The types that a mark may name. */
function typesOf({ detectors }: Settings): (word: string) => boolean {
  const own = new Set<string>(detectors.map(({ entityType }) => entityType));
  return (word) => (entityTypes as readonly string[]).includes(word) || own.has(word);
}

function warningOf({ code, count, lines }: IgnoreProblem, { warnings }: Messages): Warning {
  const shown = lines.map((line) => line + 1).join(", ");
  return { code, message: warnings[code](count > lines.length ? `${shown} …` : shown) };
}
