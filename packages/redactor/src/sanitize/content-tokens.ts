import type { Name } from "./content-operands.js";

/** White space, ISO 32000-2, table 1. */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
}

/** Delimiters, ISO 32000-2, table 2: ( ) < > [ ] { } / %. */
export function isDelimiter(byte: number): boolean {
  return DELIMITERS[byte] === 1;
}

const DELIMITERS = new Uint8Array(256);
for (const byte of Buffer.from("()<>[]{}/%")) DELIMITERS[byte] = 1;

/** A name from its slash on; #xx is decoded (7.3.5). */
export function readName(content: Uint8Array, start: number): { readonly value: Name; readonly end: number } {
  let end = start + 1;
  while (end < content.length && !isSpace(content[end]!) && !isDelimiter(content[end]!)) end++;
  const raw = Buffer.from(content.buffer, content.byteOffset + start + 1, end - start - 1).toString("latin1");
  if (!raw.includes("#")) return { value: { name: raw }, end };
  return {
    value: { name: raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) },
    end,
  };
}

interface StringToken {
  readonly value: Uint8Array;
  readonly end: number;
}

/** A string from its parenthesis on, escapes decoded (7.3.4.2); undefined when it does not end. */
export function readLiteralString(content: Uint8Array, start: number): StringToken | undefined {
  const bytes: number[] = [];
  let open = 1;
  for (let at = start + 1; at < content.length; at++) {
    const byte = content[at]!;
    if (byte === 0x5c) {
      at = readEscape(content, at + 1, bytes);
      continue;
    }
    if (byte === 0x28) open++;
    if (byte === 0x29 && --open === 0) return { value: Uint8Array.from(bytes), end: at + 1 };
    // 7.3.4.2: a line end inside a string is one line feed.
    if (byte === 13) {
      bytes.push(10);
      if (content[at + 1] === 10) at++;
    } else bytes.push(byte);
  }
  return undefined;
}

/** Adds what the escape stands for; returns the place of its last byte. */
function readEscape(content: Uint8Array, at: number, bytes: number[]): number {
  const byte = content[at];
  if (byte === undefined) return at;
  if (byte >= 0x30 && byte <= 0x37) {
    let value = 0;
    let end = at;
    while (end < at + 3 && content[end]! >= 0x30 && content[end]! <= 0x37) value = value * 8 + content[end++]! - 0x30;
    bytes.push(value & 0xff);
    return end - 1;
  }
  if (byte === 13) return content[at + 1] === 10 ? at + 1 : at;
  if (byte === 10) return at;
  bytes.push(ESCAPES.get(byte) ?? byte);
  return at;
}

/** \n \r \t \b \f; any other character stands for itself. */
const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

/** A string from its angle bracket on (7.3.4.3); undefined when it does not end. */
export function readHexString(content: Uint8Array, start: number): StringToken | undefined {
  const end = content.indexOf(0x3e, start);
  if (end < 0) return undefined;
  const digits = Buffer.from(content.buffer, content.byteOffset + start + 1, end - start - 1)
    .toString("latin1")
    .replace(/[^0-9a-f]/gi, "");
  return { value: Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex"), end: end + 1 };
}
