import { ContentError, operationsOf } from "../sanitize/content-lexer.js";
import type { Operand } from "../sanitize/content-operands.js";

/** A CMap or ToUnicode file (ISO 32000-2, 9.7.5.3 and 9.10.3; Adobe Technical Note 5014). */
export interface CodeMap {
  /** Bytes a code; undefined when it varies. */
  readonly width: number | undefined;
  /** Whether it builds on another map. */
  readonly isExtended: boolean;
  /** What each code means, UTF-16BE. */
  readonly texts: ReadonlyMap<number, Uint8Array>;
  readonly cids: ReadonlyMap<number, number>;
}

/** Codes of one map: all that two bytes can say. A larger range is damage or an attack. */
const MAX_RANGE = 0x10000;
/** What all ranges of a map may come to: more than there are characters is damage, and many ranges of one another take hours. */
const MAX_IN_RANGES = 0x110000;

/** Reads a map; undefined when it cannot be followed. */
export function parseCodeMap(bytes: Uint8Array): CodeMap | undefined {
  const texts = new Map<number, Uint8Array>();
  const cids = new Map<number, number>();
  const widths = new Set<number>();
  const budget = { left: MAX_IN_RANGES };
  let isExtended = false;
  try {
    for (const { operator, operands } of operationsOf(bytes)) {
      if (operator === "usecmap") isExtended = true;
      if (operator === "endcodespacerange") {
        for (const operand of operands) if (operand instanceof Uint8Array) widths.add(operand.length);
      }
      if (operator === "endbfchar") pairs(operands, (code, to) => to instanceof Uint8Array && texts.set(code, to));
      if (operator === "endcidchar") pairs(operands, (code, to) => typeof to === "number" && cids.set(code, to));
      if (operator === "endbfrange") ranges(operands, budget, (code, step, to) => addText(texts, code, step, to));
      if (operator === "endcidrange") {
        ranges(operands, budget, (code, step, to) => typeof to === "number" && cids.set(code, to + step));
      }
    }
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
  return { width: widths.size === 1 ? [...widths][0] : undefined, isExtended, texts, cids };
}

function pairs(operands: readonly Operand[], add: (code: number, to: Operand) => void): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const code = numberOf(operands[at]!);
    if (code !== undefined) add(code, operands[at + 1]!);
  }
}

/** @throws {ContentError} when the map's ranges hold more than there are characters */
function ranges(
  operands: readonly Operand[],
  budget: { left: number },
  add: (code: number, step: number, to: Operand) => void,
): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [first, last] = [numberOf(operands[at]!), numberOf(operands[at + 1]!)];
    if (first === undefined || last === undefined || last - first >= MAX_RANGE) continue;
    budget.left -= Math.max(0, last - first);
    if (budget.left < 0) throw new ContentError("a map of more characters than there are");
    for (let code = first; code <= last; code++) add(code, code - first, operands[at + 2]!);
  }
}

function addText(texts: Map<number, Uint8Array>, code: number, step: number, to: Operand): void {
  if (Array.isArray(to)) {
    const item = to[step];
    if (item instanceof Uint8Array) texts.set(code, item);
  } else if (to instanceof Uint8Array && to.length >= 2) {
    const text = Buffer.from(to);
    text.writeUInt16BE((text.readUInt16BE(text.length - 2) + step) & 0xffff, text.length - 2);
    texts.set(code, text);
  } else if (to instanceof Uint8Array && to.length === 1) texts.set(code, Uint8Array.of(0, (to[0]! + step) & 0xff));
}

function numberOf(operand: Operand): number | undefined {
  if (!(operand instanceof Uint8Array) || operand.length === 0 || operand.length > 4) return undefined;
  return operand.reduce((value, byte) => value * 256 + byte, 0);
}
