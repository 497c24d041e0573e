import { readablePath } from "../path-bytes.js";
import { plainText } from "../plain-text.js";
import { createPace, durationText } from "./pace.js";
import type { Progress, ProgressOptions } from "./progress.js";

/** Characters of the bar. */
const WIDTH = 24;
/** Characters that the figures beside it take. */
const FIGURES = 44;
/** The fewest characters of a path that tell anything. */
const MIN_PATH = 10;
/** Between two drawings, so that small files are not slowed down by the terminal. */
const INTERVAL_MS = 80;

/** A bar with files done, files a second, the time the rest will take, and what is worked on. */
export function createBar(options: ProgressOptions): Progress {
  const { stream, now } = options;
  const pace = createPace(options);
  const pages = new Map<string, number>();
  let drawnAt = Number.NEGATIVE_INFINITY;

  function draw(path: string): void {
    if (now() - drawnAt < INTERVAL_MS) return;
    drawnAt = now();
    const { done, total, rate, restSeconds } = pace.pace();
    const filled = Math.round((done / Math.max(1, total)) * WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    const rest = restSeconds === undefined ? "" : ` · ${durationText(restSeconds)}`;
    const room = Math.max(MIN_PATH, (stream.columns ?? 80) - WIDTH - FIGURES);
    const page = pages.get(path) ?? 0;
    const shown = plainText(readablePath(path)).slice(-room);
    stream.write(
      `\r\x1b[K${bar} ${done}/${total} · ${rate.toFixed(1)}/s${rest} ${shown}${page > 1 ? ` · ${page}` : ""}`,
    );
  }

  return {
    begin: draw,
    page(path) {
      pages.set(path, (pages.get(path) ?? 0) + 1);
      draw(path);
    },
    end(path) {
      pages.delete(path);
      pace.end(path);
      draw(path);
    },
    clear() {
      if (drawnAt > Number.NEGATIVE_INFINITY) stream.write("\r\x1b[K");
    },
  };
}
