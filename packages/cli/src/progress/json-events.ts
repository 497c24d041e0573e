import { createPace } from "./pace.js";
import type { Progress, ProgressOptions } from "./progress.js";

/** Between two events of one file's pages. */
const INTERVAL_MS = 200;

/** One JSON object a line, for a program that started this one. Keys are never translated. */
export function createJsonEvents(options: ProgressOptions): Progress {
  const pace = createPace(options);
  const pages = new Map<string, { count: number; toldAt: number }>();

  function tell(event: string, path: string, more: object = {}): void {
    const { done, total, rate, restSeconds } = pace.pace();
    const figures = {
      done,
      total,
      rate: rounded(rate),
      ...(restSeconds !== undefined && { rest: rounded(restSeconds) }),
    };
    options.stream.write(`${JSON.stringify({ event, path, ...more, ...figures })}\n`);
  }

  return {
    begin: (path) => tell("begin", path),
    page(path) {
      const seen = pages.get(path) ?? { count: 0, toldAt: Number.NEGATIVE_INFINITY };
      seen.count++;
      pages.set(path, seen);
      if (options.now() - seen.toldAt < INTERVAL_MS) return;
      seen.toldAt = options.now();
      tell("page", path, { pages: seen.count });
    },
    end(path) {
      pages.delete(path);
      pace.end(path);
      tell("end", path);
    },
    clear: () => undefined,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
