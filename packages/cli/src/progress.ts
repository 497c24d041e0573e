/** A bar on standard error. Silent when that is no terminal. */
export interface Progress {
  /** A file begins. */
  file(path: string): void;
  /** A page of the current file was read. */
  page(): void;
  /** Takes the bar away, before anything else is printed and at the end. */
  clear(): void;
}

/** Characters of the bar. */
const WIDTH = 24;
/** Between two drawings, so that small files are not slowed down by the terminal. */
const INTERVAL_MS = 80;

/** Draws to `stream` while it is a terminal. `total` is files in all. */
export function createProgress(stream: NodeJS.WriteStream, total: number, isQuiet: boolean): Progress {
  const isShown = stream.isTTY === true && !isQuiet;
  let [done, pages, drawnAt, path] = [-1, 0, 0, ""];

  function draw(): void {
    const now = performance.now();
    if (!isShown || now - drawnAt < INTERVAL_MS) return;
    drawnAt = now;
    const filled = Math.round((Math.max(0, done) / Math.max(1, total)) * WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    const room = Math.max(10, (stream.columns ?? 80) - WIDTH - 30);
    stream.write(`\r\x1b[K${bar} ${Math.max(0, done)}/${total} ${path.slice(-room)}${pages > 1 ? ` · ${pages}` : ""}`);
  }

  return {
    file(next) {
      done++;
      pages = 0;
      path = next;
      draw();
    },
    page() {
      pages++;
      draw();
    },
    clear() {
      if (isShown && drawnAt > 0) stream.write("\r\x1b[K");
    },
  };
}
