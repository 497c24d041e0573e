/** Standard output takes no more: whoever read it has gone (`| head`), or there is no room. */
export class OutputLost extends Error {
  /** Of the system: "EPIPE" where nobody reads. */
  readonly code: string;

  constructor(cause: unknown) {
    const { code = "EIO" } = cause as NodeJS.ErrnoException;
    super(code, { cause });
    this.code = code;
  }
}

/** What cannot be printed is told by {@link print}: a stream that nobody listens to ends the process with a trace. */
export function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Prints, and waits until it is taken: a reader who is slow is not outrun, and one who has gone is known.
 *
 * @throws {OutputLost}
 */
export async function print(what: string | Uint8Array, stream: NodeJS.WriteStream = process.stdout): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(what, (error) => (error ? reject(new OutputLost(stream.errored ?? error)) : resolve()));
  });
}
