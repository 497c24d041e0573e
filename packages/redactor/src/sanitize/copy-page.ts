import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "../pdf-lib.js";
import { withoutPictureExtras } from "./picture-extras.js";
import { KILLED, ROLES, type Role, ruleOf } from "./roles.js";

/** Copies what the allow-list allows from one file's objects to another's. Shared objects stay shared. */
export interface Copier {
  /** The copy of a page's dictionary, without /Parent. Inherited attributes must already stand in the page itself. */
  page(source: PDFDict): PDFDict;
}

/** A copier from `source` into `target`. Content streams must already have been cleaned. */
export function copierInto(target: PDFContext, source: PDFContext): Copier {
  const copies = new Map<string, PDFRef>();
  const waiting: (() => void)[] = [];

  function reference(ref: PDFRef, role: Role): PDFObject | undefined {
    const key = `${ref.tag} ${role}`;
    const known = copies.get(key);
    if (known) return known;
    const object = source.lookup(ref);
    if (object === undefined || !mayStand(object, role)) return undefined;
    const copy = target.nextRef();
    copies.set(key, copy);
    // Later, so that a chain of references does not become a chain of calls.
    waiting.push(() => target.assign(copy, direct(object, role) ?? PDFNull));
    return copy;
  }

  function copy(object: PDFObject, role: Role): PDFObject | undefined {
    return object instanceof PDFRef ? reference(object, role) : direct(object, role);
  }

  function direct(object: PDFObject, asked: Role): PDFObject | undefined {
    const role = actualRole(object, asked);
    if (object instanceof PDFStream) return stream(object, role);
    if (object instanceof PDFDict) return dictionary(object, role);
    if (object instanceof PDFArray) return array(object, role);
    if (object instanceof PDFNumber || object instanceof PDFName || object instanceof PDFBool) return object;
    // Strings stand only in colour tables, functions and CIDSystemInfo.
    return role === "open" ? object.clone(target) : undefined;
  }

  function array(object: PDFArray, role: Role): PDFArray {
    const copied = PDFArray.withContext(target);
    for (const [index, item] of object.asArray().entries()) {
      copied.push(copy(item, itemRole(role, index)) ?? PDFNull);
    }
    return copied;
  }

  function dictionary(object: PDFDict, role: Role): PDFDict | undefined {
    if (role === "plain") return undefined;
    const copied = PDFDict.withContext(target);
    for (const [key, value] of object.entries()) {
      const valueRole = roleOfKey(role, key.decodeText());
      const copiedValue = valueRole && copy(value, valueRole);
      if (copiedValue) copied.set(key, copiedValue);
    }
    return copied;
  }

  function stream(object: PDFStream, role: Role): PDFObject | undefined {
    const copied = dictionary(object.dict, role);
    if (!copied || (role !== "open" && !("content" in ROLES[role as keyof typeof ROLES]))) return undefined;
    for (const key of ["Filter", "DecodeParms"]) {
      const value = object.dict.get(PDFName.of(key));
      const copiedValue = value && copy(value, key === "Filter" ? "plain" : "open");
      if (copiedValue) copied.set(PDFName.of(key), copiedValue);
    }
    const contents = object.getContents();
    const kept = role === "image" ? withoutPictureExtras(object.dict, contents) : contents;
    copied.set(PDFName.of("Length"), PDFNumber.of(kept.length));
    return PDFRawStream.of(copied, kept);
  }

  return {
    page(pageDict) {
      const copied = dictionary(pageDict, "page")!;
      while (waiting.length > 0) waiting.pop()!();
      return copied;
    },
  };
}

/** Kinds of object that never belong to a page's looks, wherever they are referred to. */
const NEVER: ReadonlySet<string> = new Set([
  "Action",
  "Annot",
  "Catalog",
  "EmbeddedFile",
  "Filespec",
  "Metadata",
  "OCG",
  "OCMD",
  "ObjStm",
  "Page",
  "Pages",
  "Sig",
  "StructElem",
  "StructTreeRoot",
  "XRef",
]);

function mayStand(object: PDFObject, role: Role): boolean {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return true;
  if (NEVER.has(nameIn(dict, "Type"))) return false;
  if (role !== "xobject") return true;
  return object instanceof PDFStream && (nameIn(dict, "Subtype") === "Image" || nameIn(dict, "Subtype") === "Form");
}

/** The table's row that fits the object: XObjects are forms or images, and a mask is an image or a list of colours. */
function actualRole(object: PDFObject, role: Role): Role {
  if (!(object instanceof PDFStream)) return role === "mask" ? "plain" : role;
  const subtype = nameIn(object.dict, "Subtype");
  if (role === "mask") return "image";
  if (role !== "xobject" && role !== "open") return role;
  if (subtype === "Image") return "image";
  return subtype === "Form" ? "form" : role === "open" ? "open" : "plain";
}

function roleOfKey(role: Role, key: string): Role | undefined {
  if (role === "plain") return undefined;
  if (role === "open") return KILLED.has(key) || STREAM_KEYS.has(key) ? undefined : "open";
  const { keys } = ruleOf(role);
  return (keys[key] ?? keys["*"]) as Role | undefined;
}

/** Written by `stream`, from what the stream then holds. */
const STREAM_KEYS: ReadonlySet<string> = new Set(["Length", "Filter", "DecodeParms", "DL"]);

/** What the items of an array are, given what the array is. */
function itemRole(role: Role, index: number): Role {
  if (role === "stateFont") return index === 0 ? "font" : "plain";
  return role;
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : "";
}
