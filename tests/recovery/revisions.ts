const END = "%%EOF";

/** The file as it was at each earlier end of file: what a later revision covers up. */
export function earlierRevisions(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes);
  const ends: number[] = [];
  for (let at = file.indexOf(END); at >= 0; at = file.indexOf(END, at + 1)) ends.push(at + END.length);
  return ends.slice(0, -1).map((end) => file.subarray(0, end));
}
