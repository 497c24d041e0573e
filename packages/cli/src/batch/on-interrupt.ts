/** Ctrl-C, a closed terminal, and what stops a job in CI. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls `stop` at the first signal and leaves with `exitCode` when it is done, at the second signal at once. Returns what
 * takes the handlers away.
 */
export function onInterrupt(exitCode: number, stop: () => Promise<void>): () => void {
  let isStopping = false;
  const handle = () => {
    if (isStopping) process.exit(exitCode);
    isStopping = true;
    stop().finally(() => process.exit(exitCode));
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return () => {
    for (const signal of SIGNALS) process.off(signal, handle);
  };
}
