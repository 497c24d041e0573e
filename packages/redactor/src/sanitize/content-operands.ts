/** A name without its slash. */
export interface Name {
  readonly name: string;
}

/** What stands before an operator. Strings are decoded to bytes; booleans and null are names of themselves. */
export type Operand =
  | number
  | Name
  | Uint8Array
  | readonly Operand[]
  | { readonly dict: ReadonlyMap<string, Operand> }
  | { readonly word: string };

/** The name that an operand is, if it is one. */
export function nameOf(operand: Operand | undefined): string | undefined {
  return typeof operand === "object" && "name" in operand ? operand.name : undefined;
}

/** The string that an operand is, if it is one. */
export function bytesOf(operand: Operand | undefined): Uint8Array | undefined {
  return operand instanceof Uint8Array ? operand : undefined;
}
