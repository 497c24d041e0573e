import type { Messages } from "../messages/index.js";
import { createPace, durationText } from "./pace.js";
import type { Progress, ProgressOptions } from "./progress.js";

/** Between two lines: a log of an hour has 360. */
const INTERVAL_MS = 10_000;

/** A plain line now and then, for logs. A short run says nothing. */
export function createLines(options: ProgressOptions, { progress }: Messages): Progress {
  const pace = createPace(options);
  let told = options.now();

  function tell(): void {
    if (options.now() - told < INTERVAL_MS) return;
    told = options.now();
    const { done, total, rate, restSeconds } = pace.pace();
    const rest = restSeconds === undefined ? "" : `, ${progress.rest(durationText(restSeconds))}`;
    options.stream.write(`tuhei: ${progress.files(done, total)}, ${rate.toFixed(1)}/s${rest}\n`);
  }

  return {
    begin: tell,
    page: tell,
    end(path) {
      pace.end(path);
      tell();
    },
    clear: () => undefined,
  };
}
