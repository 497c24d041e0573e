import type { Degradation } from "./degradation.ts";

/** Stored turned, upright by its EXIF orientation. */
export const turnedByExif: Degradation = (picture, _tier, c) => ({
  ...picture,
  delivery: { as: "exif", orientation: c.pick([3, 6, 8]) },
});

/** The only thing on a page of a PDF, which is turned by its /Rotate. */
export const scanned: Degradation = (picture, tier, c) => ({
  ...picture,
  delivery: { as: "pdf", rotate: tier === "mild" ? 0 : c.pick([90, 180, 270]) },
});
