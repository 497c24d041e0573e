import { resolve } from "node:path";
import type { CommandOptions } from "../commands/command.js";
import type { Messages } from "../messages/index.js";
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
  let ignored = 0;
  const listed = listInputs(sources, {
    exclude: new Set(exclude.map((path) => resolve(path))),
    maxDepth: options.maxDepth as number,
    maxBytes: (options.maxSize as number | undefined) ?? Number.POSITIVE_INFINITY,
    ignores(path, isFolder) {
      const isIgnored = ignoreFile.ignores(path, isFolder);
      if (isIgnored) ignored++;
      return isIgnored;
    },
  });
  const inputs: Input[] = [];
  for await (const input of listed) inputs.push(input);
  return { inputs, ignoreFile, ignored };
}
