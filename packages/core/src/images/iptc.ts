import type { MetadataText } from "../model/document.js";
import { looseText } from "./ascii.js";

/** Datasets of record 2 that people fill in (IPTC-IIM 4.2, 6). Others go by their number. */
const NAMES: Readonly<Record<number, string>> = {
  5: "ObjectName",
  25: "Keywords",
  80: "By-line",
  85: "By-lineTitle",
  90: "City",
  92: "Sublocation",
  95: "ProvinceState",
  101: "Country",
  105: "Headline",
  110: "Credit",
  116: "CopyrightNotice",
  118: "Contact",
  120: "Caption",
  122: "Writer",
};
/** What begins a dataset of the application record. */
const TAG_MARKER = 0x1c;
const APPLICATION_RECORD = 2;
const DATASET_HEADER_BYTES = 5;

/** Texts of an IPTC block, wrapped in Photoshop's resources or not, with keys such as "IPTC.By-line". */
export function iptcTexts(data: Uint8Array): MetadataText[] {
  const texts: MetadataText[] = [];
  for (let at = data.indexOf(TAG_MARKER); at >= 0 && at + DATASET_HEADER_BYTES <= data.length; ) {
    const length = (data[at + 3]! << 8) | data[at + 4]!;
    const end = at + DATASET_HEADER_BYTES + length;
    const isDataset = data[at + 1] === APPLICATION_RECORD && end <= data.length;
    if (isDataset) {
      const dataset = data[at + 2]!;
      const text = looseText(data.subarray(at + DATASET_HEADER_BYTES, end));
      if (text && dataset > 0) texts.push({ key: `IPTC.${NAMES[dataset] ?? dataset}`, text });
    }
    at = data.indexOf(TAG_MARKER, isDataset ? end : at + 1);
  }
  return texts;
}
