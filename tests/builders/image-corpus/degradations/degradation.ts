import type { Chance } from "../../corpus/chance.ts";
import type { Picture } from "../printed.ts";

/** How bad it is: `mild` is what a careful person's telephone does, `hard` what a careless one's does. */
export type Tier = "mild" | "hard";

/** Something that happens to a picture; the truths move with their ink. */
export type Degradation = (picture: Picture, tier: Tier, c: Chance) => Picture | Promise<Picture>;
