import type { Match } from "./detector.js";
import { enginesFor } from "./engine.js";
import { type DetectOptions, matchesIn } from "./matches.js";
import { neighbours } from "./neighbours.js";

/**
 * Personal information in a text, in order of place and without overlaps. One pass; spans index the text as given, in
 * UTF-16 units.
 */
export function detect(text: string, options: DetectOptions = {}): Match[] {
  return matchesIn(enginesFor(options.detectors), text, options, { beside: neighbours });
}
