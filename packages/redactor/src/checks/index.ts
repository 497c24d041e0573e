import type { Check } from "./check.js";
import { noValueInBytes } from "./no-value-in-bytes.js";
import { pdfAllowList } from "./pdf-allow-list.js";
import { pdfBoxesSolid } from "./pdf-boxes-solid.js";
import { pdfKeptParts } from "./pdf-kept-parts.js";
import { pdfNoCoveredText } from "./pdf-no-covered-text.js";
import { pdfNoTextUnderBoxes } from "./pdf-no-text-under-boxes.js";
import { pdfNoUnseenFontChars } from "./pdf-no-unseen-font-chars.js";
import { pdfNoValueInStreams } from "./pdf-no-value-in-streams.js";
import { pdfOneRevision } from "./pdf-one-revision.js";
import { pdfSecondReader } from "./pdf-second-reader.js";
import { pictureBoxesSolid } from "./picture-boxes-solid.js";
import { pictureNoMetadata } from "./picture-no-metadata.js";

/** Every check, alphabetical. */
export const checks: readonly Check[] = [
  noValueInBytes,
  pdfAllowList,
  pdfBoxesSolid,
  pdfKeptParts,
  pdfNoCoveredText,
  pdfNoTextUnderBoxes,
  pdfNoUnseenFontChars,
  pdfNoValueInStreams,
  pdfOneRevision,
  pdfSecondReader,
  pictureBoxesSolid,
  pictureNoMetadata,
];
