import { rm } from "node:fs/promises";
import { temporaryOf } from "../files.js";
import type { Input } from "../inputs/input.js";
import type { Journal } from "../journal/journal.js";
import type { Progress } from "../progress/progress.js";
import { failed } from "../result.js";
import type { RunPlan } from "../run-plan.js";
import type { Session } from "../session.js";
import { handleFile, type Outcome } from "./handle-file.js";
import { inOrder } from "./in-order.js";
import { isForThisProcess } from "./jobs.js";
import type { Setup } from "./worker-messages.js";
import { createWorkers } from "./workers.js";

/** What a batch is worked through with. */
export interface BatchOptions {
  readonly inputs: readonly Input[];
  readonly plan: RunPlan;
  readonly session: Session;
  readonly progress: Progress;
  /** Processes beside this one; 0 where this one works. */
  readonly jobs: number;
  /** What these processes are told. */
  readonly setup: Setup;
  /** How long a file may take from one page to the next; only where other processes work. */
  readonly timeoutMs: number;
  readonly journal?: Journal;
}

/** A batch under way. */
export interface Batch {
  /** In the order of the inputs. */
  outcomes(): AsyncGenerator<Outcome & { readonly isResumed: boolean }>;
  /** Stops it at once and removes what was half written. Nothing more comes. */
  stop(): Promise<void>;
  /** Ends the processes. */
  close(): Promise<void>;
}

/** Works through inputs, each apart from the others: what one of them breaks costs that one. */
export function createBatch(options: BatchOptions): Batch {
  const { inputs, plan, session, progress, jobs, journal } = options;
  const workers = createWorkers(options.setup, options.timeoutMs);
  const underWay = new Set<Input>();
  let isStopped = false;

  async function handle(input: Input): Promise<Outcome> {
    const onPage = () => progress.page(input.path);
    if (jobs === 0 || isForThisProcess(input)) return handleFile(input, { ...session, onPage }, plan.handle);
    try {
      return await workers.handle(input, onPage);
    } catch (error) {
      if (!isStopped) await removeHalf(input);
      return { file: failed(input.path, error, session.messages) };
    }
  }

  async function work(input: Input): Promise<Outcome & { isResumed: boolean }> {
    // Whoever stopped the batch waits for nothing of it.
    if (isStopped) return new Promise(() => undefined);
    progress.begin(input.path);
    underWay.add(input);
    const notes = isForThisProcess(input) ? undefined : journal;
    const { result, isOwnOutput = false } = (await notes?.earlier(input)) ?? {};
    if (!result) await notes?.begin(input);
    const outcome = result ? { file: result } : await handle({ ...input, ...(isOwnOutput && { isRetried: true }) });
    if (isStopped) return new Promise(() => undefined);
    if (!result) await notes?.end(input, outcome.file);
    underWay.delete(input);
    progress.end(input.path);
    return { ...outcome, isResumed: result !== undefined };
  }

  async function removeHalf(input: Input): Promise<void> {
    const output = plan.outputOf?.(input);
    if (output !== undefined) await rm(temporaryOf(output), { force: true });
  }

  return {
    outcomes: () => inOrder(inputs, Math.max(1, jobs), work),
    async stop() {
      isStopped = true;
      await workers.kill();
      for (const input of underWay) await removeHalf(input);
    },
    async close() {
      await workers.kill();
    },
  };
}
