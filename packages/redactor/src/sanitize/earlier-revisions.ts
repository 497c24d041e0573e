/** Marks the end of each revision of a file (ISO 32000-2, 7.5.6). */
const END = Buffer.from("%%EOF");
/** A linearized file has one more, after its first page (annex F). */
const LINEARIZED = Buffer.from("/Linearized");
/** Where the linearization dictionary must stand. */
const HEAD_BYTES = 1024;

/** Whether the file holds earlier states of itself. */
export function hasEarlierRevisions(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const expected = bytes.subarray(0, HEAD_BYTES).includes(LINEARIZED) ? 2 : 1;
  let ends = 0;
  for (let at = bytes.indexOf(END); at >= 0; at = bytes.indexOf(END, at + END.length)) ends++;
  return ends > expected;
}
