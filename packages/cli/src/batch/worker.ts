import { Worker } from "node:worker_threads";
import { isFileCommand } from "../commands/command.js";
import { commands } from "../commands/index.js";
import { settingsOf } from "../config/settings.js";
import { createSession } from "../create-session.js";
import { catalogues } from "../messages/index.js";
import type { HandleFile } from "../run-plan.js";
import type { Session } from "../session.js";
import { handleFile, type Outcome } from "./handle-file.js";
import type { FromWorker, Setup, ToWorker } from "./worker-messages.js";

/** The process that works on files, one after the other, so that what kills it costs one file. Started by `startWorker`. */

/** Between two signs of life: a page of text takes less than a message. */
const SIGN_MS = 100;

let preparing: Promise<{ session: Session; handle: HandleFile }> | undefined;

// Libraries warn about what they see in a file, in its own words.
console.warn = () => undefined;
// Ctrl-C reaches every process of the terminal: the one that started this decides.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
new Worker(new URL("./watchdog.js", import.meta.url), { workerData: { parent: process.ppid } }).unref();
process.on("message", async (message: ToWorker) => {
  if ("setup" in message) {
    preparing = prepare(message.setup);
    return;
  }
  const { session, handle } = await preparing!;
  let outcomes: Outcome[] = [];
  const signOfLife = everySign();
  for (const [index, input] of message.inputs.entries()) {
    const onPage = () => {
      if (signOfLife()) tell({ kind: "page", index });
    };
    outcomes.push(await handleFile(input, { ...session, onPage }, handle));
    if (index < message.inputs.length - 1 && !signOfLife()) continue;
    tell({ kind: "done", outcomes, rss: process.memoryUsage.rss() });
    outcomes = [];
  }
});

async function prepare({ command, options, config, base, language, threads }: Setup): NonNullable<typeof preparing> {
  const messages = catalogues[language];
  const plan = await commands
    .filter(isFileCommand)
    .find(({ name }) => name === command)!
    .plan(options, messages);
  const session = await createSession(options, messages, await settingsOf(config, base), {
    ...plan,
    ...(threads !== undefined && { threads }),
  });
  return { session, handle: plan.handle };
}

/** Whether it is time for a sign of life. */
function everySign(): () => boolean {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < SIGN_MS) return false;
    last = now;
    return true;
  };
}

function tell(message: FromWorker): void {
  process.send!(message);
}
