import { readFile, writeFile } from "node:fs/promises";
import {
  type ByteSource,
  bytesSource,
  createLegalSummary,
  createServices,
  type LegalSummary,
  TuheiError,
} from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import type { CommandOptions } from "./commands/command.js";
import { describeDefect } from "./defect.js";
import { exitCodes } from "./exit-codes.js";
import { type FileSource, fileSource, type Input, listInputs } from "./files.js";
import type { Messages } from "./messages/index.js";
import { UsageError } from "./options.js";
import { createProgress } from "./progress.js";
import { reports } from "./reports/index.js";
import type { ReportInput } from "./reports/report.js";
import { type FileResult, failed } from "./result.js";
import type { Session } from "./session.js";

/** What a command does with one file. Throws a TuheiError for what is that file's fault. Whatever it throws, the run goes on with the next. */
export type HandleFile = (input: Input, source: ByteSource, session: Session) => Promise<FileResult>;

/** How a run differs between commands. */
export interface RunPlan {
  readonly command: ReportInput["command"];
  readonly handle: HandleFile;
  /** The exit code when everything was fully handled. */
  readonly exitCode: (files: readonly FileResult[]) => number;
  /** The output folder of `redact`. */
  readonly out?: string;
  readonly dryRun?: boolean;
  /** The report goes to standard error, because standard output is taken by a file. */
  readonly reportToStderr?: boolean;
}

/** Works through all files of a command one after the other, reports, and returns the exit code. */
export async function runFiles(options: CommandOptions, messages: Messages, plan: RunPlan): Promise<number> {
  const inputs: Input[] = [];
  for await (const input of listInputs(options.paths as string[], plan.out)) inputs.push(input);
  const session = await sessionFor(options, messages, inputs.length);
  const files: FileResult[] = [];
  try {
    for (const input of inputs) {
      session.progress.file(input.path);
      files.push(await handleOne(input, session, plan.handle));
    }
  } finally {
    session.progress.clear();
    await session.services.close();
  }
  await printReport(files, session.legal.summary(), options, messages, plan);
  if (files.some(({ error }) => error?.code === "internal")) return exitCodes.internal;
  return files.some(({ status }) => status !== "ok") ? exitCodes.incomplete : plan.exitCode(files);
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
    if (!(error instanceof TuheiError)) {
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

async function sessionFor(options: CommandOptions, messages: Messages, total: number): Promise<Session> {
  const services = createServices({ ocr: options.ocr as "auto" | "paddle" | "tesseract" | "none" });
  const password = await passwordFrom(options.passwordFile as string | undefined, messages);
  const only = options.only as ReadonlySet<EntityType> | undefined;
  const minScore = options.minScore as number | undefined;
  const encoding = options.encoding as string | undefined;
  return {
    messages,
    services,
    open: { services, ...(password !== undefined && { password }), ...(encoding !== undefined && { encoding }) },
    scan: { ...(only && { only }), ...(minScore !== undefined && { minScore }) },
    showValues: options.showValues as boolean,
    legal: createLegalSummary({ today: dayOf(new Date()) }),
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

async function printReport(
  files: readonly FileResult[],
  legal: LegalSummary,
  options: CommandOptions,
  messages: Messages,
  plan: RunPlan,
): Promise<void> {
  const report = reports.find(({ name }) => name === options.format)!;
  const reportFile = options.report as string | undefined;
  const stream = plan.reportToStderr ? process.stderr : process.stdout;
  const text = report.render({
    command: plan.command,
    files,
    legal,
    messages,
    color: reportFile === undefined && usesColor(options, stream),
    dryRun: plan.dryRun ?? false,
    ...(plan.out !== undefined && { out: plan.out }),
  });
  if (report.name !== "pretty") reportProblems(files, messages);
  if (reportFile !== undefined) {
    await writeFile(reportFile, text).catch((error) => {
      throw new UsageError(messages.usage.reportExists(reportFile), { cause: error });
    });
  } else if (!(options.quiet && report.name === "pretty")) stream.write(text);
  if (options.quiet && report.name === "pretty") reportProblems(files, messages);
}

/** One line a problem on standard error, so that a person sees it also when the report is for machines. */
function reportProblems(files: readonly FileResult[], messages: Messages): void {
  for (const { path, error, gaps } of files) {
    if (error) process.stderr.write(`${path}: ${error.message}\n`);
    for (const { code, page } of gaps) {
      process.stderr.write(
        `${path}: ${page === undefined ? "" : `${messages.report.page(page)}: `}${messages.gaps[code]}\n`,
      );
    }
  }
}

function usesColor(options: CommandOptions, stream: NodeJS.WriteStream): boolean {
  if (options.color === false || process.env.NO_COLOR) return false;
  return stream.isTTY === true || Boolean(process.env.FORCE_COLOR);
}
