import type { MetadataText } from "../model/document.js";
import { byteText, utf16Text } from "./engine-text.js";
import type { PdfFile } from "./pdf-file.js";

/** Outline entries read; a longer outline is not legitimate or runs in a circle. */
const MAX_OUTLINE_ENTRIES = 20_000;
/** Keys of ISO 32000-2, table 349; a key of somebody's own making may say anything. */
const INFO_KEYS: ReadonlySet<string> = new Set([
  "Title",
  "Author",
  "Subject",
  "Keywords",
  "Creator",
  "Producer",
  "CreationDate",
  "ModDate",
  "Trapped",
]);

/** The information dictionary, entry by entry. */
export function infoTexts({ engine, handle }: PdfFile): MetadataText[] {
  const { raw, wrapped } = engine;
  const count = engine.guard(() => raw.EPDF_GetMetaKeyCount!(handle, 0));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const name = byteText(engine, (buffer, size) => raw.EPDF_GetMetaKeyName!(handle, index, 0, buffer, size));
    const text = utf16Text(engine, (buffer, size) => wrapped.FPDF_GetMetaText(handle, name, buffer, size));
    return INFO_KEYS.has(name) ? { key: `Info.${name}`, text } : { key: "Info", text: text && `${name}: ${text}` };
  });
}

/** Titles of the outline, and addresses that its entries lead to. */
export function outlineTexts({ engine, handle }: PdfFile): MetadataText[] {
  const { raw } = engine;
  return engine.guard(() => {
    const texts: MetadataText[] = [];
    const seen = new Set<number>();
    const waiting = [raw.FPDFBookmark_GetFirstChild!(handle, 0)];
    while (waiting.length > 0) {
      const entry = waiting.pop()!;
      if (entry === 0 || seen.has(entry) || seen.size >= MAX_OUTLINE_ENTRIES) continue;
      seen.add(entry);
      texts.push({
        key: "Outline",
        text: utf16Text(engine, (to, size) => raw.FPDFBookmark_GetTitle!(entry, to, size)),
      });
      const action = raw.FPDFBookmark_GetAction!(entry);
      const uri = action && byteText(engine, (to, size) => raw.FPDFAction_GetURIPath!(handle, action, to, size));
      if (uri) texts.push({ key: "Link.URI", text: uri });
      waiting.push(raw.FPDFBookmark_GetNextSibling!(handle, entry), raw.FPDFBookmark_GetFirstChild!(handle, entry));
    }
    return texts;
  });
}

/** Names and descriptions of the files inside the file. What they hold is not read. */
export function attachmentTexts({ engine, handle }: PdfFile): MetadataText[] {
  const { raw } = engine;
  return engine.guard(() => {
    const texts: MetadataText[] = [];
    const count = raw.FPDFDoc_GetAttachmentCount!(handle);
    for (let at = 0; at < count; at++) {
      const attachment = raw.FPDFDoc_GetAttachment!(handle, at);
      if (attachment === 0) continue;
      const read = (name: string) => utf16Text(engine, (to, size) => raw[name]!(attachment, to, size));
      texts.push(
        { key: "Attachment.Name", text: read("FPDFAttachment_GetName") },
        { key: "Attachment.Description", text: read("EPDFAttachment_GetDescription") },
      );
    }
    return texts;
  });
}

/** Scripts of the document. They may hold values, of form fields for instance. */
export function scriptTexts({ engine, handle }: PdfFile): MetadataText[] {
  const { raw } = engine;
  return engine.guard(() => {
    const texts: MetadataText[] = [];
    const count = raw.FPDFDoc_GetJavaScriptActionCount!(handle);
    for (let at = 0; at < count; at++) {
      const script = raw.FPDFDoc_GetJavaScriptAction!(handle, at);
      if (script === 0) continue;
      const text = utf16Text(engine, (to, size) => raw.FPDFJavaScriptAction_GetScript!(script, to, size));
      texts.push({ key: "JavaScript", text });
      raw.FPDFDoc_CloseJavaScriptAction!(script);
    }
    return texts;
  });
}

/** Reasons that signers gave. */
export function signatureTexts({ engine, handle }: PdfFile): MetadataText[] {
  const { raw } = engine;
  return engine.guard(() => {
    const count = raw.FPDF_GetSignatureCount!(handle);
    return Array.from({ length: Math.max(0, count) }, (_, at) => {
      const signature = raw.FPDF_GetSignatureObject!(handle, at);
      const text = signature && utf16Text(engine, (to, size) => raw.FPDFSignatureObj_GetReason!(signature, to, size));
      return { key: "Signature.Reason", text: text || "" };
    });
  });
}
