import type { TuheiError } from "@tuhei/core";

/** One file to work on. */
export interface Input {
  /** As the user wrote it, or inside the folder the user named. "-" for standard input. */
  readonly path: string;
  /** Where the output goes below the output folder; forward slashes in reports come from `path`. */
  readonly relativePath: string;
  /** Its size when it was listed; 0 where it is not known. */
  readonly bytes: number;
  /** Why it cannot be worked on. */
  readonly error?: TuheiError | OverLimit;
  /** An earlier run was stopped while it wrote the output: what lies there is that run's. */
  readonly isRetried?: boolean;
}

/** What a limit of the user's leaves out. Reported like a file that failed, so that it is not passed over in silence. */
export class OverLimit extends Error {
  readonly code: "over-max-depth" | "over-max-size";

  constructor(code: OverLimit["code"]) {
    super(code);
    this.code = code;
  }
}
