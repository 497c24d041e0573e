import type { Format } from "./format.js";

/** TIFF and BigTIFF scans, every page. */
export const tiff: Format = {
  name: "tiff",
  sniff: (head) => SIGNATURES.some((signature) => signature.every((byte, index) => head[index] === byte)),
  open: async (source, options) => (await import("./image.js")).openPicture("tiff", source, options),
};

/** "II" or "MM" and 42, or 43 for BigTIFF, in that byte order. */
const SIGNATURES = [
  [0x49, 0x49, 42, 0],
  [0x4d, 0x4d, 0, 42],
  [0x49, 0x49, 43, 0],
  [0x4d, 0x4d, 0, 43],
];
