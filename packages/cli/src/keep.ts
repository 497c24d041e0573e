import type { EntityType } from "@tuhei/patterns";
import type { KeptPart } from "@tuhei/redactor";
import { isEntityType } from "./entity-type.js";
import type { Messages } from "./messages/index.js";
import type { Session } from "./session.js";
import { UsageError } from "./usage-error.js";

/** Parts of PDFs that `redact` may keep and `verify` may find. */
const KEPT_PARTS: readonly KeptPart[] = ["links", "outline"];

/** What is to be kept. */
export interface Kept {
  readonly parts: ReadonlySet<KeptPart>;
  /** Left where they stand, wherever they are found. */
  readonly types: ReadonlySet<EntityType>;
}

/** The option that names both. */
export function keepOption({ options, usage }: Messages) {
  return {
    type: "string",
    describe: options.keep,
    coerce(list: string): Kept {
      const asked = list.split(",").map((one) => one.trim());
      const isPart = (one: string) => (KEPT_PARTS as readonly string[]).includes(one);
      const unknown = asked.filter((one) => !isPart(one) && !isEntityType(one));
      if (unknown.length > 0) throw new UsageError(usage.badKeep(unknown.join(", ")));
      return {
        parts: new Set(asked.filter(isPart) as KeptPart[]),
        types: new Set(asked.filter(isEntityType)),
      };
    },
  } as const;
}

/** What `--keep` says. */
export function keptOf({ keep }: Readonly<Record<string, unknown>>): Kept {
  return (keep as Kept | undefined) ?? { parts: new Set(), types: new Set() };
}

/** A session in which findings of some types are left where they stand. */
export function keeping(session: Session, { types }: Kept): Session {
  return types.size === 0 ? session : { ...session, scan: { ...session.scan, keep: types } };
}
