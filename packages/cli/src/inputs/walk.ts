import { readdirSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileError } from "../files.js";
import { nameOf, systemPath } from "../path-bytes.js";
import { isGitHistory } from "./git-history.js";
import { type Input, NotEntered } from "./input.js";

/** What is left out below a folder. */
export interface WalkOptions {
  /** Absolute paths of outputs, which may lie inside an input folder. */
  readonly exclude: ReadonlySet<string>;
  /** Folders below the named one that are entered. */
  readonly maxDepth: number;
  /** Larger files are not read. */
  readonly maxBytes: number;
  /** Entries that the user's ignore file names. A folder so named is not entered. */
  readonly ignores: (path: string, isFolder: boolean) => boolean;
  /** Asked of folders that are git's: whether it is that of the user's own repository, which is no document. */
  readonly isOwnHistory: (folder: string) => boolean;
  /** Chooses files; all without it. */
  readonly wants?: (path: string) => boolean;
}

interface Place {
  readonly path: string;
  readonly relativePath: string;
  readonly depth: number;
  readonly above: Above | undefined;
}

/** A folder above, as device and inode, and those above it. */
interface Above {
  readonly identity: string;
  readonly above: Above | undefined;
}

/**
 * The file or the files below the folder, in order of name. What cannot be listed, or lies beyond a limit, is an input with
 * an error, never left out. A link to a folder above is not followed: what lies there is listed already.
 */
export function* walk(path: string, relativePath: string, options: WalkOptions): Generator<Input> {
  // A stack of our own: folders lie deeper in each other than calls may.
  const waiting: Place[] = [{ path, relativePath, depth: 0, above: undefined }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const found = look(place, options);
    if (found && "path" in found) yield found;
    else if (found) waiting.push(...found.entries.reverse());
  }
}

/** What is at a place: an input, the entries of a folder, or nothing to work on. */
function look(place: Place, options: WalkOptions): Input | { entries: Place[] } | undefined {
  const { path, relativePath, depth, above } = place;
  if (depth > 0 && options.exclude.has(resolve(path))) return undefined;
  try {
    // Nothing else is under way yet, and an answer at once costs a third of one from another thread.
    const facts = statSync(systemPath(path));
    if (depth > 0 && options.ignores(path, facts.isDirectory())) return undefined;
    if (!facts.isDirectory()) return (options.wants?.(path) ?? true) ? fileInput(place, facts, options) : undefined;
    if (depth > 0 && isGitHistory(path)) {
      if (options.isOwnHistory(path)) return undefined;
      return { path, relativePath, bytes: 0, error: new NotEntered("git-history") };
    }
    const identity = `${facts.dev} ${facts.ino}`;
    if (isBelowItself(identity, above)) return undefined;
    if (depth > options.maxDepth) return { path, relativePath, bytes: 0, error: new NotEntered("over-max-depth") };
    const names = namesIn(path).sort();
    return {
      entries: names.map((name) => ({
        path: join(path, name),
        relativePath: depth === 0 ? name : join(relativePath, name),
        depth: depth + 1,
        above: { identity, above },
      })),
    };
  } catch (error) {
    return { path, relativePath, bytes: 0, error: fileError(error, path) };
  }
}

/** Names in UTF-8 are read as they are, which is quicker; "\ufffd" stands where one is not. */
function namesIn(folder: string): string[] {
  const path = systemPath(folder);
  const names = readdirSync(path, "utf8");
  if (!names.some((name) => name.includes("\ufffd"))) return names;
  return readdirSync(path, "buffer").map(nameOf);
}

function isBelowItself(identity: string, above: Above | undefined): boolean {
  for (let folder = above; folder; folder = folder.above) if (folder.identity === identity) return true;
  return false;
}

/** What a shell opens for this process. Any other pipe may have nobody who writes to it, and would be waited for in vain. */
const SHELL_PIPE = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;

function fileInput({ path, relativePath }: Place, facts: Stats, { maxBytes }: WalkOptions): Input {
  // Where the last thing looked at was a pipe, Node takes what it loads next from where a link lies (`realpathSync`, nodejs/node).
  if (facts.isFIFO() || facts.isSocket()) statSync("/");
  if (facts.isFIFO() && SHELL_PIPE.test(path)) return { path, relativePath, bytes: 0, isStream: true };
  if (!facts.isFile()) return { path, relativePath, bytes: 0, error: new NotEntered("not-a-file") };
  const isTooLarge = facts.size > maxBytes;
  return { path, relativePath, bytes: facts.size, ...(isTooLarge && { error: new NotEntered("over-max-size") }) };
}
