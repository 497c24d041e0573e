import { attribute } from "../ocr/paddle/onnx-attribute.js";
import { bytesField, type Field, numberField, writeFields } from "../ocr/paddle/protobuf.js";
import type { Weights } from "./weights.js";

// Field numbers of onnx.proto3 (ONNX 1.17).
const MODEL = { irVersion: 1, graph: 7, opset: 8 } as const;
const OPSET_VERSION = 2;
const GRAPH = { node: 1, name: 2, constant: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, op: 4, attribute: 5 } as const;
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const;
const VALUE = { name: 1, type: 2 } as const;
/** TensorProto.DataType */
const DATA = { float: 1, int64: 7 } as const;
/** ONNX IR version 8 and operator set 13: understood by every onnxruntime since 1.10. */
const [IR_VERSION, OPSET] = [8, 13];

/** What an operation may be told besides its inputs. */
export type Attributes = Readonly<Record<string, number | string | readonly number[]>>;

/** Builds a network as an ONNX model, operation by operation. Values have names. */
export interface OnnxWriter {
  /** A constant of floats; returns its name. */
  floats(weights: Weights): string;
  /** A constant of whole numbers. */
  integers(values: readonly number[]): string;
  /** An operation; returns the name of what it gives. */
  add(op: string, inputs: readonly string[], attributes?: Attributes): string;
  /** The model with one input of a shape and one output, both of floats. */
  model(input: string, dims: readonly number[], output: string): Uint8Array;
}

/** An empty network. */
export function createOnnxWriter(): OnnxWriter {
  const [constants, nodes]: [Field[], Field[]] = [[], []];
  let values = 0;

  function constant(type: number, dims: readonly number[], raw: Uint8Array): string {
    const name = `v${values++}`;
    const fields = [
      ...dims.map((side) => numberField(TENSOR.dims, side)),
      numberField(TENSOR.type, type),
      bytesField(TENSOR.name, name),
      bytesField(TENSOR.raw, raw),
    ];
    constants.push(bytesField(GRAPH.constant, writeFields(fields)));
    return name;
  }

  return {
    floats: ({ floats, dims }) =>
      constant(DATA.float, dims, new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength)),
    integers: (numbers) =>
      constant(DATA.int64, [numbers.length], new Uint8Array(BigInt64Array.from(numbers.map(BigInt)).buffer)),
    add(op, inputs, attributes = {}) {
      const name = `v${values++}`;
      const fields = [
        ...inputs.map((input) => bytesField(NODE.input, input)),
        bytesField(NODE.output, name),
        bytesField(NODE.op, op),
        ...Object.entries(attributes).map(([key, value]) => bytesField(NODE.attribute, attribute(key, value))),
      ];
      nodes.push(bytesField(GRAPH.node, writeFields(fields)));
      return name;
    },
    model(input, dims, output) {
      const graph = writeFields([
        ...nodes,
        bytesField(GRAPH.name, "graph"),
        ...constants,
        bytesField(GRAPH.input, valueInfo(input, dims)),
        bytesField(GRAPH.output, valueInfo(output)),
      ]);
      return writeFields([
        numberField(MODEL.irVersion, IR_VERSION),
        bytesField(MODEL.opset, writeFields([numberField(OPSET_VERSION, OPSET)])),
        bytesField(MODEL.graph, graph),
      ]);
    },
  };
}

/** ValueInfoProto → TypeProto → Tensor (1) → elem_type (1), shape (2) → dim (1) → dim_value (1). */
function valueInfo(name: string, dims?: readonly number[]): Uint8Array {
  const shape = dims?.map((side) => bytesField(1, writeFields([numberField(1, side)])));
  const tensor = writeFields([numberField(1, DATA.float), ...(shape ? [bytesField(2, writeFields(shape))] : [])]);
  return writeFields([bytesField(VALUE.name, name), bytesField(VALUE.type, writeFields([bytesField(1, tensor)]))]);
}
