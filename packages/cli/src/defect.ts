import type { Messages } from "./messages/index.js";

/** Frames of a stack that are worth reporting. */
const MAX_FRAMES = 6;

/** What a person may report of a defect: its kind and its place in the code, and nothing of the document. */
export function describeDefect(error: unknown, { internal }: Messages): string {
  const { name = "", stack = "" } = error instanceof Error ? error : {};
  const frames = stack.split("\n").filter((line) => line.startsWith("    at "));
  return `${[`${internal} ${name}`, ...frames.slice(0, MAX_FRAMES)].join("\n")}\n`;
}
