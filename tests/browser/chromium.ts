import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";

/** A blank page in a browser without windows. */
export interface Page {
  /** The value of a promise that an expression makes in the page. */
  evaluate(expression: string): Promise<unknown>;
  /** What printing a page of HTML gives: a PDF on sheets as large as the style sheet says. */
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
/** The protocol's file descriptors (--remote-debugging-pipe). */
const [TO_BROWSER, FROM_BROWSER] = [3, 4];

/** Where Chromium is installed; undefined where it is not. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Opens a page, by itself a blank one. Speaks the Chrome DevTools protocol over pipes: no port is opened. */
export async function openPage(chromium: string, url = "about:blank"): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), "tuhei-chromium-"));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-pipe",
  ];
  const browser = spawn(chromium, [...flags, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => browser.once("exit", () => resolve()));
  const send = protocolOf(browser);
  const { targetId } = await send("Target.createTarget", { url });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const page: Page = {
    async evaluate(expression) {
      const parameters = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", parameters, sessionId as string);
      if (exceptionDetails) throw new Error(`in the browser: ${JSON.stringify(exceptionDetails)}`);
      return (result as { value: unknown }).value;
    },
    async print(html) {
      await page.evaluate(
        `document.open(), document.write(${JSON.stringify(html)}), document.close(), document.fonts.ready.then(() => {})`,
      );
      const { data } = await send("Page.printToPDF", { preferCSSPageSize: true }, sessionId as string);
      return Buffer.from(data as string, "base64");
    },
    async close() {
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  const isLoaded = `location.href === ${JSON.stringify(url)} && document.readyState === "complete"`;
  while (!(await page.evaluate(isLoaded))) await setTimeout(LOOK_AGAIN_MS);
  return page;
}

/** A page loads in a fraction of a second. */
const LOOK_AGAIN_MS = 50;

type Answer = Record<string, unknown>;

/** Messages are JSON and end with a zero byte; an answer has the number of its question. */
function protocolOf(browser: ChildProcess) {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let rest = "";
  (browser.stdio[FROM_BROWSER] as Readable).setEncoding("utf8").on("data", (data: string) => {
    const messages = (rest + data).split("\0");
    rest = messages.pop()!;
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as { id?: number; result: Answer; error?: { message: string } };
      if (id === undefined) continue;
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
    }
  });
  browser.once("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the browser ended with ${code}`));
  });
  let last = 0;
  return (method: string, params: Answer, sessionId?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      (browser.stdio[TO_BROWSER] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}
