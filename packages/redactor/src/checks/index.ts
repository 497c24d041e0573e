import type { Check } from "./check.js";
import { noValueInBytes } from "./no-value-in-bytes.js";

/** Every check, alphabetical. */
export const checks: readonly Check[] = [noValueInBytes];
