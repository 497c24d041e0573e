import type { EntityType, Span } from "@tuhei/patterns";
import type { Quad } from "./geometry.js";

/** Personal information located in a document. Carries no text and no hash of it (an ID is guessable from its hash). */
export interface Finding {
  readonly entityType: EntityType;
  /** 0 to 1. */
  readonly score: number;
  /** Why, in stable English words separated by ", ": "checksum, region, date, label". Never document text. */
  readonly reason: string;
  readonly place: Place;
}

/** Where a finding stands. */
export interface Place {
  /** Page index from 0; absent for metadata. */
  readonly page?: number;
  /** UTF-16 units of the page's text, or of the whole decoded text for text formats. Absent for marks. */
  readonly span?: Span;
  /** Where the value stands in what `span` says, if that is more: what is written in an encoding goes in whole groups. */
  readonly within?: Span;
  /** Line from 0, text formats only. */
  readonly line?: number;
  /** Page units. Empty for text formats and metadata. */
  readonly quads: readonly Quad[];
  /** Index into the page's marks, when the finding is a picture by itself. */
  readonly mark?: number;
  /** Key of the metadata entry, when the finding is there. */
  readonly metadataKey?: string;
}
