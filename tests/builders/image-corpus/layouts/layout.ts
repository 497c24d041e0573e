import type { Chance } from "../../corpus/chance.ts";
import type { PaperSheet } from "../printed.ts";

/** Draws an invented document of one kind. */
export type Layout = (c: Chance) => PaperSheet | Promise<PaperSheet>;
