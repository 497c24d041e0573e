import { PDFDict, type PDFDocument, PDFName, PDFStream } from "../pdf-lib.js";
import { dictIn, itemsIn, nameIn } from "./lookup.js";

/**
 * What the original holds besides the looks of its pages, and the output will not: stable English names for the report.
 *
 * @param document the original without encryption, before its side channels are gone
 */
export function inventory(document: PDFDocument): Set<string> {
  const { catalog, context } = document;
  const found = new Set<string>();
  const has = (dict: PDFDict | undefined, key: string) => itemsIn(dict, key).length > 0;
  for (const [key, name] of CATALOG) if (has(catalog, key)) found.add(name);
  for (const [key, name] of NAME_TREES) if (has(dictIn(catalog, "Names"), key)) found.add(name);
  if (has(dictIn(catalog, "AcroForm"), "XFA")) found.add("XFA");
  const info = context.lookup(context.trailerInfo.Info);
  if (info instanceof PDFDict && info.keys().length > 0) found.add("Info");
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    for (const key of dict.keys()) {
      const name = ANYWHERE.get(key.decodeText());
      if (name !== undefined) found.add(name);
    }
    const type = TYPES.get(nameIn(dict, "Type") ?? "") ?? TYPES.get(nameIn(dict, "S") ?? "");
    if (type !== undefined) found.add(type);
    if (dict.get(PDFName.of("FT")) === PDFName.of("Sig")) found.add("signatures");
  }
  return found;
}

const CATALOG: readonly (readonly [key: string, name: string])[] = [
  ["AcroForm", "form"],
  ["Collection", "attachments"],
  ["Dests", "named destinations"],
  ["Lang", "language"],
  ["Metadata", "XMP"],
  ["OCProperties", "layers"],
  ["OpenAction", "actions"],
  ["Outlines", "outline"],
  ["PageLabels", "page labels"],
  ["Perms", "signatures"],
  ["StructTreeRoot", "structure tree"],
  ["Threads", "article threads"],
  ["URI", "links"],
];

const NAME_TREES: readonly (readonly [key: string, name: string])[] = [
  ["Dests", "named destinations"],
  ["EmbeddedFiles", "attachments"],
  ["JavaScript", "JavaScript"],
];

/** Keys of any dictionary. */
const ANYWHERE: ReadonlyMap<string, string> = new Map([
  ["AA", "actions"],
  ["AF", "attachments"],
  ["Annots", "annotations"],
  ["JS", "JavaScript"],
  ["Metadata", "XMP"],
  ["PieceInfo", "application data"],
  ["Thumb", "thumbnails"],
]);

/** /Type of any dictionary, and /S of actions. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["Annot", "annotations"],
  ["EmbeddedFile", "attachments"],
  ["Filespec", "attachments"],
  ["JavaScript", "JavaScript"],
  ["Sig", "signatures"],
]);
