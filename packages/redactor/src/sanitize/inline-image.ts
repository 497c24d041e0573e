import { nameOf, type Operand } from "./content-operands.js";
import { isSpace } from "./content-tokens.js";

/** How many bytes after EI must look like content, so that the two letters inside picture data are not taken for it. */
const LOOK_AHEAD = 12;
/** Components of the colour spaces that have one name for all files (ISO 32000-2, table 92). */
const COMPONENTS: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  G: 1,
  DeviceRGB: 3,
  RGB: 3,
  DeviceCMYK: 4,
  CMYK: 4,
};

/** The place after EI of an inline image whose data begins at `start`; undefined when there is none. */
export function inlineImageEnd(
  content: Uint8Array,
  start: number,
  dict: ReadonlyMap<string, Operand>,
): number | undefined {
  for (let at = start + plainLength(dict); at + 1 < content.length; at++) {
    if (content[at] !== 0x45 || content[at + 1] !== 0x49) continue;
    const isAlone = at === start || isSpace(content[at - 1]!) || at === start + plainLength(dict);
    if (isAlone && looksLikeContent(content, at + 2)) return at + 2;
  }
  return undefined;
}

/** Bytes of data that has no filter and so a length that follows from its dictionary; 0 when it does not follow. */
function plainLength(dict: ReadonlyMap<string, Operand>): number {
  if (dict.has("F") || dict.has("Filter")) return 0;
  const [width, height] = [dict.get("W") ?? dict.get("Width"), dict.get("H") ?? dict.get("Height")];
  if (typeof width !== "number" || typeof height !== "number") return 0;
  const isMask = JSON.stringify(dict.get("IM") ?? dict.get("ImageMask") ?? "").includes("true");
  const bits = isMask ? 1 : (dict.get("BPC") ?? dict.get("BitsPerComponent"));
  const components = isMask ? 1 : COMPONENTS[nameOf(dict.get("CS") ?? dict.get("ColorSpace")) ?? ""];
  if (typeof bits !== "number" || components === undefined) return 0;
  const length = Math.ceil((width * bits * components) / 8) * height;
  return Math.max(length, 0);
}

function looksLikeContent(content: Uint8Array, start: number): boolean {
  if (start < content.length && !isSpace(content[start]!)) return false;
  for (const byte of content.subarray(start, start + LOOK_AHEAD)) {
    if (byte > 0x7e || (byte < 0x20 && !isSpace(byte))) return false;
  }
  return true;
}
