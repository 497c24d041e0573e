import { onlyUser, otherInput } from "./graph-steps.js";
import { attribute } from "./onnx-attribute.js";
import { type GraphIndex, type GraphNode, intsOf, newConstant, newNode } from "./onnx-graph.js";

/** Each step doubles both sides of the picture: one pixel becomes four. */
const PHASES = 4;

/**
 * The detector ends by doubling its map twice, once to some channels and once to one. What becomes of one pixel is told by
 * itself alone, so all is reckoned at the small size, a channel for each pixel it grows to, and only the answer is laid out.
 */
export function growthInChannels(graph: GraphIndex): readonly GraphNode[] {
  for (const node of graph.nodes) {
    const first = doubling(graph, node);
    const normalization = first && onlyUser(graph, first.last);
    const relu = normalization && onlyUser(graph, normalization);
    const next = relu && onlyUser(graph, relu);
    const second = next && doubling(graph, next);
    const sigmoid = second && onlyUser(graph, second.last);
    if (normalization?.op !== "BatchNormalization" || relu?.op !== "Relu" || sigmoid?.op !== "Sigmoid") continue;
    const normal = normalizationOf(graph, normalization);
    if (normal === undefined || second?.offsets.length !== 1) continue;
    const output = sigmoid.outputs[0]!;
    const grown = grownTwice(output, node.inputs[0]!, { first: normalized(first!, normal), second });
    const gone = [first!.last, normalization, relu, next!, second.last, sigmoid];
    return graph.replaced(new Map([[node, grown], ...gone.map((it) => [it, undefined] as const)]));
  }
  return graph.nodes;
}

/** A convolution that doubles both sides, with what is added to each of its channels. */
interface Doubling {
  /** By input channel, output channel, row and column of the four. */
  readonly weights: Float32Array;
  readonly offsets: Float32Array;
  /** The operation that gives what comes of it. */
  readonly last: GraphNode;
}

function doubling(graph: GraphIndex, node: GraphNode): Doubling | undefined {
  if (node.op !== "ConvTranspose" || node.inputs.length !== 2) return undefined;
  const isDoubling =
    ["kernel_shape", "strides"].every((name) => intsOf(node, name)?.join() === "2,2") &&
    intsOf(node, "pads")?.every((pad) => pad === 0);
  const last = onlyUser(graph, node);
  const weights = graph.floatsOf(node.inputs[1]!);
  const offsets = last?.op === "Add" ? graph.floatsOf(otherInput(last, node.outputs[0]!)) : undefined;
  return isDoubling && weights && offsets ? { weights, offsets, last: last! } : undefined;
}

/** What ONNX adds to a variance that nothing else is told of, and PP-OCR's export tells nothing else. */
const EPSILON = 1e-5;

function normalizationOf(graph: GraphIndex, { inputs }: GraphNode) {
  const [scale, offset, mean, variance] = inputs.slice(1).map((name) => graph.floatsOf(name));
  if (!(scale && offset && mean && variance)) return undefined;
  return { factors: scale.map((value, i) => value / Math.sqrt(variance[i]! + EPSILON)), offset, mean };
}

/** With the normalisation of its channels in its numbers. */
function normalized(
  { weights, offsets, last }: Doubling,
  { factors, offset, mean }: NonNullable<ReturnType<typeof normalizationOf>>,
): Doubling {
  return {
    weights: weights.map((value, i) => value * factors[Math.floor(i / PHASES) % factors.length]!),
    offsets: offsets.map((value, i) => (value - mean[i]!) * factors[i]! + offset[i]!),
    last,
  };
}

/** From the value `x` to the value `output`, four times as wide and as high, between 0 and 1. */
function grownTwice(
  output: string,
  x: string,
  { first, second }: { readonly first: Doubling; readonly second: Doubling },
): readonly GraphNode[] {
  const inner = first.offsets.length;
  const outer = first.weights.length / inner / PHASES;
  const wide = inner * PHASES;
  // Channels of the middle: those of the first of the four pixels, then of the second …
  const grow = new Float32Array(wide * outer);
  for (let from = 0; from < outer; from++)
    for (let to = 0; to < inner; to++)
      for (let phase = 0; phase < PHASES; phase++)
        grow[(phase * inner + to) * outer + from] = first.weights[(from * inner + to) * PHASES + phase]!;
  const last = new Float32Array(PHASES * PHASES * wide);
  for (let phase = 0; phase < PHASES; phase++)
    for (let within = 0; within < PHASES; within++)
      for (let from = 0; from < inner; from++)
        last[placeOf(phase, within) * wide + phase * inner + from] = second.weights[from * PHASES + within]!;
  const floats = (name: string, values: Float32Array, dims: readonly number[]) =>
    newConstant(`${output}.${name}`, values, dims);
  const constants = [
    floats("grow", grow, [wide, outer, 1, 1]),
    floats("offsets", repeated(first.offsets, PHASES), [wide]),
    floats("last", last, [PHASES * PHASES, wide, 1, 1]),
    floats("offset", repeated(second.offsets, PHASES * PHASES), [PHASES * PHASES]),
  ];
  const [growName, offsets, lastName, offset] = constants.map(({ outputs }) => outputs[0]!) as [
    string,
    string,
    string,
    string,
  ];
  const value = (name: string) => `${output}.${name}`;
  return [
    ...constants,
    newNode("Conv", [x, growName, offsets], value("1"), [attribute("kernel_shape", [1, 1])]),
    newNode("Relu", [value("1")], value("2")),
    newNode("Conv", [value("2"), lastName, offset], value("3"), [attribute("kernel_shape", [1, 1])]),
    newNode("Sigmoid", [value("3")], value("4")),
    newNode("DepthToSpace", [value("4")], output, [attribute("blocksize", PHASES)]),
  ];
}

/** Where a pixel of the second doubling within one of the first lies, in rows of four. */
function placeOf(phase: number, within: number): number {
  const row = 2 * (phase >> 1) + (within >> 1);
  const column = 2 * (phase & 1) + (within & 1);
  return row * PHASES + column;
}

function repeated(values: Float32Array, times: number): Float32Array {
  return Float32Array.from({ length: values.length * times }, (_, i) => values[i % values.length]!);
}
