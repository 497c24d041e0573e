import { appendFile, type FileHandle, open, rm } from "node:fs/promises";
import type { CommandOptions } from "./commands/command.js";
import { gapLines } from "./file-notes.js";
import type { Messages } from "./messages/index.js";
import { readablePath } from "./path-bytes.js";
import { plainText } from "./plain-text.js";
import { print } from "./print.js";
import type { Progress } from "./progress/progress.js";
import type { ReportOutput } from "./report-outputs.js";
import type { ReportInput } from "./reports/report.js";
import type { FileResult } from "./result.js";
import { UsageError } from "./usage-error.js";

/** The reports of a run while it goes on. */
export interface OpenReports {
  /** A file is done: told at once by reports that consist of files. */
  file(result: FileResult, progress: Progress): Promise<void>;
  /**
   * All files are done.
   *
   * @throws {UsageError} where a report cannot be written after all
   */
  finish(input: Omit<ReportInput, "color">): Promise<void>;
  /** The run was stopped, or a report failed: one that would be whole only at the end is taken away, not left half. */
  abandon(): Promise<void>;
}

interface OpenOutput extends ReportOutput {
  readonly handle?: FileHandle;
}

/**
 * Opens the files of the reports, so that one that cannot be written is known before the work.
 *
 * @param stream takes what has no file
 * @throws {UsageError} where a file cannot be written
 */
export async function openReports(
  outputs: readonly ReportOutput[],
  options: CommandOptions,
  messages: Messages,
  stream: NodeJS.WriteStream,
): Promise<OpenReports> {
  const opened: OpenOutput[] = [];
  for (const output of outputs) opened.push(await openOutput(output, messages));
  const write = async ({ path, handle }: OpenOutput, text: string | Uint8Array) => {
    if (!handle) return print(text, stream);
    await handle.writeFile(text).catch((error) => {
      throw new UsageError(messages.usage.reportExists(path!), { cause: error });
    });
  };
  return {
    async file(result, progress) {
      for (const output of opened) {
        const text = output.report.renderFile?.(result);
        if (text === undefined) continue;
        if (!output.handle) progress.clear();
        await write(output, text);
      }
    },
    async abandon() {
      await Promise.all(opened.map(closeHalf));
    },
    async finish(input) {
      const isForPeople = ({ report, path }: ReportOutput) => report.name === "pretty" && path === undefined;
      if (options.quiet || !opened.some(isForPeople)) reportProblems(input.files, messages);
      for (const output of opened) {
        const { report, handle } = output;
        const isSilent = options.quiet && isForPeople(output);
        const color = handle === undefined && usesColor(options, stream);
        if (!report.renderFile && !isSilent) await write(output, report.render({ ...input, color }));
        await handle?.close();
        const { variable, report: further } = report.beside ?? {};
        const path = variable && process.env[variable];
        if (path && further) await append(path, further.render({ ...input, color: false }), messages);
      }
    },
  };
}

async function closeHalf({ report, path, handle }: OpenOutput): Promise<void> {
  await handle?.close();
  if (path !== undefined && !report.renderFile) await rm(path, { force: true });
}

async function openOutput(output: ReportOutput, { usage }: Messages): Promise<OpenOutput> {
  if (output.path === undefined) return output;
  try {
    return { ...output, handle: await open(output.path, "w") };
  } catch (error) {
    throw new UsageError(usage.reportExists(output.path), { cause: error });
  }
}

async function append(path: string, text: string | Uint8Array, { usage }: Messages): Promise<void> {
  await appendFile(path, text).catch((error) => {
    throw new UsageError(usage.reportExists(path), { cause: error });
  });
}

/** One line a problem on standard error, so that a person sees it also when the report is for machines. */
function reportProblems(files: readonly FileResult[], messages: Messages): void {
  for (const { path, error, gaps } of files) {
    if (error) process.stderr.write(`${plainText(readablePath(path))}: ${error.message}\n`);
    for (const line of gapLines(gaps, messages)) process.stderr.write(`${plainText(readablePath(path))}: ${line}\n`);
  }
}

function usesColor(options: CommandOptions, stream: NodeJS.WriteStream): boolean {
  if (options.color === false || process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return true;
  return stream.isTTY === true && process.env.TERM !== "dumb";
}
