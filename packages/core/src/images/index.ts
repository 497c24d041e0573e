export { decodePicture, type PictureFormat, type PictureHeader, readPictureHeader } from "./decode.js";
export { type ExifContent, exifContents } from "./exif.js";
export { metadataOf } from "./metadata.js";
export type { Part, PartName } from "./part.js";
export { partsOf } from "./parts.js";
export { isLosslessWebp } from "./webp-parts.js";
