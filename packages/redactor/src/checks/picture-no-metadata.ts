import { formatOf, readAll } from "@tuhei/core";
import type { Check } from "./check.js";
import type { ForeignPart } from "./foreign-part.js";
import { foreignInJpeg } from "./picture-container-jpeg.js";
import { foreignInPng } from "./picture-container-png.js";
import { foreignInTiff } from "./picture-container-tiff.js";
import { foreignInWebp } from "./picture-container-webp.js";

/** The output file holds pixels and what it takes to decode them, byte for byte; nothing unknown, nothing behind the end. */
export const pictureNoMetadata: Check = {
  name: "picture-no-metadata",
  formats: ["jpeg", "png", "tiff", "webp"],
  async run(output) {
    const { name } = await formatOf(output);
    const foreign = FOREIGN[name]!(await readAll(output));
    return foreign === undefined ? [] : [{ check: pictureNoMetadata.name, ...foreign }];
  },
};

/** By format: what does not belong in such a file, or undefined. */
const FOREIGN: Readonly<Record<string, (bytes: Uint8Array) => ForeignPart | undefined>> = {
  jpeg: foreignInJpeg,
  png: foreignInPng,
  tiff: foreignInTiff,
  webp: foreignInWebp,
};
