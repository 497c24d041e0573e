import type { Quad } from "@tuhei/core";
import type { Redaction } from "../redaction.js";

/** The quads of each page that has any, whatever order they come in. */
export async function quadsByPage(redactions: AsyncIterable<Redaction>): Promise<ReadonlyMap<number, readonly Quad[]>> {
  const byPage = new Map<number, Quad[]>();
  for await (const { page, quads } of redactions) {
    if (quads.length === 0) continue;
    const known = byPage.get(page);
    if (known) known.push(...quads);
    else byPage.set(page, [...quads]);
  }
  return byPage;
}

/** The same for redactions that are already known, pages ascending. */
export function quadsOf(
  redactions: readonly Redaction[],
): readonly (readonly [page: number, quads: readonly Quad[]])[] {
  const byPage = new Map<number, Quad[]>();
  for (const { page, quads } of redactions) {
    if (quads.length > 0) byPage.set(page, [...(byPage.get(page) ?? []), ...quads]);
  }
  return [...byPage].sort(([a], [b]) => a - b);
}
