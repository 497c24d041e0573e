import type { ByteSource } from "@tuhei/core";
import type { LoadedPage } from "@tuhei/core/pdf";
import { heed } from "../heed.js";
import type { Leak } from "../leak.js";
import type { CheckContext } from "./check.js";
import { checks } from "./index.js";
import { looksOf, type PageCheck } from "./page-check.js";

/** The checks of a format at work on one output. */
export interface ChecksAtWork {
  /** Told of every page of a PDF while it is loaded, in order. */
  readonly look: (page: LoadedPage) => void;
  /**
   * When all pages have been shown. An empty answer means that all checks looked and none objected.
   *
   * @param values all that must not occur, those among them that were found meanwhile
   * @throws {TuheiError} "damaged", "engine" when the output could not be examined: it is then not proven
   */
  finish(values: ReadonlySet<string>): Promise<Leak[]>;
  /** Resolves when nothing is at work any more, however it ended. */
  settled(): Promise<void>;
}

/** Sets every check for this format to work. Those that have a thread of their own are busy at once. */
export function startChecks(format: string, output: ByteSource, context: CheckContext): ChecksAtWork {
  const asked = checks.filter(({ formats }) => formats.includes(format));
  const apart = asked.filter(({ isApart }) => isApart).map((check) => check.run(output, context));
  const settled = Promise.allSettled(apart);
  const looks = looksOf(
    asked.filter((check) => isPageCheck(check)),
    output,
    context,
  );
  return {
    look: looks.page,
    async finish(values) {
      const leaks = await looks.finish();
      for (const check of asked) {
        if (isPageCheck(check) || check.isApart) continue;
        await heed(context.signal);
        leaks.push(...(await check.run(output, { ...context, values })));
      }
      return [...leaks, ...(await Promise.all(apart)).flat()];
    },
    async settled() {
      await settled;
    },
  };
}

function isPageCheck(check: (typeof checks)[number]): check is PageCheck {
  return "look" in check;
}
