import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import type { SidePart } from "../leak.js";
import type { SideChannel } from "./reading.js";

/** What pdf.js tells of every file, whatever is in it. */
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  "PDFFormatVersion",
  "Language",
  "EncryptFilterName",
  "IsLinearized",
  "IsAcroFormPresent",
  "IsXFAPresent",
  "IsCollectionPresent",
  "IsSignaturesPresent",
]);

/** What a page has of its own. */
type OfPages = "JavaScript of a page" | "a structure tree" | "an annotation";

/** How each thing beside the pages is asked for; nothing there is null, undefined or empty. */
const OF_DOCUMENTS: Readonly<Record<Exclude<SidePart, OfPages>, (document: PDFDocumentProxy) => Promise<unknown>>> = {
  "an outline": (document) => document.getOutline(),
  "an attachment": (document) => document.getAttachments(),
  JavaScript: (document) => document.getJSActions(),
  "an action on opening": (document) => document.getOpenAction(),
  "a form field": (document) => document.getFieldObjects(),
  "a named destination": (document) => document.getDestinations(),
  "a page label": (document) => document.getPageLabels(),
  "a permission": (document) => document.getPermissions(),
  "document information": async (document) => {
    const { info } = await document.getMetadata();
    return Object.entries(info).filter(([key]) => !ALWAYS_THERE.has(key));
  },
  "a language": async (document) => {
    const { info } = await document.getMetadata();
    return "Language" in info ? info.Language : null;
  },
  XMP: async (document) => (await document.getMetadata()).metadata?.getRaw(),
  "a layer": async (document) => [...(await document.getOptionalContentConfig())],
};

const OF_PAGES: Readonly<Record<OfPages, (page: PDFPageProxy) => Promise<unknown>>> = {
  "an annotation": (page) => page.getAnnotations({ intent: "any" }),
  "a structure tree": (page) => page.getStructTree(),
  "JavaScript of a page": (page) => page.getJSActions(),
};

/** What stands beside the pages. */
export function documentChannels(document: PDFDocumentProxy): Promise<readonly SideChannel[]> {
  return channelsOf(OF_DOCUMENTS, document);
}

/** What stands beside the content of one page. */
export function pageChannels(page: PDFPageProxy): Promise<readonly SideChannel[]> {
  return channelsOf(OF_PAGES, page);
}

async function channelsOf<T>(
  asked: Readonly<Partial<Record<SidePart, (subject: T) => Promise<unknown>>>>,
  subject: T,
): Promise<readonly SideChannel[]> {
  const channels: SideChannel[] = [];
  for (const [name, ask] of Object.entries(asked)) {
    const answer = await ask(subject);
    if (!isNothing(answer)) channels.push({ name: name as SidePart, texts: [...stringsIn(answer)] });
  }
  return channels;
}

function isNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined || answer === "") return true;
  if (answer instanceof Map) return answer.size === 0;
  return typeof answer === "object" && Object.keys(answer).length === 0;
}

const UTF8 = new TextDecoder();

/** Every string in an answer, keys too, and files as text. */
function* stringsIn(answer: unknown, seen = new Set<object>()): Generator<string> {
  if (typeof answer === "string") yield answer;
  if (answer instanceof Uint8Array) yield UTF8.decode(answer);
  else if (typeof answer === "object" && answer !== null && !seen.has(answer)) {
    seen.add(answer);
    const entries = answer instanceof Map ? answer.entries() : Object.entries(answer);
    for (const [key, value] of entries) {
      yield String(key);
      yield* stringsIn(value, seen);
    }
  }
}
