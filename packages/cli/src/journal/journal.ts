import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Input } from "../inputs/input.js";
import type { FileResult } from "../result.js";
import { createThumbnailLimit } from "../thumbnails.js";
import { fileMark, textMark } from "./file-mark.js";
import { sealedLine, unsealed } from "./sealed-lines.js";
import { stateFolder, userKey } from "./state-folder.js";

/** What a run notes of its files, so that the next one can go on where it stopped. */
export interface Journal {
  /** Whether no earlier run left anything to go on with. */
  readonly isNew: boolean;
  /** What an earlier run left of an input. */
  earlier(input: Input): Promise<Earlier>;
  /** A file begins. */
  begin(input: Input): Promise<void>;
  /** A file is done, or failed. */
  end(input: Input, result: FileResult): Promise<void>;
  /** The run is over: a journal with nothing left to do is of no more use. */
  close(isComplete: boolean): Promise<void>;
}

/** What an earlier run left of an input. */
export interface Earlier {
  /** What it made of the same content by the same settings, where its output is still there. */
  readonly result?: FileResult;
  /** What lies at the output is that run's own: it was stopped while it wrote it, or wrote it from another content. */
  readonly isOwnOutput: boolean;
}

/** Which journal, and what it is good for. */
export interface JournalOptions {
  /** The output folder, of which there is one journal. */
  readonly out: string;
  /** See `workText`. */
  readonly work: string;
  /** Whether an earlier run is taken up. Otherwise its journal is replaced. */
  readonly isResumed: boolean;
}

/** Done with, where `result` is there; failed where only `ended`; under way where neither. Marks are of contents. */
interface Note {
  readonly relativePath: string;
  readonly content?: string;
  readonly ended?: true;
  readonly result?: FileResult;
  readonly output?: string;
}

/**
 * Opens the journal of an output folder, in the user's own state folder: beside the copies it would go where they go.
 * It is encrypted, see {@link userKey}. Rejects where the folder cannot be written.
 */
export async function openJournal({ out, work, isResumed }: JournalOptions): Promise<Journal> {
  const folder = stateFolder();
  const key = await userKey(folder);
  const path = join(folder, "journals", textMark(resolve(out), key));
  await mkdir(join(folder, "journals"), { recursive: true, mode: 0o700 });
  const notes = isResumed ? unsealed(await readFile(path, "utf8").catch(() => ""), key) : [];
  const noted = new Map((notes as Note[]).map((note) => [note.relativePath, note]));
  if (!isResumed) await writeFile(path, "", { mode: 0o600 });

  const marks = new Map<Input, string>();
  const limitThumbnails = createThumbnailLimit();
  let writing = Promise.resolve();
  const note = (line: Note) => {
    writing = writing.then(() => appendFile(path, sealedLine(line, key), { mode: 0o600 }));
    return writing;
  };
  // Content and settings in one: another setting makes another content of it.
  const markOf = async ({ path: file }: Input) => textMark(`${await fileMark(file, key)} ${work}`, key);

  return {
    isNew: noted.size === 0,
    async earlier(input) {
      const { ended, result, output, content } = noted.get(input.relativePath) ?? { ended: true };
      if (!ended) return { isOwnOutput: true };
      const isOwnOutput =
        result?.output !== undefined && (await fileMark(result.output, key).catch(() => undefined)) === output;
      const isSame = isOwnOutput && (await markOf(input).catch(() => undefined)) === content;
      return { isOwnOutput, ...(isSame && { result: { ...result, path: input.path } }) };
    },
    async begin(input) {
      // What cannot be read now fails when it is worked on.
      const content = await markOf(input).catch(() => undefined);
      if (content !== undefined) marks.set(input, content);
      await note({ relativePath: input.relativePath });
    },
    async end(input, result) {
      const { relativePath } = input;
      const content = marks.get(input);
      marks.delete(input);
      const { findings, ...rest } = limitThumbnails(result);
      if (result.error || result.output === undefined || content === undefined) {
        await note({ relativePath, ended: true });
        return;
      }
      const output = await fileMark(result.output, key);
      const masked = { ...rest, findings: findings.map(({ value: _, ...finding }) => finding) };
      await note({ relativePath, content, ended: true, result: masked, output });
    },
    async close(isComplete) {
      if (isComplete) await rm(path, { force: true });
    },
  };
}
