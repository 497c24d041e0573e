import type { EntityType } from "@tuhei/patterns";

/**
 * Kinds that tell persons apart, the strongest first: numbers of documents, which a person has one of; phones; names,
 * which several persons share; then what a person may have several of, or share with a household.
 */
export const PERSON_KINDS = [
  "id-card",
  "passport",
  "residence-permit",
  "hk-macau-permit",
  "taiwan-permit",
  "military-id",
  "phone",
  "name",
  "medical-insurance",
  "housing-fund",
  "diploma",
  "wechat",
  "qq",
  "email",
  "bank-card",
  "license-plate",
  "landline",
  "address",
] as const satisfies readonly EntityType[];

/** One of {@link PERSON_KINDS}. */
export type PersonKind = (typeof PERSON_KINDS)[number];

const KINDS: ReadonlySet<EntityType> = new Set(PERSON_KINDS);
/** Digits of a mobile number without country code and extension. */
const MOBILE_DIGITS = 11;
/** Length of an identity number before its check digit (GB 11643-1999, 4.1), and of the form in use until 2012. */
const [ID_BODY, LEGACY_ID] = [17, 15];
const ID_REGION = 6;

/** Most values need no folding, and millions are looked at. */
const PLAIN = /^[0-9A-Z\u4e00-\u9fff]*$/;
const SEPARATORS = /[\s.·-]/g;

/** What is the same for one person however it was written, or undefined where the value tells nobody apart. Personal. */
export function personKey(entityType: EntityType, value: string): { kind: PersonKind; key: string } | undefined {
  if (!KINDS.has(entityType) || value.includes("*") || value.includes("＊")) return undefined;
  const kind = entityType as PersonKind;
  const plain = PLAIN.test(value) ? value : value.normalize("NFKC").replace(SEPARATORS, "").toUpperCase();
  const key = KEYS[kind]?.(plain) ?? plain;
  return key === "" ? undefined : { kind, key };
}

const KEYS: Partial<Record<PersonKind, (plain: string) => string>> = {
  "id-card": (plain) =>
    plain.length === LEGACY_ID
      ? `${plain.slice(0, ID_REGION)}19${plain.slice(ID_REGION)}`
      : plain.slice(0, Math.max(ID_BODY, plain.length - 1)),
  phone: (plain) => plain.replace(/^(?:\+|00)?86(?=1\d{10})/, "").slice(0, MOBILE_DIGITS),
};
