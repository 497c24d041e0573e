import type { Match } from "./detector.js";
import { isPersonName } from "./detectors/name.js";
import { engineFor } from "./engine.js";
import { type DetectOptions, matchesIn } from "./matches.js";
import { nameNeighbours } from "./neighbours.js";
import type { Pass } from "./pass.js";

/**
 * Personal information in a text, in order of place and without overlaps. One pass; spans index the text as given, in
 * UTF-16 units.
 */
export function detect(text: string, options: DetectOptions = {}): Match[] {
  return matchesIn(engineFor(options.detectors), text, options, namesBeside);
}

function namesBeside({ folded, matches, only }: Pass): Match[] {
  return !only || only.has("name") ? nameNeighbours(folded.text, matches, isPersonName) : [];
}
