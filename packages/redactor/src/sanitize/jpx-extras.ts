/** Boxes that a JP2 needs to be decoded (ISO/IEC 15444-1, annex I); all others are information about the picture. */
const NEEDED: ReadonlySet<string> = new Set(["jP  ", "ftyp", "jp2h", "jp2c"]);

/** A JPEG 2000 file without XML, UUID (EXIF, XMP) and other boxes that do not draw. A bare codestream stays as it is. */
export function withoutJpxExtras(jpx: Uint8Array): Uint8Array {
  const view = Buffer.from(jpx.buffer, jpx.byteOffset, jpx.length);
  if (view.length < 12 || view.toString("latin1", 4, 8) !== "jP  ") return jpx;
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + 8 <= view.length) {
    const length = boxLength(view, at);
    if (NEEDED.has(view.toString("latin1", at + 4, at + 8))) kept.push(view.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
}

/** 0 means up to the end of the file, 1 that a 64-bit length follows. */
function boxLength(view: Buffer, at: number): number {
  const short = view.readUInt32BE(at);
  if (short === 0) return view.length - at;
  const long = short === 1 && at + 16 <= view.length ? Number(view.readBigUInt64BE(at + 8)) : short;
  return Math.max(8, Math.min(long, view.length - at));
}
