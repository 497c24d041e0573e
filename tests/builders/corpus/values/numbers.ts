import type { Chance } from "../chance.ts";
import { organisationCheck, postalCheck, withCreditCheck, withLuhn, withVinCheck } from "./check-digits.ts";
import { type Place, places } from "./places.ts";

const MOBILE =
  "130 131 132 133 134 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 193 195 196 197 198 199";
const CLEAR_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const HEX = "0123456789abcdef";

/** Eleven digits. */
export function phoneOf(c: Chance): string {
  return c.pick(MOBILE.split(" ")) + c.digits(8);
}

/** A fixed line as people write it, some with an extension. */
export function landlineOf(c: Chance, { area }: Place = c.pick(places)): string {
  const line = `${c.from(2, 8)}${c.digits(area.length === 3 || c.oneIn(3) ? 7 : 6)}`;
  return c.pick([
    `${area}-${line}`,
    `${area}-${line}`,
    `(${area})${line}`,
    `（${area}）${line}`,
    `${area} ${line}`,
    `${area}-${line}-${c.digits(3)}`,
    `${area}-${line}转${c.digits(4)}`,
    `+86-${area.slice(1)}-${line}`,
  ]);
}

/** UnionPay debit cards of nineteen digits, and cards of sixteen. */
export function bankCardOf(c: Chance): string {
  const debit = ["621700", "622848", "621226", "621661", "622588", "622262", "621799", "622202", "621483", "622700"];
  const credit = ["622575", "625362", "621286", "628288", "622155", "436742", "518710", "458123"];
  return c.oneIn(4) ? withLuhn(c.pick(credit) + c.digits(9)) : withLuhn(c.pick(debit) + c.digits(12));
}

/** MM/YY. */
export function cardExpiryOf(c: Chance): string {
  const month = String(c.from(1, 12)).padStart(2, "0");
  const year = c.from(26, 34);
  return c.pick([`${month}/${year}`, `${month}/${year}`, `${month}/20${year}`, `${month}${year}`]);
}

/** A company's social credit code, GB 32100-2015. */
export function creditCodeOf(c: Chance): string {
  const body = c.letters("0123456789ABCDEFGHJKLMNPQRTUWXY", 8);
  const kind = c.pick(["91", "91", "92", "52", "12"]);
  return withCreditCheck(kind + c.pick(places).code + body + organisationCheck(body));
}

/** The twenty digits of a fully digital invoice, or the eight of a paper one. */
export function invoiceOf(c: Chance): string {
  return c.oneIn(2) ? `${c.from(23, 26)}${c.pick(["11", "31", "33", "44"])}${c.digits(16)}` : `0${c.digits(7)}`;
}

/** GA 36: cars, new energy, police, learners', trailers, Hong Kong's; embassies. */
export function plateOf(c: Chance, { plate }: Place = c.pick(places)): string {
  const dot = c.pick(["", "", "·", " ", "-"]);
  const five = c.oneIn(2) ? c.digits(5) : c.pick([...CLEAR_LETTERS]) + c.digits(4);
  return c.pick([
    plate + dot + five,
    plate + dot + five,
    plate + dot + c.digits(3) + c.letters(CLEAR_LETTERS, 2),
    `${plate}${dot}${c.pick(["D", "F", "A"])}${c.letters("0123456789", 1)}${c.digits(4)}`,
    `${plate}${dot}${c.digits(5)}${c.pick(["D", "F"])}`,
    `${plate}${dot}${c.digits(4)}${c.pick(["学", "警", "挂"])}`,
    `粤Z${dot}${c.digits(4)}${c.pick(["港", "澳"])}`,
    `使${c.digits(6)}`,
  ]);
}

/** GB 16735-2019. */
export function vinOf(c: Chance): string {
  const maker = c.pick(["LSV", "LFV", "LGX", "LVS", "LBE", "LRW", "LSJ", "LHG", "LFM", "LDC"]);
  return withVinCheck(
    `${maker}${c.letters("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 5)}0${c.pick([..."KLMNPRST"])}${c.pick([...CLEAR_LETTERS.replace("Q", "")])}${c.digits(6)}`,
  );
}

/** Parcels of eight carriers. */
export function trackingOf(c: Chance): string {
  const serial = c.digits(8);
  return c.pick([
    `SF${c.from(1, 9)}${c.digits(12)}`,
    `SF${c.from(1, 9)}${c.digits(12)}`,
    `YT${c.from(1, 8)}${c.digits(12)}`,
    `JT${c.from(5, 8)}${c.digits(12)}`,
    `JD${c.pick(["V", "X", "A"])}${c.digits(1)}${c.digits(11)}`,
    `DPK${c.digits(12)}`,
    `7${c.pick(["3", "5", "6", "8"])}${c.digits(12)}`,
    `77${c.digits(13)}`,
    `4${c.digits(14)}`,
    `${c.pick(["EA", "EB", "RA", "CP"])}${serial}${postalCheck(serial)}CN`,
  ]);
}

/** Rail orders and e-tickets, or an air ticket. */
export function ticketOf(c: Chance): string {
  return c.pick([
    `E${c.digits(9)}`,
    `${c.digits(14)}${c.pick([..."ABCDE"])}${c.digits(6)}`,
    `${c.pick(["781", "999", "784", "880", "876"])}-${c.digits(10)}`,
    `${c.pick(["781", "999", "784", "880", "876"])}${c.digits(10)}`,
  ]);
}

/** IATA Resolution 792: the sixty mandatory characters of a boarding pass. */
export function boardingPassOf(c: Chance, pinyin: string): string {
  const [from, to] = [c.pick(["PEK", "SHA", "CAN", "CTU"]), c.pick(["SZX", "HGH", "XIY", "KMG"])];
  const booking = c.letters(CLEAR_LETTERS, 6);
  const flight = `${c.from(1000, 9899)}`.padEnd(5);
  return `M1${pinyin.padEnd(20)}E${booking} ${from}${to}${c.pick(["MU", "CA", "CZ", "HU"])} ${flight}${c.from(100, 365)}Y0${c.from(11, 68)}${c.pick([..."ACDF"])}0${c.from(100, 199)} 100`;
}

/** Public IPv4, one in five IPv6. */
export function ipOf(c: Chance): string {
  const groups = () => c.letters(HEX, 4).replace(/^0+(?=.)/, "");
  if (c.oneIn(5)) return `${c.pick(["240e", "2408", "2409"])}:${c.times(7, groups).join(":")}`;
  return `${c.pick([36, 42, 58, 61, 101, 111, 113, 117, 119, 120, 180, 183, 202, 218, 222])}.${c.from(1, 254)}.${c.from(1, 254)}.${c.from(1, 254)}`;
}

/** Six bytes with one separator. */
export function macOf(c: Chance): string {
  const bytes = ["3c", ...c.times(5, () => c.letters(HEX, 2))];
  const between = c.pick([":", ":", "-"]);
  return c.oneIn(2) ? bytes.join(between) : bytes.join(between).toUpperCase();
}

/** 3GPP TS 23.003, 6.2. */
export function imeiOf(c: Chance): string {
  return withLuhn(`86${c.digits(12)}`);
}

/** A point inside China, latitude first. */
export function pointOf(c: Chance): readonly [latitude: string, longitude: string] {
  const decimals = c.pick([5, 6, 6, 7]);
  return [
    `${c.from(23, 40)}.${c.digits(decimals - 1)}${c.from(1, 9)}`,
    `${c.from(103, 121)}.${c.digits(decimals - 1)}${c.from(1, 9)}`,
  ];
}

/** A social security card (letter and eight digits) or a personal number; 28 digits of the electronic voucher. */
export function medicalNumberOf(c: Chance): string {
  return c.pick([`${c.pick([..."ABCDEFGH"])}${c.digits(8)}`, c.digits(10), c.digits(12), c.digits(28)]);
}

/** Of a provident fund: customary, nine to twelve digits. */
export function housingFundOf(c: Chance): string {
  return `${c.from(1, 9)}${c.digits(c.pick([8, 9, 11]))}`;
}
