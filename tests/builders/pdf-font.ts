import { existsSync, readFileSync } from "node:fs";
import pdfLibFontkit from "@pdf-lib/fontkit";

/** Fonts with Chinese TrueType outlines where systems keep them; pdf-lib breaks the CFF kind when it subsets. */
const CANDIDATES = [
  "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
  "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
  "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
  "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
  "/System/Library/Fonts/STHeiti Light.ttc",
  "C:\\Windows\\Fonts\\simsun.ttc",
];

let face: Uint8Array | undefined;

/** A Chinese TrueType font of this machine, as a single face. */
export function chineseFont(): Uint8Array {
  const path = CANDIDATES.find((candidate) => existsSync(candidate));
  if (!path) throw new Error("Expected a Chinese TrueType font; on Debian install fonts-wqy-microhei");
  face ??= firstFace(readFileSync(path));
  return face;
}

/** The first face of a TrueType collection as a font file of its own (OpenType 1.9, "Font Collections"). */
function firstFace(font: Buffer): Uint8Array {
  if (font.toString("latin1", 0, 4) !== "ttcf") return font;
  const directory = font.readUInt32BE(12);
  const tables = font.readUInt16BE(directory + 4);
  const header = Buffer.from(font.subarray(directory, directory + 12 + 16 * tables));
  const parts: Buffer[] = [header];
  let at = header.length;
  for (let record = 12; record < header.length; record += 16) {
    const start = font.readUInt32BE(directory + record + 8);
    const length = font.readUInt32BE(directory + record + 12);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    font.copy(padded, 0, start, start + length);
    header.writeUInt32BE(at, record + 8);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

/**
 * The font engine for `registerFontkit`. This pdf-lib calls a subset's `encode()` without arguments where it exists; in
 * this fontkit it wants a stream, so only `encodeStream` is shown.
 */
export const fontkit = {
  create(bytes: Uint8Array) {
    const font = pdfLibFontkit.create(bytes);
    const createSubset = font.createSubset.bind(font);
    font.createSubset = () => {
      const subset = createSubset();
      return {
        cff: "cff" in subset,
        includeGlyph: subset.includeGlyph.bind(subset),
        encodeStream: subset.encodeStream.bind(subset),
      } as unknown as typeof subset;
    };
    return font;
  },
} as typeof pdfLibFontkit;
