import type { Quad } from "@tuhei/core";
import type { EntityType, Span } from "@tuhei/patterns";

/** What is to be blacked out on one page. Carries no document text. */
export interface Redaction {
  readonly entityType: EntityType;
  /** Page index from 0. */
  readonly page: number;
  /** Text formats: UTF-16 units of the whole decoded text. */
  readonly span?: Span;
  /** Page units of core's `Page`, origin top-left. Empty for text formats. */
  readonly quads: readonly Quad[];
  /** Whether the bar, or the gap between what stays, still tells how long the text was. */
  readonly isLengthVisible?: boolean;
}

/** How a finding looks after redaction. Pictures and PDFs are always black; "label" is for text formats. */
export type RedactionStyle = "black" | "label";

/** How redactions look. */
export interface Looks {
  readonly style: RedactionStyle;
  /** Bars run over the white space around them, and in text all have the same number of blocks. */
  readonly hideLength: boolean;
}
