import fc from "fast-check";

/** Every run draws the same cases, so that a failure is the change's own; PROPERTY_SEED and PROPERTY_RUNS search further. */
const SEED = 20_260_731;

const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
fc.configureGlobal({ seed: PROPERTY_SEED === undefined ? SEED : Number(PROPERTY_SEED) });

/** How many cases of a property are tried. */
export function runs(numRuns: number): { readonly numRuns: number } {
  return { numRuns: numRuns * Number(PROPERTY_RUNS ?? 1) };
}
