import type { FaxStrip } from "./fax-strips.ts";

/** Kinds of segments (ITU-T T.88, 7.3). */
const GENERIC_REGION = 38;
const PAGE_INFORMATION = 48;

/** A picture as PDF embeds JBIG2 (ISO 32000-2, 7.4.7): a page, and a region of fax code for each strip. */
export function jbig2({ width, height }: { width: number; height: number }, strips: readonly FaxStrip[]): Buffer {
  const page = Buffer.alloc(19);
  page.writeUInt32BE(width, 0);
  page.writeUInt32BE(height, 4);
  let top = 0;
  const regions = strips.map(({ bytes, rows }) => {
    const region = Buffer.alloc(18);
    for (const [index, value] of [width, rows, 0, top].entries()) region.writeUInt32BE(value, index * 4);
    // The flag that the code is MMR.
    region.writeUInt8(1, 17);
    top += rows;
    return Buffer.concat([region, bytes]);
  });
  return Buffer.concat([
    segment(0, PAGE_INFORMATION, page),
    ...regions.map((region, index) => segment(index + 1, GENERIC_REGION, region)),
  ]);
}

/** T.88, 7.2: number, kind, no others referred to, page 1, length. */
function segment(number: number, kind: number, data: Buffer): Buffer {
  const header = Buffer.alloc(11);
  header.writeUInt32BE(number, 0);
  header.writeUInt8(kind, 4);
  header.writeUInt8(1, 6);
  header.writeUInt32BE(data.length, 7);
  return Buffer.concat([header, data]);
}
