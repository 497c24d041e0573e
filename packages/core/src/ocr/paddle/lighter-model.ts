import { finestLevelInParts } from "./finest-level.js";
import { floatsOnlyHere, onlyUser, otherInput, scalarOf, stepAfter } from "./graph-steps.js";
import { growthInChannels } from "./growth-in-channels.js";
import { offsetsByChannel, offsetsIntoBiases } from "./offsets.js";
import { floatAttribute } from "./onnx-attribute.js";
import { type GraphIndex, type GraphNode, indexOf, newNode, withChangedGraph } from "./onnx-graph.js";
import { shortResiduals } from "./short-residuals.js";

type Changes = Map<GraphNode, GraphNode | undefined>;

/** What is done one after the other: later ones see what earlier ones leave. */
const STEPS = [
  scalesIntoConvolutions,
  shortHardSwish,
  scalesIntoNextConvolutions,
  offsetsIntoBiases,
  offsetsByChannel,
  shortResiduals,
  finestLevelInParts,
  growthInChannels,
] as const;

/**
 * The same network in fewer steps. PP-OCR's export spells out after each convolution a scale and an offset, a hard swish in
 * four steps (x · clip(x + 3, 0, 6) / 6), and again a scale and an offset; the runtime walks over the whole picture for each
 * of them, which takes longer than the convolutions. Scales go into the weights, and the hard swish becomes x · HardSigmoid(x).
 * Single numbers are added by channel, for which the runtime does not leave the order of numbers in which it convolves.
 * What does not look like that is left alone. @throws {RangeError} when the bytes are no model
 */
export function lighterModel(model: Uint8Array): Uint8Array {
  return withChangedGraph(model, (nodes) => STEPS.reduce((before, step) => step(indexOf(before)), nodes));
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
    const attributes = [floatAttribute("alpha", 1 / 6), floatAttribute("beta", 1 / 2)];
    changes.set(add, newNode("HardSigmoid", [x], add.outputs[0]!, attributes));
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

function set(changes: Changes, [from, to]: readonly [GraphNode, GraphNode]): void {
  changes.set(from, to);
}
