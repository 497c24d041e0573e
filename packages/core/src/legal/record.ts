import type { EntityType, LegalClass } from "@tuhei/patterns";
import type { Finding } from "../model/finding.js";

/** Counts of items by the classes of the law. */
export interface LegalCounts {
  readonly tiers: Record<LegalClass["tier"], number>;
  readonly sensitive: Partial<Record<SensitiveKind, number>>;
  readonly gbt35273: Partial<Record<NonNullable<LegalClass["gbt35273"]>, number>>;
  /** Records of which GB/T 45574-2025 asks that they be judged as a whole. */
  aggregatedRecords: number;
  /** Items in records of children under 14, sensitive by themselves or not. */
  minorItems: number;
}

/** Kinds of 《个人信息保护法》第二十八条; "minor" are items that are sensitive only because a child's record holds them. */
export type SensitiveKind = NonNullable<LegalClass["sensitive"]> | "minor";

/** No items. */
export function noCounts(): LegalCounts {
  return {
    tiers: { general: 0, transaction: 0, property: 0, business: 0 },
    sensitive: {},
    gbt35273: {},
    aggregatedRecords: 0,
    minorItems: 0,
  };
}

/** What one record holds. */
export interface LegalRecord {
  readonly items: Map<EntityType, number>;
  isMinors: boolean;
}

/**
 * The record that a finding belongs to: a line of a text, a row of a table; a page or picture otherwise. Each entry of the
 * metadata is one.
 */
export function recordOf({ place }: Finding): string {
  if (place.metadataKey !== undefined) return `metadata ${place.metadataKey}`;
  return place.line !== undefined ? `line ${place.line}` : `page ${place.page}`;
}

/** Adds a finished record to the counts. */
export function countRecord(
  { items, isMinors }: LegalRecord,
  counts: LegalCounts,
  classOf: (entityType: EntityType) => LegalClass,
): void {
  const hasPassword = items.has("password");
  for (const [entityType, count] of items) {
    const { tier, sensitive, gbt35273 } = classOf(entityType);
    // 法释〔2017〕10号 第五条（三） 财产信息: an account with what opens it. An interpretation; by itself the account is of （四）.
    const counted = hasPassword && tier === "transaction" && sensitive === "financial" ? "property" : tier;
    counts.tiers[counted] += count;
    if (gbt35273) counts.gbt35273[gbt35273] = (counts.gbt35273[gbt35273] ?? 0) + count;
    if (tier === "business") continue;
    const kind = sensitive ?? (isMinors ? "minor" : undefined);
    if (kind) counts.sensitive[kind] = (counts.sensitive[kind] ?? 0) + count;
    if (isMinors) counts.minorItems += count;
  }
  // GB/T 45574-2025: an identity number or an address is not sensitive alone; with a name beside it the whole is to be judged.
  if (items.has("name") && (items.has("id-card") || items.has("address"))) counts.aggregatedRecords++;
}

/** Adds the counts of a document to those of all. */
export function addCounts(total: LegalCounts, more: LegalCounts): void {
  addEach(total.tiers, more.tiers);
  addEach(total.sensitive, more.sensitive);
  addEach(total.gbt35273, more.gbt35273);
  total.aggregatedRecords += more.aggregatedRecords;
  total.minorItems += more.minorItems;
}

function addEach<Key extends string>(total: Partial<Record<Key, number>>, more: Partial<Record<Key, number>>): void {
  for (const key of Object.keys(more) as Key[]) total[key] = (total[key] ?? 0) + (more[key] ?? 0);
}
