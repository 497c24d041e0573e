import { onlyUser, otherInput } from "./graph-steps.js";
import { type GraphIndex, type GraphNode, newConstant, newNode } from "./onnx-graph.js";

/** x + x · s is x · (1 + s): where s is a number a channel, one walk over the picture instead of two. */
export function shortResiduals(graph: GraphIndex): readonly GraphNode[] {
  const changes = new Map<GraphNode, GraphNode | readonly GraphNode[] | undefined>();
  for (const mul of graph.nodes) {
    const scale = mul.op === "Mul" ? mul.inputs.find((input) => isOfChannels(graph, input)) : undefined;
    const add = scale === undefined ? undefined : onlyUser(graph, mul);
    if (scale === undefined || add?.op !== "Add") continue;
    const x = otherInput(mul, scale);
    if (otherInput(add, mul.outputs[0]!) !== x) continue;
    const [one, sum] = [`${scale}.one`, `${scale}.more`];
    changes.set(mul, [newConstant(one, Float32Array.of(1), [1]), newNode("Add", [scale, one], sum)]);
    changes.set(add, newNode("Mul", [x, sum], add.outputs[0]!));
  }
  return graph.replaced(changes);
}

/** Whether a value tells one number a channel: it comes from the mean over the whole picture. */
function isOfChannels(graph: GraphIndex, value: string): boolean {
  const giver = graph.giverOf(value);
  if (giver?.op === "GlobalAveragePool") return true;
  const goesOn = giver?.op === "HardSigmoid" || giver?.op === "Relu" || giver?.op === "Conv";
  return goesOn && isOfChannels(graph, giver.inputs[0]!);
}
