import { readFile } from "node:fs/promises";
import { type ByteSource, bytesSource, createLegalSummary, createServices, TuheiError } from "@tuhei/core";
import { legalClassOf } from "@tuhei/patterns";
import type { CommandOptions } from "./commands/command.js";
import { type ConfigSource, type LoadedConfig, loadConfig } from "./config/load-config.js";
import { printConfig } from "./config/print-config.js";
import type { Settings } from "./config/settings.js";
import { describeDefect } from "./defect.js";
import { exitCodes } from "./exit-codes.js";
import { type FileSource, fileSource, shownPath } from "./files.js";
import { gatherInputs } from "./inputs/gather-inputs.js";
import type { IgnoreFile } from "./inputs/ignore-file.js";
import { type Input, OverLimit } from "./inputs/input.js";
import { type Source, sourcesOf } from "./inputs/sources.js";
import type { Messages } from "./messages/index.js";
import { createProgress } from "./progress.js";
import { openReports } from "./report-files.js";
import { outputsOf, ownReports, refuseInputs } from "./report-outputs.js";
import type { ReportInput } from "./reports/report.js";
import { type FileResult, failed, type ReportedFinding } from "./result.js";
import type { Session } from "./session.js";
import { UsageError } from "./usage-error.js";

/** What a command does with one file. Throws a TuheiError for what is that file's fault. Whatever it throws, the run goes on with the next. */
export type HandleFile = (input: Input, source: ByteSource, session: Session) => Promise<FileResult>;

/** How a run differs between commands. */
export interface RunPlan {
  readonly command: ReportInput["command"];
  readonly handle: HandleFile;
  /** The exit code when everything was fully handled. */
  readonly exitCode: (files: readonly FileResult[], settings: Settings) => number;
  /** Whether a finding makes the exit code 1; none does where it is left out. */
  readonly fails?: (finding: ReportedFinding, session: Session) => boolean;
  /** The output folder of `redact`. */
  readonly out?: string;
  readonly dryRun?: boolean;
  /** The report goes to standard error, because standard output is taken by a file. */
  readonly reportToStderr?: boolean;
}

/** Works through all files of a command one after the other, reports, and returns the exit code. */
export async function runFiles(options: CommandOptions, messages: Messages, plan: RunPlan): Promise<number> {
  const sources = await sourcesOf(options.paths as string[], options.filesFrom as string | undefined, messages);
  const loaded = await loadConfig(configSourceOf(options, sources), messages);
  if (options.printConfig) return printConfig(loaded);
  const outputs = outputsOf(options, messages);
  const exclude = [...(plan.out === undefined ? [] : [plan.out]), ...(await ownReports(outputs))];
  const { inputs, ignoreFile, ignored } = await gatherInputs(sources, exclude, options, messages);
  reportRefused(loaded, ignoreFile, messages);
  await refuseInputs(outputs, inputs, messages);
  const session = await sessionFor(options, messages, loaded.settings, inputs.length);
  const written = await openReports(outputs, options, messages, plan.reportToStderr ? process.stderr : process.stdout);
  const files: FileResult[] = [];
  let skipped = 0;
  try {
    for (const input of inputs) {
      session.progress.file(input.path);
      const scan = loaded.settings.forFile(input.path);
      if (!scan) skipped++;
      if (!scan) continue;
      const file = await handleOne(input, { ...session, scan }, plan.handle);
      files.push(file);
      await written.file(file, session.progress);
    }
  } finally {
    session.progress.clear();
    await session.services.close();
  }
  await written.finish({
    command: plan.command,
    files,
    legal: session.legal.summary(),
    messages,
    dryRun: plan.dryRun ?? false,
    detectors: loaded.settings.detectors,
    ...(ignoreFile.path !== undefined && { ignoreFile: { path: shownPath(ignoreFile.path), entries: ignored } }),
    ...(loaded.file !== undefined && { config: { path: shownPath(loaded.file), skipped } }),
    fails: (finding) => plan.fails?.(finding, session) ?? false,
    ...(plan.out !== undefined && { out: plan.out }),
  });
  if (files.some(({ error }) => error?.code === "internal")) return exitCodes.internal;
  return files.some(({ status }) => status !== "ok") ? exitCodes.incomplete : plan.exitCode(files, loaded.settings);
}

async function handleOne(input: Input, session: Session, handle: HandleFile): Promise<FileResult> {
  try {
    if (input.error) throw input.error;
    const source: ByteSource & Partial<Pick<FileSource, "close">> =
      input.path === "-" ? await standardInput() : await fileSource(input.path);
    try {
      return await handle(input, source, session);
    } finally {
      await source.close?.();
    }
  } catch (error) {
    if (!(error instanceof TuheiError || error instanceof OverLimit)) {
      session.progress.clear();
      process.stderr.write(describeDefect(error, session.messages));
    }
    return failed(input.path, error, session.messages);
  }
}

async function standardInput(): Promise<ByteSource> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return bytesSource(Buffer.concat(chunks), "stdin");
}

/** What lies among the documents and might be the user's own is told, not passed over. */
function reportRefused(loaded: LoadedConfig, ignoreFile: IgnoreFile, messages: Messages): void {
  const tell = (path: string, option: string) =>
    process.stderr.write(`tuhei: ${messages.amongDocuments(shownPath(path), option)}\n`);
  if (loaded.refused !== undefined) tell(loaded.refused, "--config");
  if (ignoreFile.refused !== undefined) tell(ignoreFile.refused, "--ignore-file");
}

function configSourceOf({ config, only, minScore, failOn }: CommandOptions, sources: readonly Source[]): ConfigSource {
  return {
    paths: sources.map(({ path }) => path),
    overrides: {
      ...(only !== undefined && { only: [...(only as ReadonlySet<string>)] }),
      ...(minScore !== undefined && { minScore: minScore as number }),
      ...(failOn !== undefined && { failOn: failOn as number }),
    },
    ...(config !== undefined && { asked: config as string | false }),
  };
}

async function sessionFor(
  options: CommandOptions,
  messages: Messages,
  settings: Settings,
  total: number,
): Promise<Session> {
  const services = createServices({ ocr: options.ocr as "auto" | "paddle" | "tesseract" | "none" });
  const password = await passwordFrom(options.passwordFile as string | undefined, messages);
  const encoding = options.encoding as string | undefined;
  return {
    messages,
    services,
    open: { services, ...(password !== undefined && { password }), ...(encoding !== undefined && { encoding }) },
    scan: settings.general,
    settings,
    showValues: options.showValues as boolean,
    legal: createLegalSummary({
      today: dayOf(new Date()),
      classOf: (type) => legalClassOf(type, settings.detectors),
    }),
    progress: createProgress(process.stderr, total, options.quiet as boolean),
  };
}

/** `YYYYMMDD` on the user's clock. */
function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${date.getFullYear()}${month}${day}`;
}

async function passwordFrom(path: string | undefined, { usage }: Messages): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return (await readFile(path, "utf8")).replace(/\r?\n$/, "");
  } catch (error) {
    throw new UsageError(usage.passwordFile(path), { cause: error });
  }
}
