import { readFile, stat } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import type { Messages } from "../messages/index.js";
import { nameOf } from "../path-bytes.js";
import { UsageError } from "../usage-error.js";

/** Where inputs come from: a path as the user wrote it, or a pattern of paths. */
export interface Source {
  /** A file, a folder, or "-". For a pattern the folder from which it counts. */
  readonly path: string;
  /** Written by the user on the command line: no ignore file leaves it out. */
  readonly isNamed: boolean;
  /** Where the output goes below the output folder. */
  readonly relativePath: string;
  /** The pattern, as the user wrote it. */
  readonly glob?: string;
}

/** What the command line names: paths, patterns where nothing of that name exists, and the lines of --files-from. */
export async function sourcesOf(
  paths: readonly string[],
  filesFrom: string | undefined,
  messages: Messages,
): Promise<Source[]> {
  const named = await Promise.all(paths.map(namedSource));
  if (filesFrom === undefined) return named;
  if (filesFrom === "-" && paths.includes("-")) throw new UsageError(messages.usage.stdinTwice);
  const listed = linesOf(await listText(filesFrom, messages));
  return [...named, ...listed.map((path) => ({ path, isNamed: false, relativePath: mirrored(path) }))];
}

async function namedSource(path: string): Promise<Source> {
  if (path === "-") return { path, isNamed: true, relativePath: "stdin" };
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists || !/[*?[{]/.test(path)) return { path, isNamed: true, relativePath: basename(resolve(path)) };
  const { default: picomatch } = await import("picomatch");
  const { base } = picomatch.scan(path);
  return { path: base || ".", isNamed: true, relativePath: "", glob: path };
}

/** Listed files keep their folders below the working folder, so that two of one name do not meet. */
function mirrored(path: string): string {
  const below = relative(process.cwd(), resolve(path));
  return below === "" || below.startsWith("..") || resolve(below) !== resolve(path) ? basename(resolve(path)) : below;
}

async function listText(file: string, { usage }: Messages): Promise<Buffer> {
  if (file !== "-") {
    return readFile(file).catch((error) => {
      throw new UsageError(usage.filesFrom(file), { cause: error });
    });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Paths parted by NUL, as `find -print0` and `git ls-files -z` write them, or by line ends. */
function linesOf(list: Buffer): string[] {
  // A character a byte, so that every name keeps its own encoding.
  const text = list.toString("latin1");
  const parts = text.includes("\0") ? text.split("\0") : text.split(/\r?\n/);
  return parts.filter((path) => path !== "").map((path) => nameOf(Buffer.from(path, "latin1")));
}

/** For a folder below another one: a path with forward slashes. */
export function slashed(path: string): string {
  return path.split(sep).join("/");
}
