import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * A place to stop at, between two steps that leave nothing else a turn: whoever gives the signal, a timer or a closed connection,
 * gets one. Nothing without a signal.
 *
 * @throws the signal's reason
 */
export async function heed(signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return;
  await nextTurn();
  signal.throwIfAborted();
}
