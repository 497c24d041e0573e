import { type EntityType, writtenDate } from "@tuhei/patterns";

/** 《个人信息保护法》第二十八条、第三十一条: persons below it are minors whose information is sensitive. Years. */
const MINOR_UNDER = 14;
/** A year in a date that is written as the number `YYYYMMDD`. */
const YEAR = 10_000;
/** Where an identity number of 18 digits has its date (GB 11643-1999, 4.3). Those of 15 digits are of the 20th century. */
const [DATE_START, DATE_END, ID_DIGITS] = [6, 14, 18];

/**
 * The date of birth, `YYYYMMDD`, in an identity number or written date, when it is that of a child under 14.
 *
 * @param today `YYYYMMDD`
 */
export function birthDateOfMinor(entityType: EntityType, value: string, today: string): string | undefined {
  if (entityType !== "id-card" && entityType !== "birth-date") return undefined;
  const birth = birthDateOf(entityType, value.normalize("NFKC"));
  // 法释〔2006〕1号 第二条: a year of age is full on the day after the birthday.
  return birth !== undefined && birth <= today && Number(birth) + MINOR_UNDER * YEAR >= Number(today)
    ? birth
    : undefined;
}

function birthDateOf(entityType: "id-card" | "birth-date", value: string): string | undefined {
  if (entityType === "birth-date") return writtenDate(value);
  const number = value.replace(/[\s.-]/g, "");
  return number.length === ID_DIGITS ? writtenDate(number.slice(DATE_START, DATE_END)) : undefined;
}
