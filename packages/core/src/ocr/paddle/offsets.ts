import { floatsOnlyHere, otherInput, scalarOf, stepAfter } from "./graph-steps.js";
import { type GraphIndex, type GraphNode, intsOf, newConstant, newNode } from "./onnx-graph.js";

/** What ONNX adds to a variance that nothing else is told of. */
const EPSILON = 1e-5;

/** conv(x + d) is conv(x) + d · the sum of its weights, where the convolution looks at nothing beyond the edge. */
export function offsetsIntoBiases(graph: GraphIndex): readonly GraphNode[] {
  const changes = new Map<GraphNode, GraphNode | undefined>();
  for (const add of graph.nodes) {
    const offset = offsetOf(graph, add);
    const convs = graph.usersOf(add.outputs[0]!);
    if (offset === undefined || convs.length === 0 || !convs.every((conv) => canTake(graph, conv))) continue;
    for (const conv of convs) {
      const [, weights, bias] = conv.inputs as [string, string, string];
      const sums = rowSums(graph.floatsOf(weights)!, graph.floatsOf(bias)!.length);
      const [from, to] = graph.withFloats(
        bias,
        graph.floatsOf(bias)!.map((value, i) => value + offset.by * sums[i]!),
      );
      changes.set(from, to);
      changes.set(conv, { ...conv, inputs: [offset.x, weights, bias] });
    }
    changes.set(add, undefined);
  }
  return graph.replaced(changes);
}

/**
 * What is left of a · x + d, as one scale and one offset a channel: so the runtime keeps the numbers in the order in which it
 * convolves. For a number that is the same everywhere it brings the whole picture into another order and back.
 */
export function offsetsByChannel(graph: GraphIndex): readonly GraphNode[] {
  const changes = new Map<GraphNode, readonly GraphNode[] | undefined>();
  for (const add of graph.nodes) {
    const offset = offsetOf(graph, add);
    if (offset === undefined) continue;
    const scaling = scalingOf(graph, offset.x);
    const x = scaling?.x ?? offset.x;
    const channels = channelsOf(graph, x);
    if (channels === undefined) continue;
    const output = add.outputs[0]!;
    const constants = [(scaling?.by ?? 1) * Math.sqrt(1 + EPSILON), offset.by, 0, 1].map((value, i) =>
      newConstant(`${output}.${i}`, new Float32Array(channels).fill(value), [channels]),
    );
    const names = constants.map(({ outputs }) => outputs[0]!);
    changes.set(add, [...constants, newNode("BatchNormalization", [x, ...names], output)]);
    if (scaling) changes.set(scaling.node, undefined);
  }
  return graph.replaced(changes);
}

/** The number that is added to a hard swish, scaled or not. */
function offsetOf(graph: GraphIndex, add: GraphNode) {
  const x = add.op === "Add" ? add.inputs.find((input) => graph.giverOf(input)?.op === "Mul") : undefined;
  const by = x === undefined ? undefined : scalarOf(graph, otherInput(add, x));
  return x === undefined || by === undefined ? undefined : { x, by };
}

/** The number by which a value was multiplied for one operation alone. */
function scalingOf(graph: GraphIndex, value: string) {
  const node = graph.giverOf(value)!;
  const x = node.inputs.find((input) => scalarOf(graph, otherInput(node, input)) !== undefined);
  if (x === undefined || stepAfter(graph, node, "Add") === undefined) return undefined;
  return { node, x, by: scalarOf(graph, otherInput(node, x))! };
}

/** How many channels what follows a convolution has. */
function channelsOf(graph: GraphIndex, value: string): number | undefined {
  const giver = graph.giverOf(value);
  if (giver?.op === "Conv") return graph.floatsOf(giver.inputs[2] ?? "")?.length;
  const isSwish = giver?.op === "Mul" || giver?.op === "HardSigmoid";
  return isSwish ? channelsOf(graph, giver.inputs[0]!) : undefined;
}

function canTake(graph: GraphIndex, { op, inputs, ...conv }: GraphNode): boolean {
  const [, weights, bias] = inputs;
  if (op !== "Conv" || weights === undefined || bias === undefined) return false;
  const isWithin = intsOf({ op, inputs, ...conv }, "pads")?.every((pad) => pad === 0) ?? false;
  return isWithin && graph.floatsOf(weights) !== undefined && floatsOnlyHere(graph, bias) !== undefined;
}

function rowSums(weights: Float32Array, rows: number): readonly number[] {
  const length = weights.length / rows;
  return Array.from({ length: rows }, (_, row) =>
    weights.subarray(row * length, (row + 1) * length).reduce((sum, value) => sum + value, 0),
  );
}
