import { Unpacker } from "../packing/unpacker.js";
import { packedNumbers } from "./packed-numbers.js";

/** Issuer prefixes of payment cards and the lengths in use with them. */
interface CardPrefix {
  /** Inclusive range of leading digits, both ends with the same number of digits. */
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

/** All of it is issued in China. */
const UNION_PAY: CardPrefix = { from: "62", to: "62", lengths: [16, 17, 18, 19] };

/**
 * ISO/IEC 7812-1 ranges of the card schemes, and Chinese cards from before UnionPay's 62 that the table of issuers lacks.
 */
const cardPrefixes: readonly CardPrefix[] = [
  UNION_PAY,
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
  { from: "95588", to: "95588", lengths: [19] }, // 工商银行
  { from: "900010", to: "900010", lengths: [16] }, // 建设银行
  { from: "95595", to: "95599", lengths: [16, 19] }, // 农业银行 and others
  { from: "103", to: "103", lengths: [19] }, // 农业银行
  { from: "984301", to: "984303", lengths: [16] }, // 上海银行
];

/** Prefixes of the issuers' table, shortest and longest. */
const SHORTEST_PREFIX = 5;
const LONGEST_PREFIX = 10;
/** Cards of the issuers' table have so many digits at least. */
const FEWEST_DIGITS = 15;

let issuers: ReadonlySet<string> | undefined;

/** Whether digits have a prefix and a length that an issuer in China is known to use; false says nothing. */
export function isChineseCard(digits: string): boolean {
  if (isInRange(UNION_PAY, digits)) return true;
  if (digits.length < FEWEST_DIGITS) return false;
  issuers ??= unpacked();
  for (let length = SHORTEST_PREFIX; length <= LONGEST_PREFIX; length++)
    if (issuers.has(`${digits.length} ${digits.slice(0, length)}`)) return true;
  return false;
}

/** Whether digits have an issuer's prefix and a length in use with it. */
export function hasCardPrefix(digits: string): boolean {
  return cardPrefixes.some((range) => isInRange(range, digits)) || isChineseCard(digits);
}

function isInRange({ from, to, lengths }: CardPrefix, digits: string): boolean {
  const head = digits.slice(0, from.length);
  return head >= from && head <= to && lengths.includes(digits.length);
}

/**
 * Contexts: how many prefixes there are of a length, steps between them by the step before; how many digits cards have by the
 * number before, next to the prefix before or further on; whether there are others.
 */
const COUNT = 0;
const STEP = 1;
const LARGEST_STEP = 6;
const MORE = 9;
const DIGITS_NEXT = 10;
const DIGITS_FURTHER = 20;

/** Of `facts/card-prefixes.txt`, which names the source, as "19 955880"; those in UnionPay's range are left out. */
function unpacked(): ReadonlySet<string> {
  const known = new Set<string>();
  const source = new Unpacker(packedNumbers.split(" ")[1]!);
  let digits = 0;
  for (let length = SHORTEST_PREFIX; length <= LONGEST_PREFIX; length++) {
    let [prefix, step] = [0, 0];
    for (let count = source.number(COUNT); count > 0; count--) {
      step = source.number(STEP + Math.min(Math.floor(Math.log2(step + 1)), LARGEST_STEP));
      prefix += step;
      do {
        digits = source.number((step === 1 ? DIGITS_NEXT : DIGITS_FURTHER) + digits);
        known.add(`${FEWEST_DIGITS + digits} ${String(prefix).padStart(length, "0")}`);
      } while (source.bit(MORE));
    }
  }
  return known;
}
