import { TuheiError } from "./errors.js";

/** Sizes that untrusted input may reach before memory is taken. Everything beyond is an error or a gap, never a guess. */
export const limits = {
  /** Bytes of a file that must be held whole (PDF, picture). Text is streamed and has no limit. */
  wholeFileBytes: 512 * 1024 * 1024,
  /** Pixels of one picture, width × height: about what a 100-megapixel back delivers. */
  picturePixels: 120_000_000,
  /** Pixels of one side of a picture. */
  pictureSide: 32_000,
  /** Pages of one PDF. */
  pdfPages: 5_000,
  /** Frames (pages) of one TIFF. */
  frames: 500,
  /** Pixels of one rendered PDF page. */
  renderPixels: 40_000_000,
  /** Bytes that one PDF stream may inflate to while it is checked. */
  inflatedBytes: 512 * 1024 * 1024,
} as const;

/** What a caller may grant less of than tuhei does. */
export type InputLimits = Readonly<Record<(typeof LOWERABLE)[number], number>>;

const LOWERABLE = ["wholeFileBytes", "picturePixels", "pictureSide", "pdfPages", "frames"] as const;

/**
 * The limits of input with the caller's lower ones: a service grants strangers less than a person grants their own files.
 *
 * @throws {TuheiError} "usage" for another name, or where one is no whole number from 1 to tuhei's own
 */
export function loweredLimits(lower: Partial<InputLimits> = {}): InputLimits {
  for (const [key, value] of Object.entries(lower)) {
    const name = LOWERABLE.find((name) => name === key);
    if (!name) throw new TuheiError("usage", `Expected ${LOWERABLE.join(", ")} in limits but received ${key}`);
    if (!Number.isSafeInteger(value) || value < 1 || value > limits[name])
      throw new TuheiError("usage", `Expected limits.${name} from 1 to ${limits[name]} but received ${value}`);
  }
  const { wholeFileBytes, picturePixels, pictureSide, pdfPages, frames } = limits;
  return { wholeFileBytes, picturePixels, pictureSide, pdfPages, frames, ...lower };
}
