import { constantAttribute, intsIn, textIn } from "./onnx-attribute.js";
import { bytesField, type Field, numberOf, readFields, writeFields } from "./protobuf.js";

/** One operation of an ONNX graph. Constants are operations too. */
export interface GraphNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The remaining fields of the node: its name and attributes. */
  readonly rest: readonly Field[];
}

/** What comes in the place of an operation: nothing, one or several. */
export type Changes = ReadonlyMap<GraphNode, GraphNode | readonly GraphNode[] | undefined>;

/** The operations of a graph, to be asked about. */
export interface GraphIndex {
  readonly nodes: readonly GraphNode[];
  /** The operation that gives a value; undefined for the input of the graph. */
  giverOf(value: string): GraphNode | undefined;
  /** The operations that take a value. */
  usersOf(value: string): readonly GraphNode[];
  /** The constant of that name; undefined when there is none of 32-bit floats. */
  floatsOf(value: string): Float32Array | undefined;
  /** The same graph with some operations put in the place of others, or left out. */
  replaced(changes: Changes): readonly GraphNode[];
  /** The change that gives a constant other values. */
  withFloats(value: string, floats: Float32Array): readonly [GraphNode, GraphNode];
}

// Field numbers of onnx.proto3 (ONNX 1.17).
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const NODE = { input: 1, output: 2, op: 4, attribute: 5 } as const;
const ATTRIBUTE_TENSOR = 5;
const TENSOR = { type: 2, raw: 9 } as const;
/** TensorProto.DataType.FLOAT */
const FLOAT = 1;

/** A model with its operations passed through `change`; everything else stays as it is. */
export function withChangedGraph(
  model: Uint8Array,
  change: (nodes: readonly GraphNode[]) => readonly GraphNode[],
): Uint8Array {
  return mapField(readFields(model), MODEL_GRAPH, (bytes) => {
    const fields = readFields(bytes);
    const nodes = fields.filter(({ number }) => number === GRAPH_NODE).map((field) => readNode(field.bytes));
    const others = fields.filter(({ number }) => number !== GRAPH_NODE);
    return writeFields([...others, ...change(nodes).map((node) => bytesField(GRAPH_NODE, writeNode(node)))]);
  });
}

/** Makes operations fit to be asked about. */
export function indexOf(nodes: readonly GraphNode[]): GraphIndex {
  const users = new Map<string, GraphNode[]>();
  const constants = new Map<string, GraphNode>();
  const givers = new Map<string, GraphNode>();
  for (const node of nodes) {
    for (const output of node.outputs) givers.set(output, node);
    if (node.op === "Constant") constants.set(node.outputs[0]!, node);
    for (const input of node.inputs) users.set(input, [...(users.get(input) ?? []), node]);
  }
  return {
    nodes,
    giverOf: (value) => givers.get(value),
    usersOf: (value) => users.get(value) ?? [],
    floatsOf: (value) => {
      const node = constants.get(value);
      return node === undefined ? undefined : floatsIn(node);
    },
    replaced: (changes) => nodes.flatMap((node) => (changes.has(node) ? (changes.get(node) ?? []) : [node])),
    withFloats: (value, floats) => {
      const node = constants.get(value)!;
      return [node, constantLike(node, floats)];
    },
  };
}

/** An operation. @param attributes as `onnx-attribute.ts` writes them */
export function newNode(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly Uint8Array[] = [],
): GraphNode {
  return { op, inputs, outputs: [output], rest: attributes.map((bytes) => bytesField(NODE.attribute, bytes)) };
}

/** A constant of floats, row-major in the shape of `dims`. */
export function newConstant(name: string, floats: Float32Array, dims: readonly number[]): GraphNode {
  return newNode("Constant", [], name, [constantAttribute(floats, dims)]);
}

/** The whole numbers that an operation is told under a name; undefined where it is not told. */
export function intsOf(node: GraphNode, name: string): readonly number[] | undefined {
  return firstOf(node, (attribute) => intsIn(attribute, name));
}

/** The text that an operation is told under a name; undefined where it is not told. */
export function textOf(node: GraphNode, name: string): string | undefined {
  return firstOf(node, (attribute) => textIn(attribute, name));
}

function firstOf<T>({ rest }: GraphNode, read: (attribute: Uint8Array) => T | undefined): T | undefined {
  for (const { number, bytes } of rest) {
    const found = number === NODE.attribute ? read(bytes) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function readNode(bytes: Uint8Array): GraphNode {
  const fields = readFields(bytes);
  const textsOf = (wanted: number) =>
    fields.filter(({ number }) => number === wanted).map((field) => new TextDecoder().decode(field.bytes));
  const named: readonly number[] = [NODE.input, NODE.output, NODE.op];
  return {
    op: textsOf(NODE.op)[0] ?? "",
    inputs: textsOf(NODE.input),
    outputs: textsOf(NODE.output),
    rest: fields.filter(({ number }) => !named.includes(number)),
  };
}

function writeNode({ op, inputs, outputs, rest }: GraphNode): Uint8Array {
  return writeFields([
    ...inputs.map((input) => bytesField(NODE.input, input)),
    ...outputs.map((output) => bytesField(NODE.output, output)),
    bytesField(NODE.op, op),
    ...rest,
  ]);
}

function floatsIn({ rest }: GraphNode): Float32Array | undefined {
  const attribute = rest.find(({ number }) => number === NODE.attribute);
  const tensor = attribute && readFields(attribute.bytes).find(({ number }) => number === ATTRIBUTE_TENSOR);
  const fields = tensor === undefined ? [] : readFields(tensor.bytes);
  const type = fields.find(({ number }) => number === TENSOR.type);
  const raw = fields.find(({ number }) => number === TENSOR.raw);
  if (raw === undefined || type === undefined || numberOf(type.bytes) !== FLOAT) return undefined;
  // A copy: the bytes may lie at any offset, floats only at multiples of four.
  return new Float32Array(Uint8Array.from(raw.bytes).buffer);
}

function constantLike(node: GraphNode, floats: Float32Array): GraphNode {
  const raw = new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
  const rest = node.rest.map((field) =>
    field.number !== NODE.attribute
      ? field
      : bytesField(
          NODE.attribute,
          mapField(readFields(field.bytes), ATTRIBUTE_TENSOR, (tensor) =>
            mapField(readFields(tensor), TENSOR.raw, () => raw),
          ),
        ),
  );
  return { ...node, rest };
}

/** A message with the value of the fields of one number changed. */
function mapField(fields: readonly Field[], wanted: number, change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  return writeFields(fields.map((it) => (it.number === wanted ? bytesField(wanted, change(it.bytes)) : it)));
}
