import type { EncodedPart, Span } from "@tuhei/patterns";
import { TuheiError } from "../errors.js";
import type { Document, Gap, Page, Skipping, TextRun } from "../model/document.js";
import type { ByteSource } from "../source.js";
import { type EncodedContent, encodedContent } from "../text/encoded/encoded-parts.js";
import { type DetectedEncoding, detectEncoding, type Encoding } from "../text/encoding.js";
import { type Cut, cutAtLine, type TextWindow, textWindows } from "../text/windows.js";
import type { Format, OpenOptions } from "./format.js";

/** Plain text in any of the encodings of `text/encoding.ts`: logs, chats, Markdown, source code, mails, web pages. */
export const text: Format = {
  name: "text",
  sniff: (head) => looksLikeText(head) && !isRichText(head),
  open: async (source, options) => textDocument("text", source, await encodingOf(source, options), plain),
};

/** How a text format divides a window. */
export interface TextShape {
  readonly cut: Cut;
  readonly runs: (window: TextWindow) => readonly TextRun[];
  /** Parts that the format itself writes in another way than people read them; see {@link Page.encoded}. */
  readonly encoded?: (window: TextWindow) => readonly EncodedPart[];
}

/** Nothing is known of the text but its characters. */
const plain: TextShape = { cut: cutAtLine, runs: (window) => [wholeRun(window)] };

/** A document over windows of text. */
export function textDocument(
  format: string,
  source: ByteSource,
  encoding: DetectedEncoding,
  shape: TextShape,
): Document {
  return {
    format,
    metadata: [],
    gaps: [],
    async *pages(skipping) {
      let index = 0;
      for await (const window of windowsOf(source, encoding, shape, skipping))
        yield pageOf(window, shape, index++, encoding);
    },
    close() {},
  };
}

/** Making a filter takes as long as looking at some megabytes in full. */
const MIN_FILTERED_BYTES = 16e6;

/** Windows of a text; of a large one only those that must be looked at, where the caller can do without the others. */
async function* windowsOf(
  source: ByteSource,
  detected: DetectedEncoding,
  shape: TextShape,
  skipping: Skipping | undefined,
): AsyncGenerator<TextWindow> {
  const isFilterable = detected.encoding === "utf-8" && shape === plain && source.size >= MIN_FILTERED_BYTES;
  const filter = isFilterable ? await skipping?.filter() : undefined;
  if (!skipping || !filter) {
    yield* textWindows(source, detected, shape.cut);
    return;
  }
  const { windowsToLookAt } = await import("../text/quiet-windows.js");
  yield* windowsToLookAt(source, detected.bomLength, filter, skipping.isWanted);
}

/**
 * The encoding the caller names, or the detected one.
 *
 * @throws {TuheiError} "unsupported" when the bytes are not text
 */
export async function encodingOf(
  source: ByteSource,
  options: Pick<OpenOptions, "encoding">,
): Promise<DetectedEncoding> {
  const detected = await detectEncoding(source);
  if (options.encoding && options.encoding !== detected?.encoding)
    return { encoding: options.encoding as Encoding, bomLength: detected?.bomLength ?? 0 };
  if (!detected)
    throw new TuheiError("unsupported", `${source.name}: not text in UTF-8, UTF-16, GB18030 or Big5; pass --encoding`);
  return detected;
}

const NOTHING: EncodedContent = { parts: [], files: [] };

function pageOf(window: TextWindow, shape: TextShape, index: number, { isWhole = false }: DetectedEncoding): Page {
  const { text, start, end, offset, line, isQuiet = false } = window;
  const { parts, files } = isQuiet ? NOTHING : encodedContent(text, shape.encoded?.(window));
  const isOwned = (span: Span) => span.start >= start && span.start < end;
  const isUndecodable =
    (!isWhole && text.slice(start, end).includes("\ufffd")) ||
    parts.some(({ span, says }) => says.includes("\ufffd") && isOwned(span));
  const gaps: Gap[] = [
    ...(isUndecodable ? [{ code: "undecodable-text" } as const] : []),
    ...(files.some(isOwned) ? [{ code: "attachment-not-read" } as const] : []),
  ];
  return {
    index,
    text,
    runs: shape.runs(window),
    marks: [],
    gaps,
    ...(parts.length > 0 && { encoded: parts }),
    locate: () => [],
    window: { offset, line, owned: { start, end }, isQuiet },
  };
}

function wholeRun({ text }: TextWindow): TextRun {
  return { span: { start: 0, end: text.length }, origin: "content", precision: "none", confidence: 1 };
}

/** Rich Text Format (1.9.1): what it says is parted by control words all over, its pictures are hexadecimal digits. */
function isRichText(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 5)).toString("latin1") === "{\\rtf";
}

/** Bytes that no other format claimed and that hold no binary controls. A cut UTF-16 or GB18030 head is judged by `open`. */
function looksLikeText(head: Uint8Array): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return true;
  if (head[0] === 0xfe && head[1] === 0xff) return true;
  let zeros = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!;
    if (byte >= 27) continue;
    if (byte === 0) zeros++;
    else if (byte < 9 || byte > 13) return false;
  }
  return zeros === 0 || zeros >= head.length / 10;
}
