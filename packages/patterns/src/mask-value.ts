import type { EntityType } from "./detector.js";

/**
 * How many characters a report may show at either end of a value: what tells one value from another, less than it takes to
 * use it. A type left out shows nothing.
 */
const SHOWN: Partial<Record<EntityType, readonly [start: number, end: number]>> = {
  address: [3, 0],
  "bank-card": [0, 4],
  "birth-date": [4, 0],
  diploma: [0, 4],
  "geo-location": [2, 0],
  "hk-macau-permit": [1, 3],
  "housing-fund": [0, 4],
  "id-card": [3, 4],
  imei: [0, 4],
  "ip-address": [4, 0],
  landline: [0, 2],
  "license-plate": [2, 1],
  "mac-address": [8, 0],
  "medical-insurance": [0, 4],
  "member-number": [0, 4],
  "military-id": [0, 3],
  name: [1, 0],
  passport: [1, 3],
  phone: [3, 4],
  qq: [2, 2],
  "residence-permit": [1, 2],
  "social-credit-code": [4, 4],
  "taiwan-permit": [1, 3],
  "ticket-number": [0, 4],
  "tracking-number": [2, 4],
  "vat-invoice": [0, 4],
  vin: [3, 4],
  wechat: [1, 2],
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
  const [start, end] = SHOWN[entityType] ?? [0, 0];
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
