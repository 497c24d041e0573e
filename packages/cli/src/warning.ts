/** Kinds of what a user should know though nothing is wrong with the result; stable and never translated. */
export type WarningCode =
  | "no-watermark" // the watermark that was asked for is not on it
  | "unknown-ignore-type" // an inline mark names a type that there is not
  | "unused-ignore" // an inline mark silences nothing
  | "wrong-extension"; // the content is not what the name says

/** One of them. */
export interface Warning {
  readonly code: WarningCode;
  /** One line, in the user's language. */
  readonly message: string;
}
