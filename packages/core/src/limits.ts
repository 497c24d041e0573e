/** Sizes that untrusted input may reach before memory is taken. Everything beyond is an error or a gap, never a guess. */
export const limits = {
  /** Bytes of a file that must be held whole (PDF, picture). Text is streamed and has no limit. */
  wholeFileBytes: 512 * 1024 * 1024,
  /** Pixels of one picture, width × height: about what a 100-megapixel back delivers. */
  picturePixels: 120_000_000,
  /** Pixels of one side of a picture. */
  pictureSide: 32_000,
  /** Pages of one PDF. */
  pdfPages: 5_000,
  /** Frames (pages) of one TIFF. */
  frames: 500,
  /** Pixels of one rendered PDF page. */
  renderPixels: 40_000_000,
  /** Bytes that one PDF stream may inflate to while it is checked. */
  inflatedBytes: 512 * 1024 * 1024,
} as const;
