/** What a picture file holds besides its pixels; stable, shown to users as what was removed. */
export type PartName =
  | "EXIF"
  | "ICC"
  | "IPTC"
  | "PNG text"
  | "XMP"
  | "animation frames"
  | "application data" // of a camera, a phone or an editor: previews, depth, edit history
  | "comment"
  | "trailing data"; // after the picture's end: a motion photo's film, a second picture, anything

/** One part that is not pixels. Its data is personal until proven otherwise. */
export interface Part {
  readonly name: PartName;
  /** EXIF: a TIFF structure. XMP: an XML packet. IPTC: a Photoshop or IIM block. In PNG: the chunk's data. */
  readonly data: Uint8Array;
  /** In PNG: the chunk's type. */
  readonly chunk?: string;
}
