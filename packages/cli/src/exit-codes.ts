/** Exit codes, the same for every flag. */
export const exitCodes = {
  /** Clean, or done. */
  ok: 0,
  /** Findings (scan), residue (verify). */
  found: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** Some input was not fully read, redacted or verified. Wins over `found`. */
  incomplete: 3,
  /** A defect in tuhei. */
  internal: 70,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** Why a run ends. */
export type ExitReason = keyof typeof exitCodes;
