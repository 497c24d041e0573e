import type { Objection } from "../leak.js";

/** What does not belong in a file of pixels alone, by its technical name where it has one. */
export type ForeignPart = Pick<Objection, "detail" | "part">;
