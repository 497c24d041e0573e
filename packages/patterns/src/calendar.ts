/** Whether `YYYYMMDD` is a day of the Gregorian calendar, from 1850 (the oldest person a register can hold) to 2099. */
export function isCalendarDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (digits.length !== 8 || year < 1850 || year > 2099 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysOfMonth(year, month);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : DAYS[month - 1]!;
}
