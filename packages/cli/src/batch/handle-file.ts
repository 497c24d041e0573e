import { createReadStream } from "node:fs";
import { bytesSource } from "@tuhei/core";
import { describeDefect } from "../defect.js";
import { isOwnFault } from "../failure.js";
import { withJson } from "../file-json.js";
import { type CheckedSource, type FileSource, fileError, fileSource } from "../files.js";
import type { Input } from "../inputs/input.js";
import { OutputLost } from "../print.js";
import { type FileResult, failed } from "../result.js";
import type { HandleFile } from "../run-plan.js";
import type { Session } from "../session.js";

/** What became of a file. */
export interface Outcome {
  readonly file: FileResult;
  /** What a person may report of a defect of tuhei, see `describeDefect`. */
  readonly defect?: string;
}

/**
 * Works on one file by the settings for its path. What is wrong with it is its outcome: the run goes on with the next.
 *
 * @throws {OutputLost} where the copy is printed and nobody takes it
 */
export async function handleFile(input: Input, session: Session, handle: HandleFile): Promise<Outcome> {
  try {
    if (input.error) throw input.error;
    const scan = session.settings.forFile(input.path) ?? session.scan;
    const source: CheckedSource & Partial<Pick<FileSource, "close">> = input.isStream
      ? await streamed(input)
      : await fileSource(input.path);
    try {
      const file = await handle(input, source, { ...session, scan });
      // What is written was checked before; what is only told is checked now.
      if (file.output === undefined) await source.check?.();
      return { file: session.besideJson === undefined ? file : withJson(file, session.besideJson) };
    } finally {
      await source.close?.();
    }
  } catch (error) {
    if (error instanceof OutputLost) throw error;
    const file = failed(input.path, error, session.messages);
    return isOwnFault(error) ? { file } : { file, defect: describeDefect(error, session.messages) };
  }
}

async function streamed({ path, relativePath }: Input): Promise<CheckedSource> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of path === "-" ? process.stdin : createReadStream(path)) chunks.push(chunk as Buffer);
  } catch (error) {
    throw fileError(error, path);
  }
  return bytesSource(Buffer.concat(chunks), relativePath);
}
