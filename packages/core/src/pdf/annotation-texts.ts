import type { MetadataText } from "../model/document.js";
import type { Pdfium } from "./engine.js";
import { byteText, utf16Text } from "./engine-text.js";
import type { PdfFile } from "./pdf-file.js";

/** FPDF_ANNOT_LINK and FPDF_ANNOT_WIDGET, fpdf_annot.h. */
const LINK = 2;
const WIDGET = 20;
const FILE_ATTACHMENT = 17;
/** Kinds that carry a file of their own: sound, movie, 3D, rich media. */
const MEDIA: Readonly<Record<number, string>> = { 18: "sound", 19: "movie", 25: "3D", 26: "rich media" };
/** Text strings of an annotation, ISO 32000-2, tables 166 and 172: RC is rich text, OverlayText is of a redaction mark. */
const STRINGS = ["Contents", "T", "Subj", "RC", "OverlayText", "NM"] as const;
const NAMES: Readonly<Record<(typeof STRINGS)[number], string>> = {
  Contents: "Contents",
  T: "Author",
  Subj: "Subject",
  RC: "RichText",
  OverlayText: "OverlayText",
  NM: "Name",
};
/** Field names that are identifiers stand in keys and label their value; others may say anything and stand in the text. */
const IDENTIFIER = /^[A-Za-z][A-Za-z _-]{0,39}$/;

/**
 * Texts of annotations and form fields. To be called before pages are flattened: afterwards they are part of the page, as
 * far as a page shows them.
 */
export function annotationTexts(file: PdfFile): MetadataText[] {
  return withForm(file, (form) => {
    const { engine, handle: document } = file;
    const { raw } = engine;
    const texts: MetadataText[] = [];
    for (let page = 0; page < file.pageCount; page++) {
      const count = raw.EPDFPage_GetAnnotCountRaw!(document, page);
      for (let at = 0; at < count; at++) {
        const annotation = raw.EPDFPage_GetAnnotRaw!(document, page, at);
        if (annotation === 0) continue;
        texts.push(...textsOf(engine, document, form, annotation));
        raw.FPDFPage_CloseAnnot!(annotation);
      }
    }
    return texts;
  });
}

function textsOf(engine: Pdfium, document: number, form: number, annotation: number): MetadataText[] {
  const { raw, wrapped } = engine;
  const kind = raw.FPDFAnnot_GetSubtype!(annotation);
  if (kind === WIDGET) return form === 0 ? [] : fieldTexts(engine, form, annotation);
  const texts = STRINGS.map((key) => ({
    key: `Annotation.${NAMES[key]}`,
    text: utf16Text(engine, (buffer, size) => wrapped.FPDFAnnot_GetStringValue(annotation, key, buffer, size)),
  }));
  if (kind === LINK) return [...texts, ...linkTexts(engine, document, annotation)];
  if (kind === FILE_ATTACHMENT) return [...texts, { key: "Attachment.Name", text: attachmentName(engine, annotation) }];
  const media = MEDIA[kind];
  return media ? [...texts, { key: "Attachment.Media", text: media }] : texts;
}

function attachmentName(engine: Pdfium, annotation: number): string {
  const { raw } = engine;
  const file = raw.FPDFAnnot_GetFileAttachment!(annotation);
  const name = file && utf16Text(engine, (buffer, size) => raw.FPDFAttachment_GetName!(file, buffer, size));
  return name || "(no name)";
}

function linkTexts(engine: Pdfium, document: number, annotation: number): MetadataText[] {
  const { raw } = engine;
  const link = raw.FPDFAnnot_GetLink!(annotation);
  const action = link === 0 ? 0 : raw.FPDFLink_GetAction!(link);
  if (action === 0) return [];
  const uri = byteText(engine, (buffer, size) => raw.FPDFAction_GetURIPath!(document, action, buffer, size));
  const path = byteText(engine, (buffer, size) => raw.FPDFAction_GetFilePath!(action, buffer, size));
  return [
    { key: "Link.URI", text: decoded(uri) },
    { key: "Link.File", text: path },
  ];
}

/** Percent-escapes hide Chinese text. Text that holds none, or broken ones, is as it is. */
function decoded(uri: string): string {
  return /%[0-9a-f]{2}/i.test(uri)
    ? new URLSearchParams(`u=${uri.replace(/[&+]/g, encodeURIComponent)}`).get("u")!
    : uri;
}

function fieldTexts(engine: Pdfium, form: number, annotation: number): MetadataText[] {
  const { raw } = engine;
  const read = (name: string) => utf16Text(engine, (buffer, size) => raw[name]!(form, annotation, buffer, size)).trim();
  const name = read("FPDFAnnot_GetFormFieldName");
  const tip = read("FPDFAnnot_GetFormFieldAlternateName");
  const values = new Set([read("FPDFAnnot_GetFormFieldValue"), read("EPDFAnnot_GetFormFieldRawValue")]);
  return [...values]
    .filter((value) => value !== "")
    .map((value) =>
      IDENTIFIER.test(name) && tip === ""
        ? { key: `Form.${name}`, text: value }
        : { key: "Form", text: `${tip || name}: ${value}` },
    )
    .concat(IDENTIFIER.test(name) ? [] : [{ key: "Form.Name", text: name }]);
}

/** Field values are asked of a form environment; 0 where the file has no form. */
function withForm<T>(file: PdfFile, work: (form: number) => T): T {
  const { engine, handle } = file;
  const { raw } = engine;
  return engine.guard(() => {
    if (raw.FPDF_GetFormType!(handle) === 0) return work(0);
    const info = raw.PDFiumExt_OpenFormFillInfo!();
    const form = raw.PDFiumExt_InitFormFillEnvironment!(handle, info);
    try {
      return work(form);
    } finally {
      if (!engine.isLost()) {
        if (form !== 0) raw.PDFiumExt_ExitFormFillEnvironment!(form);
        raw.PDFiumExt_CloseFormFillInfo!(info);
      }
    }
  });
}
