// Damaged PDFs, for minutes: `node tests/bench/fuzz-pdf.mjs [--minutes 10] [--seed 1] [--from 0]`. Only typed errors and proven
// outputs will do. A case is told by seed and number, and can be run again alone with `--from`.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
  },
});
/** A case that takes more of the processor hangs; one that takes so long by the clock is ended. */
const LIMIT_S = 20;
const PATIENCE_MS = 180_000;
const end = Date.now() + Number(values.minutes) * 60_000;
const outcomes = new Map();
const failures = [];
/** Cases in which a value stayed that was not recognised and of which nothing was said: to be looked at. */
const unrecognised = [];
let slowest = { seconds: 0, index: -1 };

for (let next = Number(values.from); Date.now() < end; ) next = await work(next);
console.log(
  `seed ${values.seed}: ${[...outcomes.values()].reduce((sum, count) => sum + count, 0)} cases, slowest ${slowest.seconds.toFixed(1)} s (${slowest.index})`,
);
for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`${outcome}: ${count}`);
if (unrecognised.length > 0) console.log(`unrecognised: ${unrecognised.join(", ")}`);
for (const failure of failures) console.log(`FAILED ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Runs cases in a process of its own until it ends, hangs or the time is up. Resolves to the case to go on with. */
function work(first) {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL("fuzz-worker.mjs", import.meta.url)), [values.seed, String(first)], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let current = { index: first, done: [], started: Date.now() };
    let isRunning = false;
    const fail = (what) => failures.push(`${current.index} (${current.done.join(", ")}): ${what}`);
    const clock = setInterval(() => {
      const isHanging = isRunning && Date.now() - current.started > PATIENCE_MS;
      if (!isHanging && Date.now() < end) return;
      if (isHanging) fail("hangs");
      child.removeAllListeners("exit");
      child.kill("SIGKILL");
      finish();
    }, 500);
    const finish = () => {
      clearInterval(clock);
      resolve(current.index + 1);
    };
    child.on("message", ({ index, done, outcome, seconds }) => {
      if (outcome === undefined) {
        current = { index, done, started: Date.now() };
        isRunning = true;
        return;
      }
      isRunning = false;
      if (seconds > slowest.seconds) slowest = { seconds, index };
      if (seconds > LIMIT_S) fail(`takes ${seconds.toFixed(1)} s`);
      const kind = outcome.split(" ")[0];
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      if (kind === "unrecognised") unrecognised.push(index);
      if (kind === "LEAK" || kind === "UNTYPED") fail(outcome);
    });
    child.on("exit", (code, signal) => {
      fail(`ended with ${code ?? signal}`);
      finish();
    });
  });
}
