import { type GraphIndex, type GraphNode, indexOf, withChangedGraph } from "./onnx-graph.js";
import { bytesField, floatField, numberField, writeFields } from "./protobuf.js";

/** AttributeProto of onnx.proto3: the name, the value of a float, and the type with its number for FLOAT. */
const ATTRIBUTE = { name: 1, float: 2, type: 20, isFloat: 1 } as const;
/** NodeProto of onnx.proto3: an attribute. */
const NODE_ATTRIBUTE = 5;

type Changes = Map<GraphNode, GraphNode | undefined>;

/**
 * The same network in fewer steps. PP-OCR's export spells out after each convolution a scale and an offset, a hard swish in
 * four steps (x · clip(x + 3, 0, 6) / 6), and again a scale and an offset; the runtime walks over the whole picture for each
 * of them, which takes longer than the convolutions. Scales go into the weights, and the hard swish becomes x · HardSigmoid(x).
 * What does not look like that is left alone. @throws {RangeError} when the bytes are no model
 */
export function lighterModel(model: Uint8Array): Uint8Array {
  return withChangedGraph(model, (nodes) =>
    [scalesIntoConvolutions, shortHardSwish, scalesIntoNextConvolutions].reduce(
      (before, step) => step(indexOf(before)),
      nodes,
    ),
  );
}

/** conv(x) · a + b: both belong into the weights and the bias. */
function scalesIntoConvolutions(graph: GraphIndex): readonly GraphNode[] {
  const changes: Changes = new Map();
  for (const conv of graph.nodes) {
    const [, weights, bias] = conv.inputs;
    if (conv.op !== "Conv" || weights === undefined || bias === undefined) continue;
    const scale = stepAfter(graph, conv, "Mul");
    const offset = scale && stepAfter(graph, scale.node, "Add");
    const [w, b] = [floatsOnlyHere(graph, weights), floatsOnlyHere(graph, bias)];
    if (scale === undefined || offset === undefined || w === undefined || b === undefined) continue;
    set(
      changes,
      graph.withFloats(
        weights,
        w.map((value) => value * scale.by),
      ),
    );
    set(
      changes,
      graph.withFloats(
        bias,
        b.map((value) => value * scale.by + offset.by),
      ),
    );
    changes.set(conv, { ...conv, outputs: offset.node.outputs });
    changes.set(scale.node, undefined);
    changes.set(offset.node, undefined);
  }
  return graph.replaced(changes);
}

/** x · clip(x + 3, 0, 6) / 6 is x · HardSigmoid(x) with slope 1/6 and offset 1/2. */
function shortHardSwish(graph: GraphIndex): readonly GraphNode[] {
  const changes: Changes = new Map();
  for (const add of graph.nodes) {
    const x = add.inputs.find((input) => scalarOf(graph, otherInput(add, input)) === 3);
    const clip = onlyUser(graph, add);
    const mul = clip && onlyUser(graph, clip);
    const div = mul && onlyUser(graph, mul);
    if (add.op !== "Add" || x === undefined || clip?.op !== "Clip" || mul?.op !== "Mul" || div?.op !== "Div") continue;
    if (otherInput(mul, clip.outputs[0]!) !== x || scalarOf(graph, div.inputs[1]!) !== 6) continue;
    const [slope, offset] = [floatAttribute("alpha", 1 / 6), floatAttribute("beta", 1 / 2)];
    changes.set(add, { op: "HardSigmoid", inputs: [x], outputs: add.outputs, rest: [slope, offset] });
    changes.set(mul, { ...mul, inputs: [x, add.outputs[0]!], outputs: div.outputs });
    changes.set(clip, undefined);
    changes.set(div, undefined);
  }
  return graph.replaced(changes);
}

/** conv(x · c + d) is conv(x + d / c) with c times the weights. The offset cannot go along: convolutions pad with zeros. */
function scalesIntoNextConvolutions(graph: GraphIndex): readonly GraphNode[] {
  const changes: Changes = new Map();
  for (const mul of graph.nodes) {
    const x = mul.inputs.find((input) => scalarOf(graph, otherInput(mul, input)) !== undefined);
    if (mul.op !== "Mul" || x === undefined) continue;
    const by = scalarOf(graph, otherInput(mul, x))!;
    const offset = stepAfter(graph, mul, "Add");
    if (by === 0 || offset === undefined || graph.usersOf(offset.name).length > 1) continue;
    const convs = graph.usersOf(offset.node.outputs[0]!);
    const all = convs.map((conv) => (conv.op === "Conv" ? floatsOnlyHere(graph, conv.inputs[1]!) : undefined));
    if (all.length === 0 || all.includes(undefined)) continue;
    convs.forEach((conv, i) => {
      set(
        changes,
        graph.withFloats(
          conv.inputs[1]!,
          all[i]!.map((value) => value * by),
        ),
      );
    });
    set(changes, graph.withFloats(offset.name, Float32Array.of(offset.by / by)));
    changes.set(offset.node, { ...offset.node, inputs: [x, offset.name] });
    changes.set(mul, undefined);
  }
  return graph.replaced(changes);
}

/** The operation `op` with one number that alone takes what a node gives. */
function stepAfter(graph: GraphIndex, node: GraphNode, op: string) {
  const next = onlyUser(graph, node);
  if (next?.op !== op) return undefined;
  const name = otherInput(next, node.outputs[0]!);
  const by = scalarOf(graph, name);
  return by === undefined ? undefined : { node: next, name, by };
}

function onlyUser(graph: GraphIndex, { outputs }: GraphNode): GraphNode | undefined {
  const users = graph.usersOf(outputs[0]!);
  return users.length === 1 ? users[0] : undefined;
}

function otherInput({ inputs }: GraphNode, name: string): string {
  return (inputs[0] === name ? inputs[1] : inputs[0]) ?? "";
}

function scalarOf(graph: GraphIndex, name: string): number | undefined {
  const floats = graph.floatsOf(name);
  return floats?.length === 1 ? floats[0] : undefined;
}

function floatsOnlyHere(graph: GraphIndex, name: string): Float32Array | undefined {
  return graph.usersOf(name).length === 1 ? graph.floatsOf(name) : undefined;
}

function set(changes: Changes, [from, to]: readonly [GraphNode, GraphNode]): void {
  changes.set(from, to);
}

function floatAttribute(name: string, value: number) {
  const fields = [
    bytesField(ATTRIBUTE.name, name),
    floatField(ATTRIBUTE.float, value),
    numberField(ATTRIBUTE.type, ATTRIBUTE.isFloat),
  ];
  return bytesField(NODE_ATTRIBUTE, writeFields(fields));
}
