import { createKnownValues, type KnownValues } from "@tuhei/patterns";
import { type AsciiValues, createAsciiValues } from "./text/ascii-values.js";

/** Values found so far, which are looked for in undecoded bytes, too. Holds personal data: memory only. */
export interface ValueIndex extends KnownValues {
  /** Whether an occurrence may begin between two places of bytes that are all ASCII; says so too often, never too seldom. */
  mayBegin(bytes: Uint8Array, from: number, to: number): boolean;
}

/** An empty index. */
export function createValueIndex(): ValueIndex {
  // Made for the first question about bytes: most texts are decoded.
  let inAscii: AsciiValues | undefined;
  const known = createKnownValues((value) => inAscii?.add(value));
  return {
    ...known,
    mayBegin(bytes, from, to) {
      if (!inAscii) {
        inAscii = createAsciiValues();
        for (const value of known.values()) inAscii.add(value);
      }
      return inAscii.mayBegin(bytes, from, to);
    },
  };
}
