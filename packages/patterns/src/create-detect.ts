import type { Detector, Match } from "./detector.js";
import { compile, type Engine } from "./engine.js";
import { type DetectOptions, matchesIn } from "./matches.js";

/** Finds what its detectors know. */
export type Detect = (text: string, options?: Omit<DetectOptions, "detectors">) => Match[];

/**
 * A `detect` of chosen detectors only: what they do not need is left out of a bundle. Without `detect`'s eye for names that
 * only an identity number beside them gives away.
 */
export function createDetect(detectors: readonly Detector[]): Detect {
  let engine: Engine | undefined;
  return (text, options = {}) => {
    engine ??= compile(detectors);
    return matchesIn(engine, text, options);
  };
}
