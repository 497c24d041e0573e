import type { Box, GapCode, Quad } from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";

/** Something that the proof objects to: a check, what it saw there, and where. Holds no document text. */
export type Leak = Objection | FoundAgain | NotRead;

/** What one of the checks objects to. */
export interface Objection extends Place {
  readonly check: CheckName;
  readonly detail: LeakDetail;
  /** What the detail speaks of: a {@link SidePart}, or the technical name of what does not belong in a picture ("tEXt"). */
  readonly part?: SidePart | (string & {});
  /** How much text it is, and the box around it in whole page units. */
  readonly text?: { readonly characters: number; readonly box: Box };
}

/** Something personal that the output still shows, or shows anew. */
export interface FoundAgain extends Place {
  readonly check: "fresh-scan";
  readonly detail: EntityType;
}

/** A page of the output that cannot be looked at, though the original's could. */
export interface NotRead extends Place {
  readonly check: "output-readable";
  readonly detail: GapCode;
}

interface Place {
  /** Page index from 0; absent when it concerns the file. */
  readonly page?: number;
  /** Where it stands, if to take out what is there mends it and hides nothing that is seen. Page units. */
  readonly quads?: readonly Quad[];
}

/** Names of the checks, kebab-case, stable, alphabetical. */
export type CheckName =
  | "no-value-in-bytes"
  | "pdf-allow-list"
  | "pdf-boxes-solid"
  | "pdf-kept-parts"
  | "pdf-no-covered-text"
  | "pdf-no-text-under-boxes"
  | "pdf-no-unseen-font-chars"
  | "pdf-no-value-in-streams"
  | "pdf-one-revision"
  | "pdf-second-reader"
  | "picture-boxes-solid"
  | "picture-no-metadata";

/** What a check saw: a stable English phrase, never a value. Alphabetical. */
export type LeakDetail =
  | "a box is not black"
  | "a box that is not black all over"
  | "a broken chain of pages"
  | "a catalog entry that is not allowed"
  | "a chunk that pixels do not need"
  | "a chunk without a name"
  | "a font that names what no page shows"
  | "a link over a box"
  | "a link that is more than a place or an address"
  | "a page entry that is not allowed"
  | "a page that cannot be read"
  | "a part beside the pages"
  | "a redacted value"
  | "a redacted value in a link"
  | "a redacted value in a part beside the pages"
  | "a redacted value in a stream"
  | "a redacted value in an object"
  | "a redacted value in the outline"
  | "a redacted value in the raw bytes"
  | "a segment that pixels do not need"
  | "a stream that cannot be decoded"
  | "a tag that is broken"
  | "a tag that pixels do not need"
  | "a trailer entry that is not allowed"
  | "an entry that is not allowed"
  | "an object of a kind that is not allowed"
  | "an object that cannot be parsed"
  | "an object that nothing refers to"
  | "an outline that is more than titles and places"
  | "another number of pages"
  | "bytes after the end"
  | "bytes before the header"
  | "bytes between segments"
  | "bytes that belong to no page"
  | "camera data in a picture"
  | "chunks after the picture"
  | "more than one revision"
  | "no end"
  | "no picture"
  | "no signature"
  | "no start of image"
  | "no such page"
  | "text in the colour of what it stands on"
  | "text inside a box"
  | "text under a box"
  | "text under a drawn shape"
  | "text under a picture";

/** What a PDF can hold beside the looks of its pages, as the second reader tells it. */
export type SidePart =
  | "JavaScript"
  | "JavaScript of a page"
  | "XMP"
  | "a form field"
  | "a language"
  | "a layer"
  | "a named destination"
  | "a page label"
  | "a permission"
  | "a structure tree"
  | "an action on opening"
  | "an annotation"
  | "an attachment"
  | "an outline"
  | "document information";
