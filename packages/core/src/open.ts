import { TuheiError } from "./errors.js";
import { type Format, type OpenOptions, SNIFF_BYTES } from "./formats/format.js";
import { formats } from "./formats/index.js";
import type { Document } from "./model/document.js";
import type { ByteSource } from "./source.js";

/**
 * Opens a file of any supported format. The content decides, never the extension alone.
 *
 * @throws {TuheiError} "empty", "unsupported", "damaged", "encrypted", "too-large"
 */
export async function open(source: ByteSource, options: OpenOptions): Promise<Document> {
  return (await formatOf(source)).open(source, options);
}

/**
 * The format of a file by its first bytes. A file without a byte is a text without a character, unless its name promises more.
 *
 * @throws {TuheiError} "empty", "unsupported", "damaged" when the name promises a format that the bytes do not keep
 */
export async function formatOf(source: ByteSource): Promise<Format> {
  const promised = promisedFormat(source.name);
  if (source.size === 0 && promised)
    throw new TuheiError("empty", `${source.name}: named .${promised} but empty; check or re-export the file`);
  const head = await source.read(0, SNIFF_BYTES);
  const format = formats.find((candidate) => candidate.sniff(head, source.name));
  if (format) return format;
  if (promised)
    throw new TuheiError(
      "damaged",
      `${source.name}: named .${promised} but its content is not; check or re-export the file`,
    );
  throw new TuheiError(
    "unsupported",
    `${source.name}: this kind of file is not read yet; convert it to PDF, a picture or text`,
  );
}

/** Extensions of formats that bytes identify. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  jpeg: ["jpg", "jpeg", "jpe"],
  pdf: ["pdf"],
  png: ["png"],
  tiff: ["tif", "tiff"],
  webp: ["webp"],
};

/** Whether the name's extension promises another format than the content has: a warning for the user, not an error. */
export function hasWrongExtension(name: string, format: string): boolean {
  const promised = promisedFormat(name);
  return promised !== undefined && promised !== format;
}

/** The format that a name's extension stands for, of those that bytes identify; undefined for text. */
export function promisedFormat(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return Object.keys(EXTENSIONS).find((format) => EXTENSIONS[format]!.includes(extension ?? ""));
}
