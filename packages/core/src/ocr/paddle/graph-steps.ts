import type { GraphIndex, GraphNode } from "./onnx-graph.js";

/** The operation `op` with one number that alone takes what a node gives. */
export function stepAfter(graph: GraphIndex, node: GraphNode, op: string) {
  const next = onlyUser(graph, node);
  if (next?.op !== op) return undefined;
  const name = otherInput(next, node.outputs[0]!);
  const by = scalarOf(graph, name);
  return by === undefined ? undefined : { node: next, name, by };
}

/** The one operation that takes what a node gives; undefined where several do. */
export function onlyUser(graph: GraphIndex, { outputs }: GraphNode): GraphNode | undefined {
  const users = graph.usersOf(outputs[0]!);
  return users.length === 1 ? users[0] : undefined;
}

/** Of an operation that takes two values, the one that is not `name`. */
export function otherInput({ inputs }: GraphNode, name: string): string {
  return (inputs[0] === name ? inputs[1] : inputs[0]) ?? "";
}

/** The constant of that name, where it is one number. */
export function scalarOf(graph: GraphIndex, name: string): number | undefined {
  const floats = graph.floatsOf(name);
  return floats?.length === 1 ? floats[0] : undefined;
}

/** The constant of that name, where one operation alone takes it. */
export function floatsOnlyHere(graph: GraphIndex, name: string): Float32Array | undefined {
  return graph.usersOf(name).length === 1 ? graph.floatsOf(name) : undefined;
}
