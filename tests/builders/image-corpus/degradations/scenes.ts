import type { Chance } from "../../corpus/chance.ts";
import type { Picture, Truth } from "../printed.ts";
import type { Degradation } from "./degradation.ts";
import { perspective, tilted } from "./geometry.ts";
import { tableTop } from "./ground.ts";
import { moire, noisy, shaded, toned } from "./light.ts";
import { compressed, resized, seen } from "./optics.ts";
import { turnedBy } from "./warp.ts";

/** All that a telephone in a hurry does: askew, from the side, shaded, out of focus, small, compressed. */
export const hurried: Degradation = async (picture, tier, c) => {
  const askew = await tilted(await perspective(picture, "mild", c), "mild", c);
  const shadow = await shaded(askew, "mild", c);
  const soft = await seen(shadow, (it) => it.blur({ mild: 1, hard: 1.8 }[tier]));
  const small = await resized(soft, { mild: 900, hard: 640 }[tier]);
  return compressed(await noisy(small, "mild", c), "mild", c);
};

/** A screen photographed: its grid of pixels, stripes, a cold cast, seen from the side. */
export const screened: Degradation = async (picture, tier, c) => {
  const pitch = { mild: 2, hard: 3 }[tier];
  const lit = toned(picture, (value, x, y, channel) => {
    const isGap = y % pitch === 0 || (tier === "hard" && x % pitch === channel);
    return (value * 0.9 + (channel === 2 ? 22 : 8)) * (isGap ? 0.8 : 1);
  });
  const striped = await moire(lit, "mild", c);
  const aside = await perspective(striped, "mild", c);
  return seen(aside, (it) => it.blur(0.8));
};

/** Several documents on one table: each turned as it fell. */
export async function onOneTable(pictures: readonly Picture[], tier: "mild" | "hard", c: Chance): Promise<Picture> {
  const ground = tableTop(c);
  const columns = 2;
  const cell = { mild: 900, hard: 700 }[tier];
  const rows = Math.ceil(pictures.length / columns);
  const [width, height] = [cell * columns, cell * rows];
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) data.set(ground(at % width, Math.floor(at / width)), at * 3);
  const ink = new Uint16Array(width * height);
  const truths: Truth[] = [];
  let labels = 0;
  for (const [index, one] of pictures.entries()) {
    const turned = turnedBy(
      one,
      tier === "mild" ? c.from(-4, 4) : c.from(-25, 25) + c.pick([0, 90, 180, 270]),
      NOTHING,
    );
    const scale = (cell * 0.94) / Math.max(turned.raster.width, turned.raster.height);
    const [left, top] = [(index % columns) * cell, Math.floor(index / columns) * cell];
    const w = Math.round(turned.raster.width * scale);
    const fitted = await resized(turned, w);
    const offset = [left + Math.floor((cell - w) / 2), top + Math.floor((cell - fitted.raster.height) / 2)] as const;
    labels = pasted(fitted, offset, { data, ink, truths, width }, labels);
  }
  return { raster: { data, width, height }, ink, truths };
}

/** A colour that no sheet has: around a turned sheet the table shows. */
const NOTHING = () => [255, 0, 255] as const;

function pasted(
  { raster, ink, truths }: Picture,
  [left, top]: readonly [number, number],
  onto: { data: Uint8Array; ink: Uint16Array; truths: Truth[]; width: number },
  labels: number,
): number {
  let most = labels;
  for (let y = 0; y < raster.height; y++) {
    for (let x = 0; x < raster.width; x++) {
      const from = y * raster.width + x;
      const [red, green, blue] = [raster.data[from * 3]!, raster.data[from * 3 + 1]!, raster.data[from * 3 + 2]!];
      if (red > 150 && blue > 150 && green < 100) continue;
      const to = (top + y) * onto.width + left + x;
      onto.data.set([red, green, blue], to * 3);
      onto.ink[to] = ink[from]! === 0 ? 0 : ink[from]! + labels;
    }
  }
  for (const truth of truths) {
    const spots = truth.spots.map(({ label, quad }) => {
      const [a, b, c, d] = quad.map(({ x, y }) => ({ x: x + left, y: y + top }));
      most = Math.max(most, label + labels);
      return { label: label + labels, quad: [a!, b!, c!, d!] as const };
    });
    onto.truths.push({ ...truth, spots });
  }
  return most;
}
