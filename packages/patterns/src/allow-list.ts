import type { EntityType } from "./detector.js";
import { fold } from "./normalize.js";
import { shapeOf } from "./pattern-shape.js";
import { hmacSha256 } from "./sha256.js";

/** Says of a value whether the user wants it left alone. */
export type Allow = (value: string, entityType: EntityType) => boolean;

/** Values that are nobody's secret, such as the shop's own telephone number. Plain data: fit for a configuration file. */
export interface AllowListConfig {
  /** What {@link hashOf} was given: the owner's secret, without which short values could be guessed from their hashes. */
  readonly key?: string;
  /** {@link hashOf} of each value, so that the list itself gives nothing away. */
  readonly hashes?: readonly string[];
  /** Each must match the whole value, in the form of {@link canonicalValue}. Strings are read as patterns, under the limits of {@link shapeOf}. */
  readonly patterns?: readonly (string | RegExp)[];
  /** Only values of these types; all without it. */
  readonly only?: readonly EntityType[];
}

/** 256 bits in hexadecimal digits. */
const HASH = /^[0-9a-f]{64}$/;

/**
 * A predicate for `detect`'s option `allow`.
 *
 * @throws {TypeError} where a hash is none, the key is missing or a pattern cannot be read; it does not repeat them
 */
export function createAllowList({ key, hashes = [], patterns = [], only }: AllowListConfig): Allow {
  if (hashes.length > 0 && !key) throw new TypeError("allow-list: hashes need the key they were made with");
  const wrong = hashes.findIndex((hash) => !HASH.test(hash));
  if (wrong >= 0) throw new TypeError(`allow-list: hashes[${wrong}] is not 64 lower-case hexadecimal digits`);
  const known = new Set(hashes);
  const wholes = patterns.map(wholePattern);
  const types = only && new Set(only);
  return (value, entityType) => {
    if (types && !types.has(entityType)) return false;
    const canonical = canonicalValue(value);
    return wholes.some((pattern) => pattern.test(canonical)) || (key ? known.has(hashOf(value, key)) : false);
  };
}

/**
 * What stands for a value in {@link AllowListConfig}'s `hashes`: HMAC-SHA-256 of its canonical form in UTF-8, as 64
 * hexadecimal digits. The same for every way of writing the value.
 *
 * @param key the list's secret, not empty
 * @throws {TypeError} without a key
 */
export function hashOf(value: string, key: string): string {
  if (key === "") throw new TypeError("allow-list: the key is empty");
  const encoder = new TextEncoder();
  const hash = hmacSha256(encoder.encode(key), encoder.encode(canonicalValue(value)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A value without the freedom of writing: ASCII for full-width, no spaces, hyphens or invisible characters, capitals. */
export function canonicalValue(value: string): string {
  return fold(value).text.replace(/[\s-]/g, "").toUpperCase();
}

function wholePattern(pattern: string | RegExp, index: number): RegExp {
  if (pattern instanceof RegExp) return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gym]/g, ""));
  shapeOf(pattern, `allow-list: patterns[${index}]`);
  return new RegExp(`^(?:${pattern})$`, "u");
}

/** Of the WHATWG Encoding standard: every browser, worker and server has it, but not every platform's types. */
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };
