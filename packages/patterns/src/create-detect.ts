import type { Detector, Match } from "./detector.js";
import { type Engines, enginesOf } from "./engine.js";
import { type DetectOptions, matchesIn } from "./matches.js";

/** Finds what its detectors know. */
export type Detect = (text: string, options?: Omit<DetectOptions, "detectors">) => Match[];

/**
 * A `detect` of chosen detectors only: what they do not need is left out of a bundle. Without `detect`'s eye for names that
 * only an identity number beside them gives away.
 */
export function createDetect(detectors: readonly Detector[]): Detect {
  let engines: Engines | undefined;
  return (text, options = {}) => {
    engines ??= enginesOf(detectors);
    return matchesIn(engines, text, options);
  };
}
