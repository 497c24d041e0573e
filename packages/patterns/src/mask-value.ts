import type { EntityType } from "./detector.js";

/** How many characters a report may show at either end of a value. */
const SHOWN: Partial<Record<EntityType, { readonly start: number; readonly end: number }>> = {
  "bank-card": { start: 0, end: 4 },
  "id-card": { start: 3, end: 4 },
  landline: { start: 0, end: 2 },
  "license-plate": { start: 2, end: 1 },
  name: { start: 1, end: 0 },
  phone: { start: 3, end: 4 },
  address: { start: 3, end: 0 },
};

/** At most this part of a value is ever shown. */
const MAX_SHOWN = 0.64;

/** A value as a report may show it: a few characters at the ends, "*" for the others. Never enough to get it back. */
export function maskValue(value: string, entityType: EntityType): string {
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
