import type { Document, Page } from "@tuhei/core";

/** The document with its pages read once: reading pictures is what costs. Windows of streamed text are not held. */
export function holdPages(document: Document): Document {
  const held: Page[] = [];
  let isComplete = false;
  return {
    ...document,
    async *pages(skipping) {
      if (isComplete) {
        yield* held;
        return;
      }
      held.length = 0;
      let isStreamed = false;
      for await (const page of document.pages(skipping)) {
        isStreamed ||= page.window !== undefined;
        if (!isStreamed) held.push(page);
        yield page;
      }
      isComplete = !isStreamed;
    },
  };
}
