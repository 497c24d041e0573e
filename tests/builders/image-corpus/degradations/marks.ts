import sharp from "sharp";
import type { Chance } from "../../corpus/chance.ts";
import { rule, type Shape, stamp } from "../../image-drawing.ts";
import type { Picture } from "../printed.ts";
import type { Degradation } from "./degradation.ts";
import { white } from "./ground.ts";
import { toned } from "./light.ts";
import { sharpOf } from "./optics.ts";
import { warped } from "./warp.ts";

/** Round stamps over values. */
export const stamped: Degradation = (picture, tier, c) => {
  const shapes = targets(picture, c, { mild: 2, hard: 4 }[tier]).map(({ x, y, height }) =>
    stamp(x, y, Math.max(60, height * 2), c.pick(["已验视", "业务专用章", "现金收讫"]), "#d02020"),
  );
  return overlaid(picture, shapes);
};

/** Somebody's pen went over values. */
export const penned: Degradation = (picture, tier, c) => {
  const shapes = targets(picture, c, { mild: 3, hard: 8 }[tier]).flatMap(({ x, y, width, height }) => {
    const [left, right] = [x - width / 2, x + width / 2];
    const bend = c.from(-20, 20);
    return c.oneIn(2)
      ? [
          `<path d="M ${left} ${y} Q ${x} ${y + bend} ${right} ${y + c.from(-8, 8)}" fill="none" stroke="#16308a" stroke-width="${Math.max(2, height / 12)}"/>`,
        ]
      : [rule(left, y + height / 2, right, y - height / 3, "#222")];
  });
  return overlaid(picture, shapes);
};

/** Folded and unfolded: the halves are shaded differently, and shifted where the fold was. */
export const creased: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const folds = c.times({ mild: 1, hard: 3 }[tier], () => (c.from(15, 85) / 100) * height);
  const tilt = c.from(-6, 6) / 100;
  const reach = { mild: 5, hard: 9 }[tier];
  const shift = { mild: 1, hard: 3 }[tier];
  const distance = (x: number, y: number, fold: number) => y - fold - tilt * (x - width / 2);
  const offset = (x: number, y: number) =>
    shift * folds.reduce((sum, fold) => sum + Math.tanh(distance(x, y, fold) / reach), 0);
  const bent = warped(
    picture,
    { width, height, toOld: (x, y) => [x + offset(x, y), y], toNew: (x, y) => [x - offset(x, y), y] },
    white,
  );
  return toned(bent, (value, x, y) => {
    let light = 1;
    for (const fold of folds) {
      const away = distance(x, y, fold) / reach;
      light *= 1 + 0.35 * Math.exp(-(away ** 2)) - 0.3 * Math.exp(-((away - 1.5) ** 2));
      light *= away > 0 ? 0.95 : 1;
    }
    return value * light;
  });
};

/** A pattern against copying all over it. */
export const textured: Degradation = (picture, tier) => {
  const depth = { mild: 26, hard: 60 }[tier];
  return toned(picture, (value, x, y, channel) => {
    const wave = Math.sin((y + 8 * Math.sin(x / 17)) / 2.3) * Math.sin((x + 9 * Math.sin(y / 19)) / 5.1);
    return value - depth * Math.max(0, wave) * (channel === 0 ? 0.4 : 1);
  });
};

/** The middles of some values' spots. */
function targets(picture: Picture, c: Chance, count: number) {
  const spots = picture.truths.flatMap((truth) => (truth.entityType === "barcode" ? [] : truth.spots));
  return c.some(spots, count).map(({ quad }) => {
    const [xs, ys] = [quad.map(({ x }) => x), quad.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  });
}

async function overlaid(picture: Picture, shapes: readonly Shape[]): Promise<Picture> {
  const { width, height } = picture.raster;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}</svg>`;
  const layer = await sharp(Buffer.from(svg)).png().toBuffer();
  const data = await sharpOf(picture)
    .composite([{ input: layer, blend: "multiply" }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { ...picture, raster: { width, height, data } };
}
