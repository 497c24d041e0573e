import type { EntityType, Match } from "@tuhei/patterns";
import type { TextRun } from "../model/document.js";

/** What a page is asked for besides what detectors find. */
export interface CoverOptions {
  /**
   * "cover" wherever text is too unclear to be read, "report" nowhere. Default: on documents of known kinds, and on pictures of
   * which most could not be read, so that nobody knows what they are.
   */
  readonly unreadable?: "cover" | "report";
  /** Whether a type is asked for. */
  readonly isWanted: (type: EntityType) => boolean;
}

/** What is already known of a page. */
export interface Known {
  /** What detectors found. */
  readonly matches: readonly Match[];
  /** The labels of runs. */
  readonly labels: ReadonlyMap<TextRun, string>;
}
