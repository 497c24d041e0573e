import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Services } from "@tuhei/core";

let collect: (() => void) | undefined;

/**
 * Gives back what nothing refers to any more, where the process is there for this alone: a server or an editor would stand still
 * meanwhile, for as long as its own heap takes. V8 by itself lets the heap of a program that has much memory grow to four times of
 * what lives in it.
 */
export function collectGarbage({ ownsProcess = false }: Partial<Services> = {}): void {
  if (!ownsProcess) return;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
    setFlagsFromString("--no-expose-gc");
  }
  collect();
}
