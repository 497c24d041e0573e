import type { EntityType } from "./detector.js";

/**
 * How many characters a report may show at either end of a value: what tells one value from another, less than it takes to
 * use it. A type left out shows nothing.
 */
const SHOWN: Partial<Record<EntityType, { readonly start: number; readonly end: number }>> = {
  address: { start: 3, end: 0 },
  "bank-card": { start: 0, end: 4 },
  "birth-date": { start: 4, end: 0 },
  diploma: { start: 0, end: 4 },
  "geo-location": { start: 2, end: 0 },
  "hk-macau-permit": { start: 1, end: 3 },
  "housing-fund": { start: 0, end: 4 },
  "id-card": { start: 3, end: 4 },
  imei: { start: 0, end: 4 },
  "ip-address": { start: 4, end: 0 },
  landline: { start: 0, end: 2 },
  "license-plate": { start: 2, end: 1 },
  "mac-address": { start: 8, end: 0 },
  "medical-insurance": { start: 0, end: 4 },
  "member-number": { start: 0, end: 4 },
  "military-id": { start: 0, end: 3 },
  name: { start: 1, end: 0 },
  passport: { start: 1, end: 3 },
  phone: { start: 3, end: 4 },
  qq: { start: 2, end: 2 },
  "residence-permit": { start: 1, end: 2 },
  "social-credit-code": { start: 4, end: 4 },
  "taiwan-permit": { start: 1, end: 3 },
  "ticket-number": { start: 0, end: 4 },
  "tracking-number": { start: 2, end: 4 },
  "vat-invoice": { start: 0, end: 4 },
  vin: { start: 3, end: 4 },
  wechat: { start: 1, end: 2 },
};

/** Values of which not even the length is told. */
const SECRET: ReadonlySet<EntityType> = new Set<EntityType>(["cvv", "password"]);
const SECRET_MASK = "******";

/** At most this part of a value is ever shown. */
const MAX_SHOWN = 0.64;

/** A value as a report may show it: a few characters at the ends, "*" for the others. Never enough to get it back. */
export function maskValue(value: string, entityType: EntityType): string {
  if (SECRET.has(entityType)) return SECRET_MASK;
  const characters = [...value];
  if (entityType === "email" && value.includes("@")) return maskEmail(value);
  const { start, end } = SHOWN[entityType] ?? { start: 0, end: 0 };
  const isShort = start + end > characters.length * MAX_SHOWN;
  const from = isShort ? Math.min(1, characters.length - 1) : start;
  const to = characters.length - (isShort ? 0 : end);
  return characters.map((character, index) => (index >= from && index < to ? "*" : character)).join("");
}

/** The first character and the top-level domain. */
function maskEmail(value: string): string {
  const at = value.lastIndexOf("@");
  const dot = value.lastIndexOf(".");
  return [...value]
    .map((character, index) => (index === 0 || index === at || index >= Math.max(dot, at) ? character : "*"))
    .join("");
}
