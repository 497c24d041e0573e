import type { TuheiError } from "@tuhei/core";

/** One file to work on. */
export interface Input {
  /** As the user wrote it, or inside the folder the user named. "-" for standard input. */
  readonly path: string;
  /** Where the output goes below the output folder; forward slashes in reports come from `path`. */
  readonly relativePath: string;
  /** Its size when it was listed; 0 where it is not known. */
  readonly bytes: number;
  /** It can be read once only, from its beginning to its end: standard input, or what a shell's `<(…)` prints. */
  readonly isStream?: true;
  /** Why it cannot be worked on. */
  readonly error?: TuheiError | NotEntered;
  /** An earlier run was stopped while it wrote the output: what lies there is that run's. */
  readonly isRetried?: boolean;
}

/** What is not looked into, by a limit of the user's or for what it is. Reported like a file that failed, not passed over in silence. */
export class NotEntered extends Error {
  readonly code: "git-history" | "not-a-file" | "over-max-depth" | "over-max-size";

  constructor(code: NotEntered["code"]) {
    super(code);
    this.code = code;
  }
}
