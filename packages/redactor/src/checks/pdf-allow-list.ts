import type { Leak, LeakDetail } from "../leak.js";
import { drawnBy, outputObjects, outputPages } from "../pdf/output-objects.js";
import { PDFDict, PDFInvalidObject, PDFName, type PDFObject, PDFStream } from "../pdf-lib.js";
import type { Check } from "./check.js";

const CATALOG_KEYS: ReadonlySet<string> = new Set(["Type", "Pages"]);
const PAGE_KEYS: ReadonlySet<string> = new Set(
  "Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Contents Resources Group".split(" "),
);
/** Keys that carry text, code or other files wherever they stand. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(
  "A AA AF Alternates Annots EF JS LastModified Metadata OC OPI PieceInfo Properties StructParent StructParents Thumb XFA".split(
    " ",
  ),
);
const FORBIDDEN_TYPES: ReadonlySet<string> = new Set(
  "Action Annot EmbeddedFile Filespec JavaScript Metadata OCG OCMD ObjStm Outlines Sig StructElem StructTreeRoot XML".split(
    " ",
  ),
);
/** Dictionaries whose keys are names that the file chose: a glyph may well be called A. */
const FREE_NAMES: ReadonlySet<string> = new Set(
  "CharProcs ColorSpace ExtGState Font Pattern Shading XObject".split(" "),
);
/** Where EXIF and XMP announce themselves in a JPEG. */
const CAMERA_DATA = ["Exif\0\0", "http://ns.adobe.com/xap/"];

/** The output holds pages and what they draw with, and nothing else that a PDF can hold but what is kept, which has a check of its own. */
export const pdfAllowList: Check = {
  name: "pdf-allow-list",
  formats: ["pdf"],
  async run(output, { kept }) {
    const document = await outputObjects(output);
    const leaks: Leak[] = [];
    const object = (detail: LeakDetail, page?: number) =>
      leaks.push({ check: pdfAllowList.name, detail, ...(page !== undefined && { page }) });
    const { Info, Encrypt } = document.context.trailerInfo;
    if (Info || Encrypt) object("a trailer entry that is not allowed");
    const catalogKeys = kept?.has("outline") ? new Set([...CATALOG_KEYS, "Outlines"]) : CATALOG_KEYS;
    const pageKeys = kept?.has("links") ? new Set([...PAGE_KEYS, "Annots"]) : PAGE_KEYS;
    if (hasOther(document.catalog, catalogKeys)) object("a catalog entry that is not allowed");
    for (const [index, page] of outputPages(document).entries()) {
      if (hasOther(page, pageKeys)) object("a page entry that is not allowed", index);
      for (const { object: reached, key } of drawnBy(page, document)) {
        const detail = objectionTo(reached, key);
        if (detail === undefined) continue;
        object(detail, index);
        break;
      }
    }
    return leaks;
  },
};

function hasOther(dict: PDFDict, allowed: ReadonlySet<string>): boolean {
  return dict.keys().some((key) => !allowed.has(key.decodeText()));
}

function objectionTo(object: PDFObject, under: string | undefined): LeakDetail | undefined {
  if (object instanceof PDFInvalidObject) return "an object that cannot be parsed";
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return undefined;
  for (const [key, value] of dict.entries()) {
    if (FORBIDDEN_KEYS.has(key.decodeText()) && !FREE_NAMES.has(under ?? "")) return "an entry that is not allowed";
    const isKind = key === TYPE || key === SUBTYPE || key === ACTION;
    if (isKind && value instanceof PDFName && FORBIDDEN_TYPES.has(value.decodeText()))
      return "an object of a kind that is not allowed";
  }
  const isJpeg = object instanceof PDFStream && dict.get(FILTER) === DCT;
  return isJpeg && hasCameraData(object.getContents()) ? "camera data in a picture" : undefined;
}

const TYPE = PDFName.of("Type");
const SUBTYPE = PDFName.of("Subtype");
const ACTION = PDFName.of("S");
const FILTER = PDFName.of("Filter");
const DCT = PDFName.of("DCTDecode");

function hasCameraData(jpeg: Uint8Array): boolean {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length);
  return CAMERA_DATA.some((mark) => bytes.includes(mark, 0, "latin1"));
}
