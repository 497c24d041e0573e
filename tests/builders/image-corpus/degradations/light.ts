import type { Picture } from "../printed.ts";
import type { Degradation } from "./degradation.ts";

/** What becomes of one channel of a pixel. */
type Tone = (value: number, x: number, y: number, channel: number) => number;

/** Every channel of every pixel under a tone; clamped. */
export function toned(picture: Picture, tone: Tone): Picture {
  const { data, width, height } = picture.raster;
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++, at++) out[at] = tone(data[at]!, x, y, channel);
    }
  }
  return { ...picture, raster: { width, height, data: new Uint8Array(out.buffer) } };
}

/** Little light: grain, standard deviation in steps of 255. */
export const noisy: Degradation = (picture, tier, c) => {
  const deviation = { mild: 22, hard: 55 }[tier];
  const { data, width, height } = picture.raster;
  const out = new Uint8ClampedArray(data.length);
  // The sum of three uniform numbers has a deviation of half their range, and is near enough to a normal distribution.
  const uniform = () => c.from(-1000, 1000) / 1000;
  const table = c.times(GRAINS, () => (uniform() + uniform() + uniform()) * deviation);
  for (let at = 0, grain = 0; at < data.length; at++) {
    // A long step through the table, so that no pattern shows.
    grain = (grain + 7919 + (at % 89)) % GRAINS;
    out[at] = data[at]! + table[grain]!;
  }
  return { ...picture, raster: { width, height, data: new Uint8Array(out.buffer) } };
};

/** How many grains are drawn. */
const GRAINS = 65_521;

/** Thermal paper that has seen the sun. */
export const faded: Degradation = (picture, tier, c) => {
  const contrast = { mild: 0.45, hard: 0.2 }[tier];
  const [warm, patch] = [c.from(0, 12), c.from(150, 400)];
  return toned(picture, (value, x, y, channel) => {
    const uneven = 1 + 0.15 * Math.sin(x / patch) * Math.cos(y / patch);
    return 248 - (255 - value) * contrast * uneven - (channel === 2 ? warm : 0);
  });
};

/** A lamp mirrored in the surface. */
export const glare: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const lamps = c.times({ mild: 1, hard: 2 }[tier], () => ({
    x: c.from(20, 80) / 100,
    y: c.from(20, 80) / 100,
    radius: c.from(14, 26) / 100,
  }));
  const strength = { mild: 0.75, hard: 0.97 }[tier];
  return toned(picture, (value, x, y) => {
    let veil = 0;
    for (const lamp of lamps) {
      const distance = Math.hypot(x / width - lamp.x, (y / height - lamp.y) * 1.6) / lamp.radius;
      veil = Math.max(veil, strength * Math.exp(-(distance ** 4)));
    }
    return value + (255 - value) * veil;
  });
};

/** The photographer's own shadow across the sheet. */
export const shaded: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const dark = { mild: 0.5, hard: 0.22 }[tier];
  const [slope, middle] = [c.from(-80, 80) / 100, c.from(30, 70) / 100];
  const soft = { mild: 0.2, hard: 0.03 }[tier];
  const isLeft = c.oneIn(2) ? 1 : -1;
  return toned(picture, (value, x, y) => {
    const side = (isLeft * (x / width + slope * (y / height - 0.5) - middle)) / soft;
    return value * (dark + (1 - dark) / (1 + Math.exp(-side)));
  });
};

/** Fine stripes where two grids meet. */
export const moire: Degradation = (picture, tier, c) => {
  const depth = { mild: 22, hard: 55 }[tier];
  const [period, tilt] = [c.from(28, 47) / 10, c.from(-30, 30) / 100];
  return toned(picture, (value, x, y, channel) => {
    const fine = Math.sin((2 * Math.PI * (x + tilt * y)) / period + channel);
    const slow = Math.sin(x / 23 + y / 31 + channel * 2);
    return value + depth * fine * (0.6 + 0.4 * slow);
  });
};
