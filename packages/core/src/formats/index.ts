import { csv } from "./csv.js";
import type { Format } from "./format.js";
import { jpeg } from "./jpeg.js";
import { pdf } from "./pdf.js";
import { png } from "./png.js";
import { text } from "./text.js";
import { tiff } from "./tiff.js";
import { vcard } from "./vcard.js";
import { webp } from "./webp.js";

/** THE TABLE of formats, asked in this order: what bytes can tell comes first, what only a name can tell after it, text last. */
export const formats: readonly Format[] = [jpeg, pdf, png, tiff, webp, vcard, csv, text];

/** Names of the formats that are text through and through: no pages to be seen, every finding in them has a value. */
export const textFormats: readonly string[] = [csv, text, vcard].map(({ name }) => name);
