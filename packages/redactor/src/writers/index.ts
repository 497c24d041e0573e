import { image } from "./image.js";
import { pdf } from "./pdf.js";
import { text } from "./text.js";
import type { Writer } from "./writer.js";

/** THE TABLE of writers, alphabetical. Every format of core has exactly one. */
export const writers: readonly Writer[] = [image, pdf, text];
