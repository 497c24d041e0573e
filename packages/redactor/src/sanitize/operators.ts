/** What an operator takes: numbers, names and arrays of numbers only, a string, or anything the colour space asks for. */
interface OperatorRule {
  /** How many operands; more than that are padding that no reader uses. -1: as many as there are. */
  readonly operands: number;
  readonly hasText?: true;
}

/**
 * The operators of ISO 32000-2, annex A, without those that mark content (BMC BDC EMC MP DP) and BX EX. What is not here is not
 * written.
 */
export const OPERATORS: ReadonlyMap<string, OperatorRule> = new Map([
  ...rules(0, "b B b* B* BT ET f F f* h n q Q s S T* W W* BI"),
  ...rules(1, "cs CS Do g G gs i j J M ri sh Tc TL Tr Ts Tw Tz w"),
  ...rules(2, "d d0 l m Td TD Tf"),
  ...rules(3, "rg RG"),
  ...rules(4, "k K re v y"),
  ...rules(6, "c cm d1 Tm"),
  ...rules(-1, "sc SC scn SCN"),
  ["Tj", { operands: 1, hasText: true }],
  ["TJ", { operands: 1, hasText: true }],
  ["'", { operands: 1, hasText: true }],
  ['"', { operands: 3, hasText: true }],
]);

/** Operators that draw text. */
export const SHOWS_TEXT: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);

function rules(operands: number, names: string): [string, OperatorRule][] {
  return names.split(" ").map((name) => [name, { operands }]);
}
