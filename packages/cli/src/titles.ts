import { detectors } from "@tuhei/patterns";
import { catalogues } from "./messages/index.js";
import type { ReportInput } from "./reports/report.js";

/** Titles of what core finds without a detector. */
const PICTURE_TITLES: Readonly<Record<string, { en: string; zh: string }>> = {
  barcode: { en: "Barcode", zh: "条码" },
  face: { en: "Face", zh: "人脸" },
  "member-number": { en: "Membership number", zh: "会员号" },
  unreadable: { en: "Unreadable text", zh: "看不清的文字" },
};

/** Whose titles, and in which language. */
export type Titled = Pick<ReportInput, "messages" | "detectors">;

/** The name of a kind of information in the language of the messages. */
export function titleOf(type: string, { messages, detectors: own }: Titled): string {
  const detector = [...detectors, ...own].find(({ entityType }) => entityType === type);
  const title = detector?.title ?? PICTURE_TITLES[type];
  return title?.[messages === catalogues.zh ? "zh" : "en"] ?? type;
}

/** "Mobile phone number 3, Name 1". */
export function typeCounts(counts: Readonly<Record<string, number>>, titled: Titled): string {
  return Object.entries(counts)
    .map(([type, count]) => `${titleOf(type, titled)} ${count}`)
    .join(", ");
}
