import { dataStart, unpacked } from "./packed-data.js";

/** The streams of a file that hold XML: XMP packets and XFA forms. `isReadable` is false where one could not be unpacked. */
export interface XmlStream {
  readonly kind: "XMP" | "XFA";
  readonly bytes: Uint8Array;
  readonly isReadable: boolean;
}

/** A stream's dictionary is searched for this far before its data. Bytes. */
const DICTIONARY_WITHIN = 2048;
/** The start of an XFA packet (XFA 3.3, "XDP"). */
const XFA = /^\s*(?:<\?xml[^>]*>\s*)?<(?:xdp:xdp|template|(?:xfa:)?datasets|config|form\b)/;

/**
 * Finds XML streams in the bytes of a file that is not encrypted, in every revision: pdfium gives neither XMP nor XFA.
 *
 * @param withXfa also looks into packed streams for XFA, which takes longer
 */
export function* xmlStreams(untrustedBytes: Uint8Array, withXfa: boolean): Generator<XmlStream> {
  const file = Buffer.from(untrustedBytes.buffer, untrustedBytes.byteOffset, untrustedBytes.length);
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    const start = dataStart(file, at);
    if (start === undefined) continue;
    const dictionary = dictionaryBefore(file, at);
    const isXmp = /\/Type\s*\/Metadata\b|\/Subtype\s*\/XML\b/.test(dictionary);
    if (!isXmp && !withXfa) continue;
    const end = file.indexOf("endstream", start);
    if (end < 0) return;
    const bytes = unpacked(file.subarray(start, end), dictionary);
    if (isXmp) yield { kind: "XMP", bytes: bytes ?? new Uint8Array(0), isReadable: bytes !== undefined };
    else if (bytes && XFA.test(bytes.subarray(0, 512).toString("latin1")))
      yield { kind: "XFA", bytes, isReadable: true };
    at = end;
  }
}

function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString("latin1", Math.max(0, at - DICTIONARY_WITHIN), at);
  return before.slice(before.lastIndexOf(" obj") + 1);
}
