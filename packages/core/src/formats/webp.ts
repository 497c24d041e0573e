import type { Format } from "./format.js";

/** WebP pictures; of an animation, the first frame. */
export const webp: Format = {
  name: "webp",
  sniff: (head) => ascii(head, 0) === "RIFF" && ascii(head, 8) === "WEBP",
  open: async (source, options) => (await import("./image.js")).openPicture("webp", source, options),
};

function ascii(head: Uint8Array, start: number): string {
  return String.fromCharCode(...head.subarray(start, start + 4));
}
