import { type LegalSummary, legalThresholds } from "@tuhei/core";
import type { Messages } from "./messages/index.js";

/** The reference counts by Chinese law for people, as lines; none where nothing personal was found. */
export function legalLines({
  legal,
  messages,
}: {
  readonly legal: LegalSummary;
  readonly messages: Messages;
}): string[] {
  const { general, transaction, property } = legal.items;
  if (general + transaction + property === 0) return [];
  const words = messages.legal;
  const ofThreshold = (tier: keyof typeof legalThresholds) => `${legal.items[tier]}/${legalThresholds[tier]}`;
  const kinds = Object.entries(legal.pipl28.byKind).map(
    ([kind, count]) => `${words.kinds[kind as keyof typeof words.kinds]} ${count}`,
  );
  const lines = [
    words.persons(legal.persons.count),
    words.items(ofThreshold("property"), ofThreshold("transaction"), ofThreshold("general"), shortened(legal.ratio)),
    words.sensitive(legal.pipl28.items, kinds.join(words.comma), legal.gbt35273.items),
    ...(legal.gbt45574.aggregatedRecords > 0 ? [words.aggregated(legal.gbt45574.aggregatedRecords)] : []),
    ...(legal.minors.items > 0 ? [words.minors(legal.minors.count, legal.minors.items)] : []),
  ];
  return [words.title(legal.asOf), ...lines.map((line) => `  ${line}`)];
}

/** Two digits that count: 0.00042, 0.98, 12.3 would be too exact for a reference. */
function shortened(ratio: number): string {
  return String(Number(ratio.toPrecision(2)));
}
