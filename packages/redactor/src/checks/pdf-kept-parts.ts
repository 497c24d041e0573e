import { type ByteSource, type Quad, readAll } from "@tuhei/core";
import { openPdf } from "@tuhei/core/pdf";
import { linkIn, outlineTitles, type Rect } from "../keep/kept-shapes.js";
import type { Leak, LeakDetail } from "../leak.js";
import { outputObjects } from "../pdf/output-objects.js";
import { coverBy } from "../pdf/quad-cover.js";
import { quadsOf } from "../pdf/quads-by-page.js";
import { type PDFDocument, PDFName } from "../pdf-lib.js";
import { itemsIn } from "../sanitize/lookup.js";
import type { Check } from "./check.js";
import { searchFor, textOfStrings } from "./read-text.js";

/**
 * A kept outline is titles and places and nothing else, kept links are rectangles with a place or an address; no title or
 * address holds a value, and no link lies over a box.
 */
export const pdfKeptParts: Check = {
  name: "pdf-kept-parts",
  formats: ["pdf"],
  async run(output, { kept, values, redactions }) {
    if (!kept || kept.size === 0) return [];
    const leaks: Leak[] = [];
    const object = (detail: LeakDetail, page?: number) =>
      leaks.push({ check: pdfKeptParts.name, detail, ...(page !== undefined && { page }) });
    const document = await outputObjects(output);
    const holdsValue = searchFor(values);
    const titles = outlineIn(document);
    if (!titles) object("an outline that is more than titles and places");
    else if (holdsValue(textOfStrings(titles))) object("a redacted value in the outline");
    const links = linksIn(document);
    for (const [page, found] of links.entries()) {
      if (!found) object("a link that is more than a place or an address", page);
      else if (holdsValue(textOfStrings(found.addresses))) object("a redacted value in a link", page);
    }
    for (const page of await pagesWithLinkOverBox(output, links, new Map(quadsOf(redactions)))) {
      object("a link over a box", page);
    }
    return leaks;
  },
};

function outlineIn(document: PDFDocument): readonly string[] | undefined {
  const root = document.catalog.get(PDFName.of("Outlines"));
  return root === undefined ? [] : outlineTitles(root, document.context, pageTagsOf(document));
}

interface LinksOfPage {
  readonly rects: readonly Rect[];
  readonly addresses: readonly string[];
}

/** By page; undefined where something is not what a kept link is. */
function linksIn(document: PDFDocument): readonly (LinksOfPage | undefined)[] {
  const pageTags = pageTagsOf(document);
  return document.getPages().map(({ node }) => {
    const links = itemsIn(node, "Annots").map((item) => linkIn(item, pageTags));
    if (links.some((link) => link === undefined)) return undefined;
    return { rects: links.map((link) => link!.rect), addresses: links.flatMap((link) => link!.address ?? []) };
  });
}

function pageTagsOf(document: PDFDocument): ReadonlySet<string> {
  return new Set(document.getPages().map(({ ref }) => ref.tag));
}

async function pagesWithLinkOverBox(
  output: ByteSource,
  links: readonly (LinksOfPage | undefined)[],
  quads: ReadonlyMap<number, readonly Quad[]>,
): Promise<readonly number[]> {
  const pages = [...quads.keys()].filter((page) => (links[page]?.rects.length ?? 0) > 0);
  if (pages.length === 0) return [];
  const file = await openPdf(await readAll(output), { name: output.name });
  try {
    return pages.filter((page) => {
      const cover = coverBy(quads.get(page)!);
      return file.withPage(page, ({ space }) =>
        links[page]!.rects.some(([left, bottom, right, top]) =>
          cover.touches(space.boxOf({ left, bottom, right, top })),
        ),
      );
    });
  } finally {
    file.close();
  }
}
