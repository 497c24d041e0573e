import type { Page } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import type { CoverOptions, Known } from "./asked.js";
import { labelledFields } from "./labelled-fields.js";
import { placedFields } from "./placed-fields.js";
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
  const spans = [...known.matches, ...fields].flatMap((one) => ("span" in one ? one.span : (one.place.span ?? [])));
  const unreadable = unreadableOn(page, kinds, spans, options);
  const placed: Finding[] = [];
  for (const kind of kinds) placed.push(...(await placedFields(page, kind, [...fields, ...unreadable], options)));
  const unseen = await unseenFields(page, kinds, [...fields, ...unreadable, ...placed], options.isWanted);
  return [...fields, ...unreadable, ...placed, ...unseen];
}
