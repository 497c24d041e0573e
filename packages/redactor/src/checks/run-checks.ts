import type { ByteSource } from "@tuhei/core";
import type { Leak } from "../leak.js";
import type { CheckContext } from "./check.js";
import { checks } from "./index.js";

/**
 * Asks every check for this format. An empty answer means that all of them looked and none objected.
 *
 * @throws {TuheiError} "damaged", "engine" when the output could not be examined: it is then not proven
 */
export async function runChecks(format: string, output: ByteSource, context: CheckContext): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const check of checks) {
    if (check.formats.includes(format)) leaks.push(...(await check.run(output, context)));
  }
  return leaks;
}
