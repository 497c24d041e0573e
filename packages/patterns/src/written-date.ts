import { isCalendarDate } from "./calendar.js";

/** Chinese numerals of years written digit by digit. */
const NUMERALS = "〇一二三四五六七八九";
/** English months by their first three letters. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Nobody who is alive was born before. */
const FIRST_YEAR = 1900;
/** A month without a day is taken for its first. */
const FIRST_DAY = 1;

/**
 * The calendar date, `YYYYMMDD`, of a written one since 1900: 1990-01-31, 1990年1月31日, 1990年1月, 19900131, 31/01/1990,
 * 一九九〇年一月三十一日, January 31, 1990 (GB/T 7408.1-2023, GB/T 15835-2011, 5.1.3). A month without a day gives its first.
 */
export function writtenDate(text: string): string | undefined {
  return datesOf(text.trim())
    .filter(([year]) => year >= FIRST_YEAR)
    .map(([year, month, day]) => `${year}${padded(month)}${padded(day)}`)
    .find(isCalendarDate);
}

/** Whether {@link writtenDate} makes out a date. */
export function isWrittenDate(text: string): boolean {
  return writtenDate(text) !== undefined;
}

type YearMonthDay = readonly [year: number, month: number, day: number];

function datesOf(text: string): readonly YearMonthDay[] {
  if (/^\d{8}$/.test(text)) return [split(text, 6)];
  if (/^\d{6,7}$/.test(text)) return [5, 6].map((end) => split(text, end));
  if (/[A-Za-z]/.test(text)) return englishDate(text);
  if (/[一二三四五六七八九〇○零]/.test(text)) return chineseDate(text);
  const [first = 0, second = 0, third = FIRST_DAY] = (text.match(/\d+/g) ?? []).map(Number);
  return [/^\d{4}/.test(text) ? [first, second, third] : [third, second, first]];
}

/** Digits alone, the month ending at `end`: separators may have been taken out between 1990-1-31. */
function split(digits: string, end: number): YearMonthDay {
  return [Number(digits.slice(0, 4)), Number(digits.slice(4, end)), Number(digits.slice(end))];
}

function englishDate(text: string): readonly YearMonthDay[] {
  const month = MONTHS.indexOf(/[A-Za-z]{3}/.exec(text)?.[0].toLowerCase() ?? "") + 1;
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const year = numbers.find((number) => number >= FIRST_YEAR);
  const day = numbers.find((number) => number < FIRST_YEAR);
  return month > 0 && year !== undefined && day !== undefined ? [[year, month, day]] : [];
}

function chineseDate(text: string): readonly YearMonthDay[] {
  const [, years, months, days = "一"] = /^(.{4})年(.{1,2})月(?:(.{1,3})[日号])?$/u.exec(text.replace(/\s/g, "")) ?? [];
  if (years === undefined || months === undefined) return [];
  const year = Number(Array.from(years.replace(/[零○]/g, "〇"), (one) => NUMERALS.indexOf(one)).join(""));
  return [[year, smallNumber(months), smallNumber(days)]];
}

/** 一 to 九十九: 十 stands between tens and ones, 廿 for twenty. */
function smallNumber(numeral: string): number {
  const [tens, ones] = numeral.replace("廿", "二十").split("十");
  if (ones === undefined) return NUMERALS.indexOf(numeral);
  return (tens === "" ? 1 : NUMERALS.indexOf(tens!)) * 10 + (ones === "" ? 0 : NUMERALS.indexOf(ones));
}

function padded(number: number): string {
  return String(number).padStart(2, "0");
}
