import { type Operation, operationsOf } from "./content-lexer.js";
import type { Operand } from "./content-operands.js";
import { OPERATORS } from "./operators.js";

/**
 * The content with nothing in it that does not draw: no marks (ActualText, layers, structure), no comments, no unknown
 * operators, no surplus operands. Drawing operations keep their bytes.
 *
 * @param onOperation told of every operation, also of those that go
 * @throws {ContentError} when the content cannot be followed
 */
export function cleanContent(content: Uint8Array, onOperation: (operation: Operation) => void): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const operation of operationsOf(content)) {
    onOperation(operation);
    const rule = OPERATORS.get(operation.operator);
    if (!rule) continue;
    const { operands, places } = operation;
    if (!rule.hasText && operation.operator !== "BI" && operands.some(carriesText)) continue;
    const surplus = rule.operands < 0 || operation.operator === "BI" ? 0 : Math.max(0, operands.length - rule.operands);
    for (let index = surplus * 2; index < places.length; index += 2) {
      pieces.push(withoutComments(content.subarray(places[index]!, places[index + 1]!), operands[index / 2]), GAP);
    }
  }
  return Buffer.concat(pieces);
}

const GAP = Uint8Array.of(10);

function carriesText(operand: Operand): boolean {
  if (operand instanceof Uint8Array) return true;
  if (Array.isArray(operand)) return operand.some(carriesText);
  return typeof operand === "object" && "dict" in operand;
}

/** Only an array can hold a comment between its items. It is then written from its items. */
function withoutComments(bytes: Uint8Array, operand: Operand | undefined): Uint8Array {
  if (!Array.isArray(operand) || !bytes.includes(0x25)) return bytes;
  return Buffer.from(`[${operand.map(written).join(" ")}]`, "latin1");
}

function written(operand: Operand): string {
  if (typeof operand === "number") return String(operand);
  if (operand instanceof Uint8Array) return `<${Buffer.from(operand).toString("hex")}>`;
  return "0";
}
