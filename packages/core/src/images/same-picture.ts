import sharp from "sharp";

/** Pixels of either side of the places that are compared one by one: a value's name or number fills several. */
const PLACE = 8;
/** Differences of brightness, of 255, that compression and scaling leave in a place of print. */
const MAX_DIFFERENCE = 24;
/** Beyond it a picture in metadata is no preview. */
const MAX_PIXELS = 50_000_000;

/**
 * Whether a picture that a file holds in its metadata shows what the file shows, only smaller: nothing was cut off, blurred or
 * covered since it was made. False also where it cannot be decoded.
 *
 * @param file the picture as it is shown
 * @param inner JPEG or PNG
 */
export async function showsTheSame(file: Uint8Array, inner: Uint8Array): Promise<boolean> {
  try {
    const { width, height } = await sharp(inner, { limitInputPixels: MAX_PIXELS, failOn: "error" }).metadata();
    // As they are stored: neither is turned upright.
    const [own, other] = await Promise.all([file, inner].map((bytes) => greys(bytes, width, height)));
    return isNear(own!, other!, width, height);
  } catch {
    // Not a picture, or none that the codec reads: what it shows is not known.
    return false;
  }
}

function greys(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: false })
    .flatten({ background: "white" })
    .resize(width, height, { fit: "fill" })
    .toColourspace("b-w")
    .blur(1)
    .raw()
    .toBuffer();
}

function isNear(own: Uint8Array, other: Uint8Array, width: number, height: number): boolean {
  for (let top = 0; top < height; top += PLACE) {
    for (let left = 0; left < width; left += PLACE) {
      const [bottom, right] = [Math.min(height, top + PLACE), Math.min(width, left + PLACE)];
      let sum = 0;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) sum += Math.abs(own[y * width + x]! - other[y * width + x]!);
      if (sum > MAX_DIFFERENCE * (bottom - top) * (right - left)) return false;
    }
  }
  return true;
}
