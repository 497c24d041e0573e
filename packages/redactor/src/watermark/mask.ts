import { TuheiError } from "@tuhei/core";

/** Ink of a line of text: 255 is all ink. Trimmed to the ink. */
export interface Mask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A watermark, ready to be drawn. */
export interface Watermark {
  /** Higher than any page needs it. */
  readonly mask: Mask;
}

/** Font size in pixels: on A4 a line of a watermark is a third of an inch high, so this is as sharp as print. */
const PIXELS = 96;
/** Any face with Chinese characters will do; the system chooses. Bold: of a light face too little is seen on grey. */
const FONT = `sans-serif bold ${PIXELS}`;
/** Pango's units of size are points; at 72 to the inch one is a pixel. */
const DPI = 72;

/**
 * Draws a watermark's line of text with the fonts of the system.
 *
 * @param text one line
 * @throws {TuheiError} "font" where a character is in no font, "engine"
 */
export async function createWatermark(text: string): Promise<Watermark> {
  for (const char of new Set(text.replace(/\s/g, ""))) {
    if (await isMissing(char))
      throw new TuheiError("font", "No font has the characters of the watermark; install one, such as fonts-noto-cjk");
  }
  return { mask: await maskOf(text) };
}

/** Never characters (Unicode 23.7), so in no font: Pango draws a frame with their number instead, one for four digits, one for more. */
const NONCHARACTERS = ["\u{fdd0}", "\u{1fffe}"] as const;
const FOUR_DIGITS = 0xffff;
/** Width of the frame and what is beside it, as a part of its height; inside stands the number. */
const FRAME = 0.06;

/** Whether Pango draws nothing, or the frame that it draws around the number of what is in no font. */
async function isMissing(char: string): Promise<boolean> {
  const [shape, frame] = [await maskOf(char), await maskOf(NONCHARACTERS[char.codePointAt(0)! > FOUR_DIGITS ? 1 : 0])];
  if (!shape.data.some((ink) => ink > 0)) return true;
  if (shape.width !== frame.width || shape.height !== frame.height) return false;
  const { width, height } = frame;
  const edge = Math.max(1, Math.round(FRAME * height));
  return frame.data.every((ink, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isInside = x >= edge && x < width - edge && y >= edge && y < height - edge;
    return isInside || ink === shape.data[at];
  });
}

async function maskOf(text: string): Promise<Mask> {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  try {
    const { default: sharp } = await import("sharp");
    const { data, info } = await sharp({ text: { text: escaped, font: FONT, dpi: DPI, wrap: "none" } })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw new TuheiError("engine", "The watermark could not be drawn", { cause: error });
  }
}
