import type { MetadataText } from "../model/document.js";

/** To some ten centimetres. */
const DECIMALS = 6;

/**
 * Where a picture was taken, "31.230400,121.473700": a personal finding by itself, wherever on Earth that is. Empty without
 * any number; one of the two is told alone. 0,0 is what cameras write that do not know.
 */
export function positionText(key: string, degrees: readonly (number | undefined)[]): MetadataText[] {
  const known = degrees.filter((degree) => degree !== undefined && Number.isFinite(degree)) as number[];
  if (known.every((degree) => degree === 0)) return [];
  return [{ key, text: known.map((degree) => degree.toFixed(DECIMALS)).join(","), entityType: "geo-location" }];
}
