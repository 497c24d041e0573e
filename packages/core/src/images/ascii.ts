/** Bytes from `start` to `end` as Latin-1, for markers and chunk types. */
export function asciiAt(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** Text of unknown encoding in a picture: UTF-8, or what Chinese devices write otherwise. Without the zeros that pad it. */
export function looseText(bytes: Uint8Array): string {
  try {
    return trimmed(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Not UTF-8: older cameras and editors in China write GB18030, which decodes every byte string.
    return trimmed(new TextDecoder("gb18030").decode(bytes));
  }
}

function trimmed(text: string): string {
  return text.replaceAll("\0", " ").trim();
}
