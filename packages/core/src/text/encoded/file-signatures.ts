/** First bytes of files that may hold what people can read: JPEG, PNG, GIF, WebP, TIFF, HEIC, PDF, ZIP and Office, RAR, gzip. */
const SIGNATURES =
  /^(?:\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|....ftyp|%PDF-|PK\x03\x04|\xd0\xcf\x11\xe0|Rar!|\x1f\x8b\x08)/s;
/** Pixels of the shorter way to write eight digits, at five and a gap each: a picture less wide and less high is an icon. */
const MIN_LINE_PIXELS = 48;

/** Whether something that begins with these bytes, 24 at most, is a file that people can read something in. */
export function isFile(head: Uint8Array): boolean {
  return SIGNATURES.test(Buffer.from(head).toString("latin1")) && !isIcon(head);
}

/** Of a size that GIF and PNG tell at their start. */
function isIcon(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isGif = head[0] === 0x47;
  if (!isGif && (head[0] !== 0x89 || head.length < 24)) return false;
  const size = isGif ? [view.getUint16(6, true), view.getUint16(8, true)] : [view.getUint32(16), view.getUint32(20)];
  return Math.max(...size) < MIN_LINE_PIXELS;
}
