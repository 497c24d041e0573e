import type { Format } from "./format.js";

/** PNG screenshots and drawings. */
export const png: Format = {
  name: "png",
  sniff: (head) => SIGNATURE.every((byte, index) => head[index] === byte),
  open: async (source, options) => (await import("./image.js")).openPicture("png", source, options),
};

/** PNG third edition, 5.2. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
