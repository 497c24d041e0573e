import type { ScannedPage } from "@tuhei/core";
import type { Redaction } from "./redaction.js";

/** What to black out for what was found, in page order. */
export async function* plan(scanned: AsyncIterable<ScannedPage>): AsyncGenerator<Redaction> {
  for await (const { page, findings } of scanned) {
    for (const { entityType, place } of findings) {
      yield {
        entityType,
        page: page.index,
        quads: place.quads,
        ...(page.window && place.span && { span: place.span }),
      };
    }
  }
}
