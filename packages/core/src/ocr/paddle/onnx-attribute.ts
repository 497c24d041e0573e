import {
  bytesField,
  type Field,
  floatField,
  numberField,
  numberOf,
  numbersOf,
  readFields,
  writeFields,
} from "./protobuf.js";

// Field numbers of onnx.proto3 (ONNX 1.17).
const ATTRIBUTE = { name: 1, float: 2, int: 3, text: 4, tensor: 5, ints: 8, type: 20 } as const;
/** AttributeProto.AttributeType */
const TYPE = { float: 1, int: 2, text: 3, tensor: 4, ints: 7 } as const;
const TENSOR = { dims: 1, type: 2, raw: 9 } as const;
/** TensorProto.DataType.FLOAT */
const FLOAT = 1;
const VARINT = 0;

/** An attribute of an operation: a whole number, a text, or several whole numbers. */
export function attribute(name: string, value: number | string | readonly number[]): Uint8Array {
  if (typeof value === "number") return written(name, TYPE.int, [numberField(ATTRIBUTE.int, value)]);
  if (typeof value === "string") return written(name, TYPE.text, [bytesField(ATTRIBUTE.text, value)]);
  return written(
    name,
    TYPE.ints,
    value.map((it) => numberField(ATTRIBUTE.ints, it)),
  );
}

/** An attribute that is a float. */
export function floatAttribute(name: string, value: number): Uint8Array {
  return written(name, TYPE.float, [floatField(ATTRIBUTE.float, value)]);
}

/** The attribute by which an operation "Constant" says what it gives: floats, row-major in the shape of `dims`. */
export function constantAttribute(floats: Float32Array, dims: readonly number[]): Uint8Array {
  const tensor = writeFields([
    ...dims.map((side) => numberField(TENSOR.dims, side)),
    numberField(TENSOR.type, FLOAT),
    bytesField(TENSOR.raw, new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength)),
  ]);
  return written("value", TYPE.tensor, [bytesField(ATTRIBUTE.tensor, tensor)]);
}

/** The whole numbers of an attribute of that name; undefined for any other. */
export function intsIn(bytes: Uint8Array, name: string): readonly number[] | undefined {
  const ints = fieldsIn(bytes, name)?.filter(({ number }) => number === ATTRIBUTE.ints);
  // One by one, or packed into one field.
  return ints?.flatMap((field) => (field.wire === VARINT ? [numberOf(field.bytes)] : numbersOf(field.bytes)));
}

/** The text of an attribute of that name; undefined for any other. */
export function textIn(bytes: Uint8Array, name: string): string | undefined {
  const text = fieldsIn(bytes, name)?.find(({ number }) => number === ATTRIBUTE.text);
  return text && new TextDecoder().decode(text.bytes);
}

function fieldsIn(bytes: Uint8Array, name: string): readonly Field[] | undefined {
  const fields = readFields(bytes);
  const own = fields.find(({ number }) => number === ATTRIBUTE.name);
  return own && new TextDecoder().decode(own.bytes) === name ? fields : undefined;
}

function written(name: string, type: number, value: readonly Field[]): Uint8Array {
  return writeFields([bytesField(ATTRIBUTE.name, name), ...value, numberField(ATTRIBUTE.type, type)]);
}
