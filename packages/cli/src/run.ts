import { resolve } from "node:path";
import { createLegalSummary, type Profile } from "@tuhei/core";
import { keyFile } from "./baseline/baseline-keys.js";
import { baselineSummary } from "./baseline/baseline-summary.js";
import { isMade } from "./baseline/open-baseline.js";
import { createBatch } from "./batch/batch.js";
import { jobsFor } from "./batch/jobs.js";
import { onInterrupt } from "./batch/on-interrupt.js";
import type { CommandOptions, FileCommand } from "./commands/command.js";
import { type ConfigSource, type LoadedConfig, loadConfig } from "./config/load-config.js";
import { printConfig } from "./config/print-config.js";
import { createSession } from "./create-session.js";
import { exitCodes } from "./exit-codes.js";
import { shownPath } from "./files.js";
import { gatherInputs } from "./inputs/gather-inputs.js";
import type { IgnoreFile } from "./inputs/ignore-file.js";
import type { Input } from "./inputs/input.js";
import { type Source, sourcesOf } from "./inputs/sources.js";
import { type Journal, openJournal } from "./journal/journal.js";
import { workText } from "./journal/work-mark.js";
import type { Messages } from "./messages/index.js";
import { createProgress } from "./progress/create-progress.js";
import { openReports } from "./report-files.js";
import { findingsNeeded, outputsOf, ownReports, refuseInputs } from "./report-outputs.js";
import type { FileResult } from "./result.js";
import type { FinishedFile, RunPlan } from "./run-plan.js";
import type { Session } from "./session.js";
import { createThumbnailLimit } from "./thumbnails.js";
import { UsageError } from "./usage-error.js";

/** Works through all files of a command, reports, and returns the exit code. */
export async function runFiles(command: FileCommand, options: CommandOptions, messages: Messages): Promise<number> {
  const plan = await command.plan(options, messages);
  const sources = await sourcesOf(options.paths as string[], options.filesFrom as string | undefined, messages);
  const loaded = await loadConfig(configSourceOf(options, sources), messages);
  if (options.printConfig) return printConfig(loaded);
  const { settings } = loaded;
  const outputs = outputsOf(options, messages);
  const exclude = [...(plan.out === undefined ? [] : [plan.out]), ...(await ownReports(outputs))];
  const gathered = await gatherInputs(sources, exclude, options, messages);
  const { inputs: listed, ignoreFile, ignored, gitHistory } = gathered;
  reportRefused(loaded, ignoreFile, messages);
  await refuseInputs(outputs, listed, messages);
  const session = await createSession(options, messages, settings, plan);
  const documents = plan.baseline ? withoutOwn(listed, session) : listed;
  const inputs = documents.filter(({ path }) => settings.forFile(path) !== undefined);
  const journal = await journalFor(inputs, plan, loaded, options, messages);
  const written = await openReports(outputs, options, messages, plan.reportToStderr ? process.stderr : process.stdout);
  const now = () => performance.now();
  const progress = createProgress(options, messages, { stream: process.stderr, inputs, now });
  const jobs = jobsFor(inputs, options.jobs as number | undefined);
  const batch = createBatch({
    inputs,
    plan,
    session,
    progress,
    jobs,
    // Processes beside each other fill the cores by themselves.
    setup: { ...setupOf(command, options, loaded, messages), ...(jobs > 1 && { threads: 1 }) },
    timeoutMs: (options.timeout as number) * 1000,
    ...(journal && { journal }),
  });
  const { atEnd, isJsonAtEnd } = findingsNeeded(outputs, plan.outputOf === undefined);
  const files: FileResult[] = [];
  const finished: FinishedFile[] = [];
  const legal = createLegalSummary(session.legal);
  const limitThumbnails = createThumbnailLimit();
  let resumed = 0;
  const stop = async () => {
    await batch.stop();
    progress.clear();
    await written.abandon();
  };
  const tellStopped = () => {
    process.stderr.write(`tuhei: ${messages.interrupted(files.length, inputs.length, journal !== undefined)}\n`);
  };
  const settle = onInterrupt(exitCodes.interrupted, () => stop().then(tellStopped));
  try {
    for await (const { file: whole, defect, isResumed } of batch.outcomes()) {
      const { legal: counted, entries = [], ...shown } = whole;
      finished.push({ path: shown.path, entries });
      const file = limitThumbnails(shown);
      if (counted) legal.add(counted);
      if (isResumed) resumed++;
      // What nothing asks for any more is not held: a folder of exports has millions.
      const { json, ...rest } = file;
      const findings = rest.findings.length > atEnd ? rest.findings.slice(0, atEnd) : rest.findings;
      files.push({ ...rest, findings, ...(isJsonAtEnd && json && { json }) });
      if (defect !== undefined) progress.clear();
      if (defect !== undefined) process.stderr.write(defect);
      await written.file(file, progress);
    }
  } catch (error) {
    await stop();
    if (plan.outputOf) tellStopped();
    throw error;
  } finally {
    progress.clear();
    await batch.close();
    await session.services.close();
  }
  settle();
  await journal?.close(files.every(({ error }) => error === undefined));
  const told = written.finish({
    command: plan.command,
    files,
    resumed,
    legal: legal.summary(),
    messages,
    dryRun: plan.dryRun ?? false,
    detectors: settings.detectors,
    ...(ignoreFile.path !== undefined && { ignoreFile: { path: shownPath(ignoreFile.path), entries: ignored } }),
    ...(gitHistory !== undefined && { gitHistory: shownPath(gitHistory) }),
    ...(loaded.file !== undefined && {
      config: { path: shownPath(loaded.file), skipped: documents.length - inputs.length },
    }),
    ...(session.baseline && !isMade(session.baseline) && { baseline: await baselineSummary(session.baseline, files) }),
    fails: (finding) => plan.fails?.(finding, session) ?? false,
    ...(plan.out !== undefined && { out: plan.out }),
  });
  await told.catch(async (error) => {
    await written.abandon();
    throw error;
  });
  const ended = await plan.finish?.(finished, session);
  return exitCodeOf(files, () => ended ?? plan.exitCode(files, settings));
}

/** What is the user's own and no document: the baseline, and the keys to it. */
function withoutOwn(inputs: readonly Input[], { baseline }: Session): Input[] {
  const own = new Set([resolve(keyFile()), ...(baseline ? [baseline.path] : [])]);
  return inputs.filter(({ path }) => !own.has(resolve(path)));
}

function exitCodeOf(files: readonly FileResult[], whenHandled: () => number): number {
  if (files.some(({ error }) => error?.code === "internal")) return exitCodes.internal;
  return files.some(({ status }) => status !== "ok") ? exitCodes.incomplete : whenHandled();
}

/**
 * The journal of a run that writes files. One file needs none; a run that cannot keep one cannot be taken up again.
 *
 * @throws {UsageError} where an earlier run is to be taken up and there can be no journal
 */
async function journalFor(
  inputs: readonly Input[],
  plan: RunPlan,
  { config }: LoadedConfig,
  options: CommandOptions,
  messages: Messages,
): Promise<Journal | undefined> {
  const isResumed = options.resume === true;
  if (!plan.outputOf || plan.out === undefined || (inputs.length < 2 && !isResumed)) return undefined;
  const work = workText(plan.command, options, config);
  const journal = await openJournal({ out: plan.out, work, isResumed }).catch((error) => {
    if (isResumed) throw new UsageError(messages.usage.noJournal, { cause: error });
    return undefined;
  });
  if (isResumed && journal?.isNew) process.stderr.write(`tuhei: ${messages.nothingToResume}\n`);
  return journal;
}

function setupOf(
  { name }: FileCommand,
  options: CommandOptions,
  { config, base }: LoadedConfig,
  { language }: Messages,
) {
  const { paths: _, ...rest } = options;
  return { command: name, options: rest, config, base, language };
}

/** What lies among the documents and might be the user's own is told, not passed over. */
function reportRefused(loaded: LoadedConfig, ignoreFile: IgnoreFile, messages: Messages): void {
  const tell = (path: string, option: string) =>
    process.stderr.write(`tuhei: ${messages.amongDocuments(shownPath(path), option)}\n`);
  if (loaded.refused !== undefined) tell(loaded.refused, "--config");
  if (ignoreFile.refused !== undefined) tell(ignoreFile.refused, "--ignore-file");
}

function configSourceOf(
  { config, only, minScore, failOn, profile, unreadable, baseline, inlineIgnores }: CommandOptions,
  sources: readonly Source[],
): ConfigSource {
  return {
    paths: sources.map(({ path }) => path),
    overrides: {
      ...(only !== undefined && { only: [...(only as ReadonlySet<string>)] }),
      ...(minScore !== undefined && { minScore: minScore as number }),
      ...(failOn !== undefined && { failOn: failOn as number }),
      ...(inlineIgnores !== undefined && { inlineIgnores: inlineIgnores as boolean }),
      ...(baseline !== undefined && { baseline: resolve(baseline as string) }),
      ...(profile !== undefined && { profile: profile as Profile }),
      ...(unreadable !== undefined && { unreadable: unreadable as "cover" | "report" }),
    },
    ...(config !== undefined && { asked: config as string | false }),
  };
}
