import { ContentError, operationsOf } from "../sanitize/content-lexer.js";
import type { Operand } from "../sanitize/content-operands.js";

/** Every string in a content stream or map, decoded, as far as it can be followed. In a font file there is none. */
export function stringsIn(content: Uint8Array): Uint8Array[] {
  const strings: Uint8Array[] = [];
  try {
    for (const { operands } of operationsOf(content)) for (const operand of operands) collect(operand, strings);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
  }
  return strings;
}

function collect(operand: Operand, strings: Uint8Array[]): void {
  if (operand instanceof Uint8Array) strings.push(operand);
  else if (Array.isArray(operand)) for (const item of operand) collect(item, strings);
  else if (typeof operand === "object" && "dict" in operand) {
    for (const item of operand.dict.values()) collect(item, strings);
  }
}
