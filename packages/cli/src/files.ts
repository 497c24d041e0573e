import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type ByteSource, TuheiError } from "@tuhei/core";
import type { VerifiedFile } from "@tuhei/redactor";

/** One file to work on. */
export interface Input {
  /** As the user wrote it, or inside the folder the user named. "-" for standard input. */
  readonly path: string;
  /** Where the output goes below the output folder; forward slashes in reports come from `path`. */
  readonly relativePath: string;
  /** Why it cannot be worked on. */
  readonly error?: TuheiError;
}

/**
 * The files below the given paths, folders walked in order of name. What cannot be listed is an input with an error, never
 * left out. `exclude` are outputs, which may lie inside an input folder.
 */
export async function* listInputs(paths: readonly string[], exclude: readonly string[] = []): AsyncGenerator<Input> {
  const excluded = new Set(exclude.map((path) => resolve(path)));
  for (const path of paths) {
    if (path === "-") yield { path, relativePath: "stdin" };
    else yield* below(path, basename(resolve(path)), excluded, true);
  }
}

async function* below(
  path: string,
  relativePath: string,
  excluded: ReadonlySet<string>,
  isRoot: boolean,
): AsyncGenerator<Input> {
  if (!isRoot && excluded.has(resolve(path))) return;
  let facts: Stats;
  try {
    facts = await stat(path);
  } catch (error) {
    yield { path, relativePath, error: fileError(error, path) };
    return;
  }
  if (!facts.isDirectory()) {
    yield facts.isFile()
      ? { path, relativePath }
      : { path, relativePath, error: new TuheiError("unsupported", `${path}: not a regular file`) };
    return;
  }
  let names: string[];
  try {
    names = (await readdir(path)).sort();
  } catch (error) {
    yield { path, relativePath, error: fileError(error, path) };
    return;
  }
  for (const name of names) yield* below(join(path, name), isRoot ? name : join(relativePath, name), excluded, false);
}

/** A failed file operation as a {@link TuheiError}. */
export function fileError(error: unknown, path: string): TuheiError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new TuheiError("not-found", `${path}: not found`);
  if (code === "EEXIST") return new TuheiError("exists", `${path}: exists`);
  return new TuheiError("unreadable", `${path}: ${code ?? "cannot be read"}`);
}

/** A file opened read-only. Close it when done. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** @throws {TuheiError} "not-found", "unreadable" */
export async function fileSource(path: string): Promise<FileSource> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    throw fileError(error, path);
  }
  const { size } = await handle.stat();
  return {
    name: basename(path),
    size,
    async read(start, end) {
      const length = Math.max(0, Math.min(end, size) - start);
      const buffer = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled);
        if (bytesRead === 0) throw new TuheiError("unreadable", `${path}: became shorter while it was read`);
        filled += bytesRead;
      }
      return buffer;
    },
    close: () => handle.close(),
  };
}

/** Bytes copied at once. */
const COPY_BYTES = 1024 * 1024;

/**
 * Saves a proven file: to a temporary file beside the target, synced, renamed. Takes nothing but a {@link VerifiedFile}.
 *
 * @throws {TuheiError} "exists" when the target is there and `overwrite` is not set; "unreadable" when the folder refuses
 */
export async function writeVerified({ source }: VerifiedFile, target: string, overwrite: boolean): Promise<void> {
  const temporary = join(dirname(target), `.tuhei-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(target), { recursive: true });
    if (!overwrite) await refuseExisting(target);
    const handle = await open(temporary, "wx", 0o600);
    try {
      for (let at = 0; at < source.size; at += COPY_BYTES)
        await handle.writeFile(await source.read(at, at + COPY_BYTES));
      await handle.chmod(0o644);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    // What is left is proven clean; the first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error instanceof TuheiError ? error : fileError(error, target);
  }
}

/** @throws {TuheiError} "exists" */
export async function refuseExisting(target: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (exists) throw new TuheiError("exists", `${target}: exists`);
}

/**
 * Refuses an output that is the input itself, also through links and other spellings of the path.
 *
 * @throws {TuheiError} "same-file"
 */
export async function refuseSameFile(input: string, target: string): Promise<void> {
  const [from, to] = await Promise.all([realpath(input), realpath(target).catch(() => resolve(target))]);
  if (from === to) throw new TuheiError("same-file", `${input}: output equals input`);
}

/** A path for reports: relative to the working folder where it lies below it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return path === "-" ? path : short.startsWith("..") ? path : short.split(sep).join("/");
}
