import type { Page } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import type { CoverOptions, Known } from "./asked.js";
import { begunFields } from "./begun-fields.js";
import { labelledFields } from "./labelled-fields.js";
import { type Found, placedFields } from "./placed-fields.js";
import type { PlacedKind } from "./recognize.js";
import { signaturesOn } from "./signatures.js";
import { unreadableOn } from "./unreadable-text.js";
import { unseenFields } from "./unseen-fields.js";

/**
 * What no detector can see on a page: text too unclear to be read, values behind a label of the kind that look like
 * nothing known, fields and portraits by their place on the document.
 */
export async function findByKind(
  page: Page,
  kinds: readonly PlacedKind[],
  known: Known,
  options: CoverOptions,
): Promise<Finding[]> {
  const fields = kinds.flatMap((placed) => [
    ...labelledFields(page, placed, known, options),
    ...signaturesOn(page, placed, known.matches, options.isWanted),
  ]);
  const values = [
    ...known.matches,
    ...fields.flatMap(({ entityType, place: { span } }) => (span ? [{ entityType, span }] : [])),
  ];
  const spans = values.map(({ span }) => span);
  const unreadable = unreadableOn(page, kinds, spans, options);
  // What follows goes by kinds.
  if (kinds.length === 0) return unreadable;
  const placed: Finding[] = [];
  const found: Found[] = [
    ...values.flatMap(({ entityType, span }) => page.locate(span).map((quad) => ({ entityType, quad }))),
    ...unreadable.flatMap(placesOf),
  ];
  for (const kind of kinds) {
    const begun = begunFields(page, kind, found, options);
    placed.push(...begun, ...(await placedFields(page, kind, [...found, ...begun.flatMap(placesOf)], options)));
  }
  const unseen = await unseenFields(page, kinds, [...found, ...placed.flatMap(placesOf)], options.isWanted);
  return [...fields, ...unreadable, ...placed, ...unseen];
}

function placesOf({ entityType, place }: Finding): Found[] {
  return place.quads.map((quad) => ({ entityType, quad }));
}
