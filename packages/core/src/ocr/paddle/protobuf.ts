/** One field of a protocol buffer message. What is not asked about is written back as it was read. */
export interface Field {
  readonly number: number;
  /** 0 varint, 1 eight bytes, 2 bytes with a length, 5 four bytes (protobuf.dev, "Encoding"). */
  readonly wire: number;
  /** The value alone, without tag and length. */
  readonly bytes: Uint8Array;
}

const VARINT = 0;
const BYTES = 2;
const FOUR_BYTES = 5;
/** Bytes of a value by wire type, where it is fixed. */
const FIXED: Readonly<Record<number, number>> = { 1: 8, [FOUR_BYTES]: 4 };

/** The fields of a message in their order. @throws {RangeError} when the bytes are not a message */
export function readFields(bytes: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  let at = 0;
  const next = (): number => {
    const end = endOfVarint(bytes, at);
    const value = numberOf(bytes.subarray(at, end));
    at = end;
    return value;
  };
  while (at < bytes.length) {
    const tag = next();
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    const length = wire === BYTES ? next() : wire === VARINT ? endOfVarint(bytes, at) - at : FIXED[wire];
    if (length === undefined || at + length > bytes.length) throw new RangeError("Not a protocol buffer message");
    fields.push({ number, wire, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

/** The message of these fields. */
export function writeFields(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(({ number, wire, bytes }) => [
    varint(number * 8 + wire),
    ...(wire === BYTES ? [varint(bytes.length)] : []),
    bytes,
  ]);
  const message = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    message.set(part, at);
    at += part.length;
  }
  return message;
}

/** A field of text, bytes or a message. */
export function bytesField(number: number, value: string | Uint8Array): Field {
  return { number, wire: BYTES, bytes: typeof value === "string" ? new TextEncoder().encode(value) : value };
}

/** A field of a 32-bit float. */
export function floatField(number: number, value: number): Field {
  return { number, wire: FOUR_BYTES, bytes: new Uint8Array(Float32Array.of(value).buffer) };
}

/** A field of a small whole number. */
export function numberField(number: number, value: number): Field {
  return { number, wire: VARINT, bytes: varint(value) };
}

/** The value of a varint as a number; exact up to 2^53. */
export function numberOf(bytes: Uint8Array): number {
  return bytes.reduceRight((sum, byte) => sum * 128 + (byte & 127), 0);
}

/** The values of varints that follow one another. */
export function numbersOf(bytes: Uint8Array): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = endOfVarint(bytes, at);
    numbers.push(numberOf(bytes.subarray(at, end)));
    at = end;
  }
  return numbers;
}

function endOfVarint(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at]! > 127) at++;
  return at + 1;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}
