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
  | "film" // of a motion photo, behind the picture
  | "further picture" // a whole JPEG file: of a burst, a preview, a map of brightness
  | "thumbnail"
  | "trailing data"; // anything else after the picture's end

/** One part that is not pixels. Its data is personal until proven otherwise. */
export interface Part {
  readonly name: PartName;
  /** EXIF: a TIFF structure. XMP: an XML packet. IPTC: a Photoshop or IIM block. In PNG: the chunk's data. */
  readonly data: Uint8Array;
  /** In PNG: the chunk's type. */
  readonly chunk?: string;
  /** EXIF: the structure is the file, and the pictures that it speaks of are the file's pages. */
  readonly isFile?: true;
}
