import { withIdCheck } from "../../people.ts";
import type { Chance } from "../chance.ts";
import { hongKongCheck, taiwanCheck, zoneCheck } from "./check-digits.ts";
import { type Place, places } from "./places.ts";

/** Letters of codes that leave out I and O. */
const CLEAR_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/** YYYYMMDD of somebody between three and eighty-five years old. */
export function birthOf(c: Chance): string {
  return `${c.from(1941, 2022)}${two(c.from(1, 12))}${two(c.from(1, 28))}`;
}

/** A date of birth as forms write it. */
export function writtenBirthOf(c: Chance, birth: string): string {
  const [year, month, day] = [birth.slice(0, 4), birth.slice(4, 6), birth.slice(6)];
  return c.pick([
    `${year}-${month}-${day}`,
    `${year}-${month}-${day}`,
    `${year}/${Number(month)}/${Number(day)}`,
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}年${month}月${day}日`,
    `${year}.${month}.${day}`,
    birth,
  ]);
}

/** GB 11643-1999. */
export function idCardOf(c: Chance, birth = birthOf(c), { code }: Place = c.pick(places)): string {
  return withIdCheck(code + birth + String(c.from(1, 995)).padStart(3, "0"));
}

/** The form before 1999: two digits of the year, no check digit. */
export function oldIdCardOf(c: Chance): string {
  return `${c.pick(places).code}${c.from(40, 85)}${two(c.from(1, 12))}${two(c.from(1, 28))}${c.digits(3)}`;
}

/** Residence permits for Hong Kong, Macau and Taiwan people: regions 81, 82 and 83. */
export function compatriotPermitOf(c: Chance): string {
  return withIdCheck(`${c.pick(["810000", "820000", "830000"])}${birthOf(c)}${c.digits(3)}`);
}

/** Foreigners' permanent residence, editions of 2004 and 2023. */
export function foreignerPermitOf(c: Chance): string {
  const birth = birthOf(c);
  if (c.oneIn(2))
    return withIdCheck(
      `9${c.pick(["11", "31", "44", "33"])}${c.pick(["840", "392", "826", "276"])}${birth}${c.digits(3)}`,
    );
  const body =
    c.pick(["USA", "JPN", "GBR", "KOR", "CAN"]) + c.pick(places).code.slice(0, 4) + birth.slice(2) + c.digits(1);
  return body + zoneCheck(body);
}

/** Identity cards of Hong Kong, Macau and Taiwan. */
export function regionalIdOf(c: Chance): string {
  const digits = c.digits(6);
  const letter = c.pick([..."ABCDGHKMPRSVYZ"]);
  if (c.oneIn(2)) return `${letter}${digits}(${hongKongCheck(letter, digits)})`;
  if (c.oneIn(4)) return `${c.pick(["1", "5", "7"])}${digits}(${c.digits(1)})`;
  const serial = c.pick(["1", "2"]) + c.digits(7);
  const home = c.pick([..."ABCDEFGHJKMNPQTUV"]);
  return home + serial + taiwanCheck(home, serial);
}

/** A mainland passport: since 2017 with a second letter. */
export function passportOf(c: Chance): string {
  return c.pick([
    `E${c.digits(8)}`,
    `E${c.pick([...CLEAR_LETTERS])}${c.digits(7)}`,
    `G${c.digits(8)}`,
    `PE${c.digits(7)}`,
  ]);
}

/** ICAO Doc 9303-4: the two lines of a passport's machine-readable zone. */
export function passportZoneOf(c: Chance, pinyin: string): string {
  const number = passportOf(c).padEnd(9, "<").slice(0, 9);
  const [birth, expiry] = [birthOf(c).slice(2), `3${c.digits(1)}0${c.from(1, 9)}1${c.digits(1)}`];
  const optional = "<".repeat(14);
  const first = `POCHN${pinyin.replace("/", "<<")}`.padEnd(44, "<");
  const fields = [number, birth, expiry, optional].map((field) => field + zoneCheck(field)) as [
    string,
    string,
    string,
    string,
  ];
  const checked = fields[0] + fields[1] + fields[2] + fields[3];
  const second = `${fields[0]}CHN${fields[1]}${c.pick(["M", "F"])}${fields[2]}${fields[3]}${zoneCheck(checked)}`;
  return `${first}\n${second}`;
}

/** To Hong Kong and Macau; one in three is the permit of people from there to the mainland. */
export function hkMacauPermitOf(c: Chance): string {
  if (c.oneIn(3)) return c.pick(["H", "M"]) + c.digits(c.pick([8, 10]));
  return c.pick([`C${c.digits(8)}`, `C${c.pick([...CLEAR_LETTERS])}${c.digits(7)}`, `W${c.digits(8)}`]);
}

/** To Taiwan; one in three is the permit of Taiwan people to the mainland. */
export function taiwanPermitOf(c: Chance): string {
  return c.oneIn(3) ? c.digits(8) : c.pick(["T", "L"]) + c.digits(8);
}

/** Officers', soldiers', police and civilian cards of the forces. */
export function militaryIdOf(c: Chance): string {
  return `${c.pick(["军", "士", "武", "文"])}字第${c.digits(c.pick([6, 7, 8]))}号`;
}

/** 学历: school, kind, year, level and serial; 学位: school, level, year and serial. */
export function diplomaOf(c: Chance): string {
  const school = c.pick(["10001", "10284", "10335", "10698", "11845", "10530"]);
  const year = c.from(2001, 2025);
  return c.oneIn(3)
    ? `${school}${c.pick(["2", "3", "4"])}${year}${c.digits(6)}`
    : `${school}1${year}0${c.pick(["5", "6"])}${c.digits(6)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
