import type { ByteSource } from "@tuhei/core";
import type { Leak } from "../leak.js";
import type { CheckContext } from "./check.js";
import { checks } from "./index.js";
import { lookAtPages, type PageCheck } from "./page-check.js";

/**
 * Asks every check for this format. An empty answer means that all of them looked and none objected.
 *
 * @throws {TuheiError} "damaged", "engine" when the output could not be examined: it is then not proven
 */
export async function runChecks(format: string, output: ByteSource, context: CheckContext): Promise<Leak[]> {
  const asked = checks.filter(({ formats }) => formats.includes(format));
  // Those that work in a thread of their own do so while this one looks at pages.
  const apart = asked.filter(({ isApart }) => isApart).map((check) => check.run(output, context));
  try {
    const ofPages = asked.filter((check) => isPageCheck(check));
    const leaks = ofPages.length > 0 ? await lookAtPages(ofPages, output, context) : [];
    for (const check of asked)
      if (!isPageCheck(check) && !check.isApart) leaks.push(...(await check.run(output, context)));
    return [...leaks, ...(await Promise.all(apart)).flat()];
  } finally {
    await Promise.allSettled(apart);
  }
}

function isPageCheck(check: (typeof checks)[number]): check is PageCheck {
  return "look" in check;
}
