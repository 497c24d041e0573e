import type { Chance } from "../../corpus/chance.ts";
import type { Ground } from "./warp.ts";

/** Wood, cloth, stone, cardboard. */
const COLORS = [
  [150, 112, 74],
  [92, 98, 104],
  [188, 184, 176],
  [176, 138, 96],
  [58, 66, 84],
] as const;

/** A table top with a grain. */
export function tableTop(c: Chance): Ground {
  const [red, green, blue] = c.pick(COLORS);
  const [stretch, phase] = [c.from(20, 90), c.from(0, 100)];
  return (x, y) => {
    const grain = 7 * Math.sin(y / 9 + 3 * Math.sin(x / stretch + phase)) + 4 * Math.sin(y * 1.7 + x / stretch);
    return [red + grain, green + grain, blue + grain];
  };
}

/** What a scanner shows beside a sheet. */
export const white: Ground = () => [252, 252, 252];
