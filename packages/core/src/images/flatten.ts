/** Beyond this mean, 0 to 255, what is visible is light: on white it would vanish. */
const LIGHT = 192;
/** Less transparency than this, of all pixels, is a rounded corner or a shadow: the picture brings its own background. */
const MIN_TRANSPARENT = 0.2;

/**
 * Colours of a picture with transparency on an opaque background: white, or black where the picture is light writing on
 * nothing. What a reader of the output sees is then what was read.
 *
 * @param rgba red, green, blue, alpha
 */
export function flattened(rgba: Uint8Array): Uint8Array {
  const background = isLightOnNothing(rgba) ? 0 : 255;
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) {
      rgb[to + channel] = Math.round(rgba[from + channel]! * alpha + background * (1 - alpha));
    }
  }
  return rgb;
}

function isLightOnNothing(rgba: Uint8Array): boolean {
  let [light, visible] = [0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    visible += alpha;
    light += (alpha * (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!)) / 3;
  }
  const transparent = 1 - visible / ((rgba.length / 4) * 255);
  return transparent >= MIN_TRANSPARENT && light > LIGHT * visible;
}
