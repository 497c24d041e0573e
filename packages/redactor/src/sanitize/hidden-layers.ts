import { PDFDict, type PDFDocument } from "../pdf-lib.js";
import { dictIn, itemsIn, nameIn } from "./lookup.js";

/** Tells whether content under an optional-content dictionary is not shown when the file is opened. */
export type IsHidden = (layer: PDFDict) => boolean;

/**
 * The layers that are off (ISO 32000-2, 8.11.4). Membership dictionaries count as hidden when any of their groups is, and so
 * does every expression: the page is then drawn as a reader shows it instead of taken apart.
 */
export function hiddenLayers(document: PDFDocument): IsHidden {
  const properties = dictIn(document.catalog, "OCProperties");
  if (!properties) return () => false;
  const defaults = dictIn(properties, "D");
  const off = new Set(groupsIn(defaults, "OFF"));
  if (nameIn(defaults, "BaseState") === "OFF") {
    const on = new Set(groupsIn(defaults, "ON"));
    for (const group of groupsIn(properties, "OCGs")) if (!on.has(group)) off.add(group);
  }
  return (layer) => {
    if (nameIn(layer, "Type") === "OCMD") {
      return itemsIn(layer, "VE").length > 0 || groupsIn(layer, "OCGs").some((group) => off.has(group));
    }
    return off.has(layer) || nameIn(dictIn(dictIn(layer, "Usage"), "View"), "ViewState") === "OFF";
  };
}

function groupsIn(dict: PDFDict | undefined, key: string): PDFDict[] {
  return itemsIn(dict, key).filter((item) => item instanceof PDFDict);
}
