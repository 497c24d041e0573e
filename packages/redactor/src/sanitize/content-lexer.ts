import type { Operand } from "./content-operands.js";
import { isDelimiter, isSpace, readHexString, readLiteralString, readName } from "./content-tokens.js";
import { inlineImageEnd } from "./inline-image.js";

/** One operator with what stands before it. */
export interface Operation {
  /** "Tj"; "BI" stands for a whole inline image up to and including EI. */
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** Where each operand begins and ends, then the operator: pairs of offsets into the content. */
  readonly places: readonly number[];
}

/** A content stream that cannot be followed: nothing may be concluded from it. */
export class ContentError extends Error {}

/** Arrays and dictionaries in content nest hardly ever; deeper is an attack on the stack. */
const MAX_NESTING = 64;

/**
 * The operations of a content stream, ISO 32000-2, 7.8.2. Binary-safe; comments are skipped. Several streams of one page
 * must be joined with a line end first, because tokens may not span them but operations may.
 *
 * @throws {ContentError} where a string, array or inline image does not end
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  let operands: Operand[] = [];
  let places: number[] = [];
  let at = 0;
  while (true) {
    at = skipSpace(content, at);
    if (at >= content.length) return;
    const start = at;
    const token = readToken(content, at, 0);
    at = token.end;
    if (token.value === undefined) continue;
    places.push(start, at);
    if (!isOperator(token.value)) {
      operands.push(token.value);
      continue;
    }
    const operator = token.value.word;
    if (operator === "BI") {
      const image = readInlineImage(content, at);
      yield { operator, operands: [{ dict: image.dict }], places: [start, image.end] };
      at = image.end;
    } else {
      yield { operator, operands, places };
    }
    operands = [];
    places = [];
  }
}

function isOperator(value: Operand): value is { readonly word: string } {
  return typeof value === "object" && "word" in value && !CONSTANTS.has(value.word);
}

const CONSTANTS: ReadonlySet<string> = new Set(["true", "false", "null"]);

function readToken(
  content: Uint8Array,
  start: number,
  nesting: number,
): { readonly value: Operand | undefined; readonly end: number } {
  if (nesting > MAX_NESTING) throw new ContentError("nested too deeply");
  const byte = content[start]!;
  if (byte === 0x2f) return readName(content, start);
  if (byte === 0x28) return ended(readLiteralString(content, start));
  if (byte === 0x3c && content[start + 1] === 0x3c) return readDictionary(content, start + 2, nesting);
  if (byte === 0x3c) return ended(readHexString(content, start));
  if (byte === 0x5b) return readArray(content, start + 1, nesting);
  // A closing bracket without its opening one, or a brace: readers pass over it.
  if (isDelimiter(byte)) return { value: undefined, end: start + 1 };
  let end = start + 1;
  while (end < content.length && !isSpace(content[end]!) && !isDelimiter(content[end]!)) end++;
  const number = plainNumber(content, start, end);
  if (number !== undefined) return { value: number, end };
  return {
    value: numberOrWord(Buffer.from(content.buffer, content.byteOffset + start, end - start).toString("latin1")),
    end,
  };
}

function ended<T extends { readonly end: number }>(token: T | undefined): T {
  if (!token) throw new ContentError("a string does not end");
  return token;
}

/** Digits that a double and a product of powers of ten hold exactly, so that a fraction is rounded as `parseFloat` does. */
const MAX_DIGITS = 15;

/** A number as nearly all are written, which are half of what content consists of: "-12.5". */
function plainNumber(content: Uint8Array, start: number, end: number): number | undefined {
  const isNegative = content[start] === 0x2d;
  let [value, digits, divisor] = [0, 0, 0];
  for (let at = isNegative ? start + 1 : start; at < end; at++) {
    const byte = content[at]!;
    if (byte === 0x2e && divisor === 0) divisor = 1;
    else if (byte < 0x30 || byte > 0x39 || ++digits > MAX_DIGITS) return undefined;
    else {
      value = value * 10 + byte - 0x30;
      divisor *= 10;
    }
  }
  if (digits === 0) return undefined;
  const size = divisor > 1 ? value / divisor : value;
  return isNegative ? -size : size;
}

function numberOrWord(word: string): Operand {
  if (!/^[+\-.\d]*\d[+\-.\d]*$|^[+-]?\.$/.test(word)) return { word };
  const value = Number.parseFloat(word.replace(/^[+-]*(?=[+-])/, ""));
  return Number.isFinite(value) ? value : 0;
}

function readArray(content: Uint8Array, start: number, nesting: number) {
  const value: Operand[] = [];
  let at = start;
  while (true) {
    at = skipSpace(content, at);
    if (at >= content.length) throw new ContentError("an array does not end");
    if (content[at] === 0x5d) return { value, end: at + 1 };
    const token = readToken(content, at, nesting + 1);
    if (token.value !== undefined) value.push(token.value);
    at = token.end;
  }
}

function readDictionary(content: Uint8Array, start: number, nesting: number) {
  const items: Operand[] = [];
  let at = start;
  while (true) {
    at = skipSpace(content, at);
    if (at >= content.length) throw new ContentError("a dictionary does not end");
    if (content[at] === 0x3e) return { value: { dict: dictOf(items) }, end: at + (content[at + 1] === 0x3e ? 2 : 1) };
    const token = readToken(content, at, nesting + 1);
    if (token.value !== undefined) items.push(token.value);
    at = token.end;
  }
}

function dictOf(items: readonly Operand[]): ReadonlyMap<string, Operand> {
  const dict = new Map<string, Operand>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index]!;
    if (typeof key === "object" && "name" in key) dict.set(key.name, items[index + 1]!);
  }
  return dict;
}

function readInlineImage(content: Uint8Array, start: number) {
  const items: Operand[] = [];
  let at = start;
  while (true) {
    at = skipSpace(content, at);
    if (at >= content.length) throw new ContentError("an inline image does not end");
    const token = readToken(content, at, 0);
    at = token.end;
    if (token.value === undefined) continue;
    if (isOperator(token.value) && token.value.word === "ID") break;
    items.push(token.value);
  }
  const dict = dictOf(items);
  const end = inlineImageEnd(content, at + 1, dict);
  if (end === undefined) throw new ContentError("an inline image does not end");
  return { dict, end };
}

function skipSpace(content: Uint8Array, start: number): number {
  let at = start;
  while (at < content.length) {
    const byte = content[at]!;
    if (byte === 0x25) while (at < content.length && content[at] !== 10 && content[at] !== 13) at++;
    else if (isSpace(byte)) at++;
    else return at;
  }
  return at;
}
