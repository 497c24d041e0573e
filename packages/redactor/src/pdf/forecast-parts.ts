import type { Quad } from "@tuhei/core";
import { PART_PAGES } from "./part-ranges.js";
import type { PartJob } from "./work-on-part.js";

/**
 * Offers each part as soon as a page behind it is told of: a file of one part is worked on as a whole.
 *
 * @param rest what is the same for all parts
 * @returns to be told of pages in order
 */
export function forecastParts(
  rest: Pick<PartJob, "areLinksKept" | "rasterize">,
  offer: (job: PartJob) => void,
): (page: number, quads: readonly Quad[]) => void {
  let from = 0;
  let quads = new Map<number, readonly Quad[]>();
  return (page, found) => {
    for (; page >= from + PART_PAGES; from += PART_PAGES) {
      offer({ ...rest, only: { from, to: from + PART_PAGES }, quads });
      quads = new Map();
    }
    if (found.length > 0) quads.set(page, found);
  };
}
