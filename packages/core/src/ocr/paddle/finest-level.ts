import { onlyUser, otherInput } from "./graph-steps.js";
import { attribute } from "./onnx-attribute.js";
import { type GraphIndex, type GraphNode, intsOf, newConstant, newNode, textOf } from "./onnx-graph.js";

/** Taps each way of the convolution that reads the level. */
const TAPS = 3;
/** The same at half the size: of three neighbours in a doubled picture two are one pixel. */
const HALF_TAPS = 2;
/** Where a pixel lies in the two by two that a pixel grows to. */
const PHASES = [
  { row: 0, column: 0 },
  { row: 0, column: 1 },
  { row: 1, column: 0 },
  { row: 1, column: 1 },
] as const;

type Phase = (typeof PHASES)[number];

/**
 * The finest level of the detector's pyramid (Lin et al. 2017) is a picture of 96 channels: y · s and the next level doubled,
 * y being made of 12 channels pixel by pixel. One convolution reads it. That one is the sum of two, and the level itself is
 * never laid out: of the next level it is one for each of the four pixels that a pixel grows to, at half the size; of y, one
 * that reads the 12 channels, with weights that s is part of. For one picture at a time.
 */
export function finestLevelInParts(graph: GraphIndex): readonly GraphNode[] {
  for (const conv of graph.nodes) {
    const level = finestLevel(graph, conv);
    if (level === undefined) continue;
    const { sum, doubled, scaled, made, mean } = level;
    const changes = new Map<GraphNode, readonly GraphNode[] | undefined>([
      [conv, partsOf(conv.outputs[0]!, level)],
      [mean, meanOf(mean.outputs[0]!, level)],
      ...[sum, doubled, scaled, made].map((gone) => [gone, undefined] as const),
    ]);
    return graph.replaced(changes);
  }
  return graph.nodes;
}

interface Level {
  /** The operations that leave with the level: its sum, the doubling, y · s, y, and what takes the mean of y. */
  readonly sum: GraphNode;
  readonly doubled: GraphNode;
  readonly scaled: GraphNode;
  readonly made: GraphNode;
  readonly mean: GraphNode;
  /** The name of s, one number a channel. */
  readonly scale: string;
  /** Of the convolution that reads the level: by output, channel, row and column. */
  readonly weights: Float32Array;
  /** Of the one that makes y: by channel and input. */
  readonly making: Float32Array;
  readonly channels: number;
}

function finestLevel(graph: GraphIndex, conv: GraphNode): Level | undefined {
  const sum = conv.op === "Conv" && conv.inputs.length === 2 ? graph.giverOf(conv.inputs[0]!) : undefined;
  if (sum?.op !== "Add" || onlyUser(graph, sum) !== conv || !looksAround(conv)) return undefined;
  const doubled = sum.inputs.map((input) => graph.giverOf(input)).find((giver) => giver && isDoubling(graph, giver));
  const scaled = doubled && graph.giverOf(otherInput(sum, doubled.outputs[0]!));
  if (scaled?.op !== "Mul" || onlyUser(graph, scaled) !== sum || onlyUser(graph, doubled!) !== sum) return undefined;
  const made = scaled.inputs.map((input) => graph.giverOf(input)).find((giver) => giver && isPointwise(giver));
  if (made === undefined) return undefined;
  const users = graph.usersOf(made.outputs[0]!);
  const mean = users.find(({ op }) => op === "GlobalAveragePool");
  const [weights, making] = [graph.floatsOf(conv.inputs[1]!), graph.floatsOf(made.inputs[1]!)];
  const scale = otherInput(scaled, made.outputs[0]!);
  const channels = channelsOf(graph, scale);
  if (users.length !== 2 || !(mean && weights && making && channels)) return undefined;
  return { sum, doubled: doubled!, scaled, made, mean, scale, weights, making, channels };
}

function looksAround(conv: GraphNode): boolean {
  return intsOf(conv, "kernel_shape")?.join() === "3,3" && intsOf(conv, "pads")?.join() === "1,1,1,1" && isPlain(conv);
}

function isPointwise(node: GraphNode): boolean {
  const isLone = node.op === "Conv" && node.inputs.length === 2 && intsOf(node, "kernel_shape")?.join() === "1,1";
  return isLone && isPlain(node);
}

function isPlain(conv: GraphNode): boolean {
  return ["strides", "dilations"].every((name) => intsOf(conv, name)?.join() === "1,1");
}

function isDoubling(graph: GraphIndex, node: GraphNode): boolean {
  const isNearest = textOf(node, "mode") === "nearest" && textOf(node, "nearest_mode") === "floor";
  const isEven = isNearest && textOf(node, "coordinate_transformation_mode") === "asymmetric";
  return node.op === "Resize" && isEven && graph.floatsOf(node.inputs[2] ?? "")?.join() === "1,1,2,2";
}

/** How many numbers s is, by the bias of the convolution that it comes from. */
function channelsOf(graph: GraphIndex, value: string): number | undefined {
  const giver = graph.giverOf(value);
  if (giver?.op === "Conv") return graph.floatsOf(giver.inputs[2] ?? "")?.length;
  return giver?.op === "Add" || giver?.op === "HardSigmoid" ? channelsOf(graph, giver.inputs[0]!) : undefined;
}

/** The mean of what is made pixel by pixel is made of the mean. */
function meanOf(output: string, { made }: Level): readonly GraphNode[] {
  const [x, weights] = made.inputs as [string, string];
  const mean = `${output}.before`;
  return [newNode("GlobalAveragePool", [x], mean), newNode("Conv", [mean, weights], output, [ints("kernel_shape", 1)])];
}

function partsOf(output: string, level: Level): readonly GraphNode[] {
  const { doubled, made, scale, weights, making, channels } = level;
  const outputs = weights.length / channels / TAPS ** 2;
  const value = (name: string) => `${output}.${name}`;
  const grown = PHASES.flatMap((phase, i) => {
    const [name, own] = [value(`phase${i}`), value(`phase${i}.weights`)];
    const { row, column } = phase;
    return [
      newConstant(own, halved(weights, phase), [outputs, channels, HALF_TAPS, HALF_TAPS]),
      newNode("Conv", [doubled.inputs[0]!, own], name, [
        ints("kernel_shape", HALF_TAPS),
        attribute("pads", [1 - row, 1 - column, row, column]),
      ]),
    ];
  });
  const inputs = making.length / channels;
  return [
    ...grown,
    newNode(
      "Concat",
      [0, 1, 2, 3].map((i) => value(`phase${i}`)),
      value("phases"),
      [attribute("axis", 1)],
    ),
    newNode("DepthToSpace", [value("phases")], value("grown"), [attribute("blocksize", 2)]),
    newConstant(value("making"), making, [1, channels, 1, inputs]),
    newNode("Mul", [scale, value("making")], value("scaled")),
    newNode("Transpose", [value("scaled")], value("turned"), [attribute("perm", [0, 2, 1, 3])]),
    newConstant(value("reading"), channelsLast(weights, channels), [outputs, TAPS, TAPS, channels]),
    newNode("MatMul", [value("reading"), value("turned")], value("product")),
    newNode("Transpose", [value("product")], value("weights"), [attribute("perm", [0, 3, 1, 2])]),
    newNode("Conv", [made.inputs[0]!, value("weights")], value("own"), [
      ints("kernel_shape", TAPS),
      attribute("pads", [1, 1, 1, 1]),
    ]),
    newNode("Add", [value("own"), value("grown")], output),
  ];
}

function ints(name: string, side: number): Uint8Array {
  return attribute(name, [side, side]);
}

/** Three by three taps over a doubled picture, as two by two over the picture for the pixels of one phase. */
function halved(weights: Float32Array, { row, column }: Phase): Float32Array {
  const kernels = weights.length / TAPS ** 2;
  const half = new Float32Array(kernels * HALF_TAPS ** 2);
  for (let kernel = 0; kernel < kernels; kernel++)
    for (let y = 0; y < TAPS; y++)
      for (let x = 0; x < TAPS; x++) {
        const [down, along] = [(y + 1 - row) >> 1, (x + 1 - column) >> 1];
        half[kernel * HALF_TAPS ** 2 + down * HALF_TAPS + along]! += weights[kernel * TAPS ** 2 + y * TAPS + x]!;
      }
  return half;
}

function channelsLast(weights: Float32Array, channels: number): Float32Array {
  const taps = TAPS ** 2;
  const turned = new Float32Array(weights.length);
  for (let at = 0; at < weights.length; at++) {
    const [output, channel, tap] = [Math.floor(at / taps / channels), Math.floor(at / taps) % channels, at % taps];
    turned[(output * taps + tap) * channels + channel] = weights[at]!;
  }
  return turned;
}
