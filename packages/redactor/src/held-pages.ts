import type { Document, Page } from "@tuhei/core";

/** Pages of which all are held. Of a longer document the text would fill the memory, and to read it again costs little. */
const MAX_PAGES = 200;

/**
 * The document with its pages read once: reading pictures is what costs. Windows of streamed text are not held, nor are the pages of
 * a long document in whose pictures nothing was read.
 */
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
      isComplete = !isStreamed && (held.length <= MAX_PAGES || held.some(isReadFromPictures));
      if (!isComplete) held.length = 0;
    },
  };
}

function isReadFromPictures({ runs }: Page): boolean {
  return runs.some(({ origin }) => origin === "ocr");
}
