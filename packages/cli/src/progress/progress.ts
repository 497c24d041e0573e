/** What is told while files are worked on, on standard error. Paths, counts and times; nothing of a document. */
export interface Progress {
  /** A file begins. Several may be under way. */
  begin(path: string): void;
  /** A page of a file was read. */
  page(path: string): void;
  /** A file is done. */
  end(path: string): void;
  /** Takes away what would stand in the way, before anything else is printed and at the end. */
  clear(): void;
}

/** Where progress goes and how long the way is. */
export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  /** What is to be worked on. */
  readonly inputs: readonly { readonly path: string; readonly bytes: number }[];
  /** Milliseconds, rising. */
  readonly now: () => number;
}
