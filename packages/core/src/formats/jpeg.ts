import type { Format } from "./format.js";

/** JPEG photographs and scans, in any colour space. */
export const jpeg: Format = {
  name: "jpeg",
  sniff: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  open: async (source, options) => (await import("./image.js")).openPicture("jpeg", source, options),
};
