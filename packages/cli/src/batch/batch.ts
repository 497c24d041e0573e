import { dirname } from "node:path";
import type { Input } from "../inputs/input.js";
import type { Journal } from "../journal/journal.js";
import type { Progress } from "../progress/progress.js";
import { failed } from "../result.js";
import type { RunPlan } from "../run-plan.js";
import type { Session } from "../session.js";
import { removeLeftovers } from "../temporary.js";
import { groupsOf } from "./groups.js";
import { handleFile, type Outcome } from "./handle-file.js";
import { inOrder } from "./in-order.js";
import { isForThisProcess } from "./jobs.js";
import { WorkerLost } from "./worker-lost.js";
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

/** An outcome, and whether an earlier run made it. */
export type Ended = Outcome & { readonly isResumed: boolean };

/** A batch under way. */
export interface Batch {
  /** In the order of the inputs. */
  outcomes(): AsyncGenerator<Ended>;
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

  const onPage = ({ path }: Input) => progress.page(path);

  async function handle(input: Input): Promise<Outcome> {
    if (jobs === 0 || isForThisProcess(input))
      return handleFile(input, { ...session, onPage: () => onPage(input) }, plan.handle);
    let outcome: Outcome | undefined;
    try {
      await workers.handle([input], { page: onPage, done: (made) => (outcome = made) });
      return outcome!;
    } catch (error) {
      if (!isStopped) await removeHalf(input);
      return { file: failed(input.path, error, session.messages) };
    }
  }

  /** Which one broke the process nobody knows: those that it told nothing of are worked on again, each alone. */
  async function handleGroup(inputs: readonly Input[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    await workers.handle(inputs, { page: onPage, done: (made) => outcomes.push(made) }).catch((error) => {
      if (!(error instanceof WorkerLost)) throw error;
    });
    for (const input of inputs.slice(outcomes.length)) {
      if (isStopped) break;
      outcomes.push(await handle(input));
    }
    return outcomes;
  }

  async function workOn(inputs: readonly Input[]): Promise<Ended[]> {
    if (inputs.length === 1) return [await work(inputs[0]!)];
    if (isStopped) return new Promise(() => undefined);
    for (const { path } of inputs) progress.begin(path);
    const outcomes = await handleGroup(inputs);
    if (isStopped) return new Promise(() => undefined);
    for (const { path } of inputs) progress.end(path);
    return outcomes.map((outcome) => ({ ...outcome, isResumed: false }));
  }

  async function work(input: Input): Promise<Ended> {
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
    if (output !== undefined) await removeLeftovers(dirname(output));
  }

  return {
    async *outcomes() {
      // What is written is noted in the journal file by file.
      const isGrouped = jobs > 0 && plan.outputOf === undefined;
      const groups = isGrouped ? groupsOf(inputs, jobs) : inputs.map((input) => [input]);
      for await (const ended of inOrder(groups, Math.max(1, jobs), workOn)) yield* ended;
    },
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
