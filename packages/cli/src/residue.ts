import { type Document, type GapCode, textFormats } from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import type { FoundAgain, Leak, NotRead, Objection } from "@tuhei/redactor";

/** Something that `verify` still sees in a file, as reports show it: a {@link Leak} with its page counted from 1, if the format has pages. */
export type Residue = { readonly page?: number } & (
  | Pick<Objection, "check" | "detail" | "part" | "text">
  | { readonly check: FoundAgain["check"]; readonly detail: EntityType }
  | { readonly check: NotRead["check"]; readonly detail: GapCode }
);

/** What a proof objects to, each thing once, in the order of the proof. */
export function residueOf(leaks: readonly Leak[], { format }: Pick<Document, "format">): Residue[] {
  const isText = textFormats.includes(format);
  const all = leaks.map(({ quads: _, page, ...leak }) => ({
    ...leak,
    ...(page !== undefined && !isText && { page: page + 1 }),
  }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
