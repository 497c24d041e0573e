import { csv } from "./csv.js";
import type { Format } from "./format.js";
import { pdf } from "./pdf.js";
import { text } from "./text.js";

/** THE TABLE of formats, asked in this order: what bytes can tell comes first, what only a name can tell after it, text last. */
export const formats: readonly Format[] = [pdf, csv, text];
