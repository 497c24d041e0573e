import { detectors } from "@tuhei/patterns";
import { catalogues, type Messages } from "./messages/index.js";

/** Titles of what core finds without a detector. */
const PICTURE_TITLES: Readonly<Record<string, { en: string; zh: string }>> = {
  barcode: { en: "Barcode", zh: "条码" },
  face: { en: "Face", zh: "人脸" },
};

/** The name of a kind of information in the language of the messages. */
export function titleOf(type: string, messages: Messages): string {
  const title = detectors.find(({ entityType }) => entityType === type)?.title ?? PICTURE_TITLES[type];
  return title?.[messages === catalogues.zh ? "zh" : "en"] ?? type;
}

/** "Mobile phone number 3, Name 1". */
export function typeCounts(counts: Readonly<Record<string, number>>, messages: Messages): string {
  return Object.entries(counts)
    .map(([type, count]) => `${titleOf(type, messages)} ${count}`)
    .join(", ");
}
