import type { Chance } from "../chance.ts";
import { type Field, type Language, otherFields, type PersonalKey, personalFields } from "../fields.ts";
import { somebody } from "../person.ts";
import type { Piece } from "../planted.ts";

/** One cell: what the column is called and what stands in it. */
export interface Cell {
  readonly label: string;
  readonly value: Piece;
}

export type Row = readonly Cell[];

/** Fields that stand together in the systems people export from. */
const SYSTEMS: readonly (readonly PersonalKey[])[] = [
  ["name", "phone", "address", "tracking"],
  ["name", "phone", "address"],
  ["name", "idCard", "phone", "birth", "address"],
  ["name", "idCard", "bankCard", "phone"],
  ["name", "email", "phone", "wechat", "qq"],
  ["name", "plate", "vin", "phone", "idCard"],
  ["name", "birth", "medical", "phone", "landline"],
  ["name", "passport", "ticket", "birth"],
  ["name", "hkMacauPermit", "phone"],
  ["name", "taiwanPermit", "email"],
  ["name", "residencePermit", "phone", "address"],
  ["name", "military", "landline"],
  ["name", "diploma", "email", "birth"],
  ["name", "housingFund", "idCard", "bankCard"],
  ["phone", "imei", "mac", "ip"],
  ["email", "password", "ip"],
  ["creditCode", "invoice", "landline", "address"],
  ["name", "phone", "email", "landline", "address"],
];

/** Rows of people under the same columns. */
export function recordsOf(c: Chance, count: number, language: Language): readonly Row[] {
  const system = c.pick(SYSTEMS);
  const personal: readonly Field[] = system.map((key) => personalFields[key]);
  const columns = [c.pick(otherFields), ...mixed(c, personal, c.some(otherFields.slice(1), c.from(1, 4)))];
  const named = columns.map(({ labels, value }) => ({ label: c.pick(labels[language]), value }));
  const seen = new Set<string>();
  const distinct = named.filter(({ label }) => !seen.has(label) && seen.add(label));
  return c.times(count, () => {
    const person = somebody(c);
    return distinct.map(({ label, value }) => ({ label, value: value(c, person) }));
  });
}

/** Both lists in one; the personal fields keep their order. */
function mixed(c: Chance, personal: readonly Field[], others: readonly Field[]): readonly Field[] {
  const all = [...personal];
  for (const other of others) all.splice(c.from(0, all.length), 0, other);
  return all;
}

/** A key as English and pinyin columns are spelled: snake_case, camelCase, UPPER. */
export function spelled(label: string, style: "snake" | "camel" | "upper" | "spaced"): string {
  if (style === "camel") return label.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (style === "upper") return label.toUpperCase();
  if (style === "spaced") return label.replace(/_/g, " ").replace(/\b\w/g, (letter) => letter.toUpperCase());
  return label;
}
