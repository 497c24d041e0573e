import { resolve } from "node:path";
import type { CommandOptions } from "../commands/command.js";
import type { Messages } from "../messages/index.js";
import { createIsOwnHistory } from "./git-history.js";
import { type IgnoreFile, loadIgnoreFile } from "./ignore-file.js";
import type { Input } from "./input.js";
import { listInputs } from "./list-inputs.js";
import type { Source } from "./sources.js";

/** All inputs of a run. */
export interface Gathered {
  readonly inputs: readonly Input[];
  readonly ignoreFile: IgnoreFile;
  /** Files and folders that the ignore file leaves out. */
  readonly ignored: number;
  /** Where the history of the user's own repository lies, where it was met and left out. */
  readonly gitHistory?: string;
}

/**
 * Lists the inputs by the options of the command line.
 *
 * @param exclude outputs, which may lie inside an input folder
 * @throws {UsageError} where the ignore file cannot be read
 */
export async function gatherInputs(
  sources: readonly Source[],
  exclude: readonly string[],
  options: CommandOptions,
  messages: Messages,
): Promise<Gathered> {
  const ignoreFile = await loadIgnoreFile(options.ignoreFile as string | false | undefined, sources, messages);
  const isOwnHistory = await createIsOwnHistory();
  let ignored = 0;
  let gitHistory: string | undefined;
  const listed = listInputs(sources, {
    exclude: new Set(exclude.map((path) => resolve(path))),
    maxDepth: options.maxDepth as number,
    maxBytes: (options.maxSize as number | undefined) ?? Number.POSITIVE_INFINITY,
    ignores(path, isFolder) {
      const isIgnored = ignoreFile.ignores(path, isFolder);
      if (isIgnored) ignored++;
      return isIgnored;
    },
    isOwnHistory(folder) {
      const isOwn = isOwnHistory(folder);
      if (isOwn) gitHistory = folder;
      return isOwn;
    },
  });
  const inputs: Input[] = [];
  for await (const input of listed) inputs.push(input);
  return { inputs, ignoreFile, ignored, ...(gitHistory !== undefined && { gitHistory }) };
}
