import type { Document, Page } from "@tuhei/core";

/** A picture that has been read: a document of one page. */
export function documentOf(page: Page): Document {
  return {
    format: "png",
    metadata: [],
    gaps: [],
    async *pages() {
      yield page;
    },
    close() {},
  };
}
