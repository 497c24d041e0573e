import type { Chance } from "./chance.ts";

/** How a number is set on the page. */
export type Writing = (value: string, c: Chance) => string;

const ZERO_WIDTH = ["\u200b", "\u200c", "\u2060", "\ufeff"];

/** Mostly as it is; else grouped, full-width, broken by a character that cannot be seen, or with a country code. */
export function writtenPhone(value: string, c: Chance): string {
  const groups = [value.slice(0, 3), value.slice(3, 7), value.slice(7)];
  return c.pick<() => string>([
    () => value,
    () => value,
    () => value,
    () => value,
    () => groups.join(" "),
    () => groups.join("-"),
    () => `+86 ${value}`,
    () => `+86${value}`,
    () => `86-${value}`,
    () => `0086${value}`,
    () => `(+86)${groups.join(" ")}`,
    () => `+86 ${groups.join("-")}`,
    () => fullWidth(value),
    () => withInvisible(value, c),
    () => groups.join("\u00a0"),
  ])();
}

/** Chinese numerals, as people write to get past a filter. */
export function spelledPhone(value: string): string {
  return [...value].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("");
}

/** An identity number: plain, in its three parts, full-width, with a small x. */
export function writtenId(value: string, c: Chance): string {
  return c.pick<() => string>([
    () => value,
    () => value,
    () => value,
    () => value,
    () => `${value.slice(0, 6)} ${value.slice(6, 14)} ${value.slice(14)}`,
    () => `${value.slice(0, 6)}-${value.slice(6, 14)}-${value.slice(14)}`,
    () => fullWidth(value),
    () => value.toLowerCase(),
    () => withInvisible(value, c),
  ])();
}

/** A card number: plain, in fours, full-width. */
export function writtenCard(value: string, c: Chance): string {
  return c.pick<() => string>([
    () => value,
    () => value,
    () => inFours(value, " "),
    () => inFours(value, " "),
    () => inFours(value, "-"),
    () => fullWidth(value),
    () => withInvisible(value, c),
  ])();
}

/** A code of letters and digits: as it is, seldom full-width. */
export function writtenCode(value: string, c: Chance): string {
  return c.oneIn(20) ? fullWidth(value) : value;
}

/** ASCII as it stands in East Asian type: U+FF01 to U+FF5E. */
export function fullWidth(value: string): string {
  return value.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** One line break where a narrow page would have broken it. */
export function wrapped(value: string, c: Chance): string {
  const at = c.from(4, value.length - 4);
  return `${value.slice(0, at)}\n${value.slice(at)}`;
}

function withInvisible(value: string, c: Chance): string {
  const at = c.from(1, value.length - 1);
  return value.slice(0, at) + c.pick(ZERO_WIDTH) + value.slice(at);
}

function inFours(value: string, between: string): string {
  return value.match(/.{1,4}/g)!.join(between);
}
