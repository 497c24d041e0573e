import { Unpacker } from "../packing/unpacker.js";
import { packedNumbers } from "./packed-numbers.js";

/** Issuer prefixes of payment cards and the lengths in use with them. */
export interface CardPrefix {
  /** Inclusive range of leading digits, both ends with the same number of digits. */
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

/**
 * ISO/IEC 7812-1 ranges of the card schemes, and the best-known Chinese debit cards from before UnionPay's 62, which the
 * table of issuers has with six digits.
 */
export const cardPrefixes: readonly CardPrefix[] = [
  { from: "62", to: "62", lengths: [16, 17, 18, 19] }, // UnionPay
  { from: "81", to: "81", lengths: [16, 17, 18, 19] }, // UnionPay, since 2017
  { from: "4", to: "4", lengths: [13, 16, 19] }, // Visa
  { from: "51", to: "55", lengths: [16] }, // Mastercard
  { from: "2221", to: "2720", lengths: [16] }, // Mastercard
  { from: "34", to: "34", lengths: [15] }, // American Express
  { from: "37", to: "37", lengths: [15] },
  { from: "3528", to: "3589", lengths: [16] }, // JCB
  { from: "6011", to: "6011", lengths: [16] }, // Discover
  { from: "644", to: "659", lengths: [16] },
  { from: "300", to: "305", lengths: [14] }, // Diners Club
  { from: "36", to: "36", lengths: [14] },
  { from: "436742", to: "436745", lengths: [19] }, // 建设银行
  { from: "456351", to: "456351", lengths: [19] }, // 中国银行
  { from: "601382", to: "601382", lengths: [19] },
  { from: "601428", to: "601428", lengths: [17] }, // 交通银行
  { from: "405512", to: "405512", lengths: [17] },
  { from: "95588", to: "95588", lengths: [19] }, // 工商银行
  { from: "900000", to: "900000", lengths: [19] }, // 中国银行
  { from: "900010", to: "900010", lengths: [16] }, // 建设银行
  { from: "95595", to: "95599", lengths: [16, 19] }, // 农业银行 and others
  { from: "103", to: "103", lengths: [19] }, // 农业银行
  { from: "966666", to: "966666", lengths: [18] }, // 兴业银行
  { from: "984301", to: "984303", lengths: [16] }, // 上海银行
];

/** Kinds of cards by JR/T 0008-2000; "semi-credit" is 准贷记卡. */
export type CardKind = (typeof CARD_KINDS)[number];
const CARD_KINDS = ["debit", "credit", "semi-credit", "prepaid"] as const;

/** Prefixes of the issuers' table, shortest and longest. */
const SHORTEST_PREFIX = 5;
const LONGEST_PREFIX = 10;

let kinds: ReadonlyMap<string, CardKind> | undefined;

/** The kind of a card whose prefix and number of digits an issuer in China is known to use; undefined says nothing. */
export function cardKind(digits: string): CardKind | undefined {
  kinds ??= unpacked();
  for (let length = LONGEST_PREFIX; length >= SHORTEST_PREFIX; length--) {
    const kind = kinds.get(`${digits.length} ${digits.slice(0, length)}`);
    if (kind) return kind;
  }
  return undefined;
}

/** Whether digits have an issuer's prefix and a length in use with it. */
export function hasCardPrefix(digits: string): boolean {
  return isInRange(digits) || cardKind(digits) !== undefined;
}

function isInRange(digits: string): boolean {
  return cardPrefixes.some(({ from, to, lengths }) => {
    const head = digits.slice(0, from.length);
    return head >= from && head <= to && lengths.includes(digits.length);
  });
}

/** Contexts: how many prefixes there are of a length, steps between them by the step before, whether one has a further kind. */
const COUNT = 0;
const STEP = 1;
const MORE = 9;
/** Of the table of kinds: which, and how many digits such cards have. */
const KIND = 7;
const DIGITS = 8;
const LARGEST_STEP = 6;
/** A kind by the kind before it; next to the prefix before it, or further on. */
const KIND_NEXT = 10;
const KIND_FURTHER = 30;

/** Of `facts/card-prefixes.txt`, which names the source: "19 621700" to "debit". */
function unpacked(): Map<string, CardKind> {
  const kinds = new Map<string, CardKind>();
  const source = new Unpacker(packedNumbers.split(" ")[1]!);
  const names = Array.from(
    { length: source.number(COUNT) },
    () => [CARD_KINDS[source.number(KIND)]!, source.number(DIGITS)] as const,
  );
  let kind = 0;
  for (let length = SHORTEST_PREFIX; length <= LONGEST_PREFIX; length++) {
    let prefix = 0;
    let step = 0;
    for (let count = source.number(COUNT); count > 0; count--) {
      step = source.number(STEP + Math.min(Math.floor(Math.log2(step + 1)), LARGEST_STEP));
      prefix += step;
      do {
        kind = source.number((step === 1 ? KIND_NEXT : KIND_FURTHER) + kind);
        const [name, digits] = names[kind]!;
        kinds.set(`${digits} ${String(prefix).padStart(length, "0")}`, name);
      } while (source.bit(MORE));
    }
  }
  return kinds;
}
