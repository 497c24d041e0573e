import type { Check } from "./check.js";
import { noValueInBytes } from "./no-value-in-bytes.js";
import { pictureBoxesSolid } from "./picture-boxes-solid.js";
import { pictureNoMetadata } from "./picture-no-metadata.js";

/** Every check, alphabetical. */
export const checks: readonly Check[] = [noValueInBytes, pictureBoxesSolid, pictureNoMetadata];
