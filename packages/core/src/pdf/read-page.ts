import type { Span } from "@tuhei/patterns";
import { TuheiError } from "../errors.js";
import { type LaidOut, layout } from "../layout.js";
import type { Gap, Page, TextRun } from "../model/document.js";
import type { Quad } from "../model/geometry.js";
import type { Services } from "../services.js";
import { flattenPage } from "./flatten.js";
import { type LoadedPage, type PageChars, pageChars } from "./page-chars.js";
import { type PageObject, pageObjects } from "./page-objects.js";
import type { PageSpace } from "./page-space.js";
import { locateText, type PageText, pageText, textRuns } from "./page-text.js";
import type { PdfFile, PdfPage } from "./pdf-file.js";
import { type PictureParts, pictureParts } from "./picture-parts.js";
import { readPictures } from "./read-pictures.js";
import { rulesOf } from "./rules.js";
import { isAllRead, unseenLines, withoutPrint } from "./seen-twice.js";
import { isPlainOnPage, printOnPage, stretchedOnPage } from "./stretch.js";

/**
 * Reads one page: its text layer, then what stands in its pictures. A page that cannot be parsed is a gap.
 *
 * @param onLoaded shown the page while it is loaded, if it can be parsed
 * @throws {TuheiError} "engine" when pdfium gave up; the file is lost then
 */
export async function readPdfPage(
  file: PdfFile,
  index: number,
  services: Services,
  onLoaded?: (page: LoadedPage) => void,
): Promise<Page> {
  let page: ParsedPage;
  try {
    page = parsePage(file, index, onLoaded);
  } catch (error) {
    if (error instanceof TuheiError && error.code === "damaged") return failedPage(index);
    throw error;
  }
  const { chars, layer, space, parts } = page;
  const pictures = await readPictures(file, index, parts, services);
  const inPictures = layout(unseenLines(pictures.lines, chars, space));
  const gaps: Gap[] = [...page.gaps, ...pictures.gaps];
  if (!isAllRead(pictures.lines, chars, space)) gaps.push({ code: "unmapped-text", page: index });
  return {
    index,
    size: { width: space.width, height: space.height, unit: "pt" },
    ...joined(layer, textRuns(layer), (span) => located(file, index, span), inPictures),
    marks: withoutPrint(pictures.marks, chars, space),
    gaps,
    ...(pictures.unread.length > 0 && { unread: pictures.unread }),
    ...(pictures.illegible.length > 0 && { illegible: pictures.illegible }),
    ...(pictures.isPartlyLegible && { isPartlyLegible: true }),
    stretch: async (quads) => stretchedOnPage(file, index, quads),
    arePlain: async (places) => places.map((place) => isPlainOnPage(file, index, place)),
    printIn: async (places, known) => printOnPage(file, index, places, known),
  };
}

/**
 * The text layer of the page that was read last. Others are read again when something on them is to be located: geometry of
 * every character of a long document would fill the memory.
 */
const lastRead = new WeakMap<PdfFile, TextLayer & { readonly index: number }>();

interface TextLayer {
  readonly chars: PageChars;
  readonly layer: PageText;
  readonly space: PageSpace;
}

function located(file: PdfFile, index: number, span: Span): readonly Quad[] {
  let known = lastRead.get(file);
  if (known?.index !== index) {
    known = { index, ...file.withPage(index, (page) => textLayer(page, pageObjects(page))) };
    lastRead.set(file, known);
  }
  return locateText(known.layer, known.chars, known.space, span);
}

function textLayer(page: PdfPage, objects: readonly PageObject[]): TextLayer {
  const chars = pageChars(page);
  return { chars, layer: pageText(chars, page.space, rulesOf(objects)), space: page.space };
}

interface ParsedPage extends TextLayer {
  readonly parts: PictureParts;
  readonly gaps: readonly Gap[];
}

function parsePage(file: PdfFile, index: number, onLoaded?: (page: LoadedPage) => void): ParsedPage {
  const flattened = flattenPage(file, index);
  return file.withPage(index, (page) => {
    const objects = pageObjects(page);
    const text = textLayer(page, objects);
    lastRead.set(file, { index, ...text });
    const parts = pictureParts(page, objects, text.chars);
    onLoaded?.({ ...page, chars: text.chars });
    const gaps: Gap[] = flattened === "failed" ? [{ code: "page-failed", page: index }] : [];
    return { ...text, parts, gaps };
  });
}

function failedPage(index: number): Page {
  return { index, text: "", runs: [], marks: [], gaps: [{ code: "page-failed", page: index }], locate: () => [] };
}

/** The text layer, and the text of pictures after it. */
function joined(
  { text }: PageText,
  runs: readonly TextRun[],
  locate: (span: Span) => readonly Quad[],
  pictures: LaidOut,
): Pick<Page, "text" | "runs" | "locate"> {
  if (pictures.text === "") return { text, runs, locate };
  const shift = text === "" ? 0 : text.length + 1;
  const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
  return {
    text: shift === 0 ? pictures.text : `${text}\n${pictures.text}`,
    runs: [...runs, ...pictures.runs.map((run) => ({ ...run, span: moved(run.span, shift) }))],
    locate: (span) => [...locate(span), ...pictures.locate(moved(span, -shift))],
  };
}
