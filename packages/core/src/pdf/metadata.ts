import { xmpTexts } from "../images/xmp.js";
import type { Gap, MetadataText } from "../model/document.js";
import { annotationTexts } from "./annotation-texts.js";
import { hasBrokenFont } from "./broken-fonts.js";
import { attachmentTexts, infoTexts, outlineTexts, scriptTexts, signatureTexts } from "./document-texts.js";
import type { PdfFile } from "./pdf-file.js";
import { xmlStreams } from "./xml-streams.js";

/** FORMTYPE_ACRO_FORM, fpdf_formfill.h; higher ones have XFA. */
const ACRO_FORM = 1;

/** Texts that no page shows, and what of that kind was not read. */
export interface PdfMetadata {
  readonly metadata: readonly MetadataText[];
  readonly gaps: readonly Gap[];
}

/**
 * Everything a file says besides its pages, each key once and its texts in lines. To be called before pages are flattened.
 *
 * @param untrustedBytes the file as it was opened
 */
export function pdfMetadata(file: PdfFile, untrustedBytes: Uint8Array): PdfMetadata {
  const plain = file.isEncrypted ? file.save() : untrustedBytes;
  const xml = xmlTexts(file, plain);
  const texts = [
    ...infoTexts(file),
    ...xml.texts,
    ...annotationTexts(file),
    ...outlineTexts(file),
    ...attachmentTexts(file),
    ...scriptTexts(file),
    ...signatureTexts(file),
  ];
  const hasFiles = texts.some(({ key }) => key.startsWith("Attachment."));
  const gaps: Gap[] = hasFiles || !xml.isAllRead ? [{ code: "attachment-not-read" }] : [];
  if (isTextLost(file, plain)) gaps.push({ code: "broken-font" });
  return { metadata: byKey(texts), gaps };
}

function byKey(texts: readonly MetadataText[]): MetadataText[] {
  const lines = new Map<string, { readonly first: MetadataText; readonly set: Set<string> }>();
  for (const entry of texts) {
    if (entry.text.trim() === "") continue;
    const known = lines.get(entry.key) ?? { first: entry, set: new Set<string>() };
    lines.set(entry.key, { ...known, set: known.set.add(entry.text) });
  }
  return [...lines.values()].map(({ first, set }) => ({ ...first, text: [...set].join("\n") }));
}

/** A doubt is settled by the file as pdfium writes it anew: without earlier revisions and what nothing refers to, nothing packed. */
function isTextLost(file: PdfFile, plain: Uint8Array): boolean {
  return hasBrokenFont(plain) !== false && hasBrokenFont(file.save()) !== false;
}

function xmlTexts(file: PdfFile, plain: Uint8Array): { texts: MetadataText[]; isAllRead: boolean } {
  const { engine, handle } = file;
  const hasXfa = engine.guard(() => engine.raw.FPDF_GetFormType!(handle)) > ACRO_FORM;
  const texts: MetadataText[] = [];
  let isAllRead = true;
  for (const { kind, bytes, isReadable } of xmlStreams(plain, hasXfa)) {
    isAllRead &&= isReadable;
    texts.push(...xmpTexts(bytes).map((text) => ({ ...text, key: text.key.replace(/^XMP/, kind) })));
  }
  return { texts, isAllRead };
}
